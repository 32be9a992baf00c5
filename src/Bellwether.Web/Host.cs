using Microsoft.AspNetCore.HttpOverrides;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Web.Doors;
using Bellwether.Web.Research;
using Bellwether.Web.SignIn;
using Bellwether.Web.Tracking;

namespace Bellwether.Web;

/// <summary>Builds the server: the product, the doors, the timetable.</summary>
internal static class Host
{
    public static WebApplicationBuilder Builder(Settings settings, bool quiet = false)
    {
        // Whoever needs a model before it is built waits for it, and meets there what went wrong with it.
        _ = Task.Run(() => Db.Warm(settings.Database));
        _ = Task.Run(() => SignInDb.Warm(settings.Database));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = Screen.Folder() });
        builder.WebHost.UseUrls(settings.Urls).UseKestrel(server => server.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(quiet ? LogLevel.Warning : LogLevel.Information);
        // Failures reach the log with the request they belong to; what the libraries say on their own repeats them. The key ring encrypts its rows itself.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", quiet ? LogLevel.Warning : LogLevel.Information);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // What a command prints may be read by a program; the log goes beside it.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(MasterKey.Of(settings.DataFolder, Environment.GetEnvironmentVariable("BELLWETHER_MASTER_KEY")));
        builder.Services.AddSingleton(new DataFolder(settings.DataFolder));
        if (settings.Bucket is { } bucket)
        {
            builder.Services.AddSingleton(bucket);
        }

        builder.Services.AddBellwether(settings.Database);
        builder.Services.AddSignIn(settings.Database);
        builder.Services.AddDoors();
        builder.Services.AddHostedService<LinkReading>();
        builder.Services.AddHostedService<ClickWriting>();
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        // A proxy on this machine says who really asks; nobody else is believed.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseShortLinks();
        app.UseSiteCollection();
        app.UseDoors();
        app.UseSignIn();
        app.MapHealth();
        app.MapAccount();
        app.MapSteps();
        Audits.PublicAccounts.Map(app);
        app.MapPublicResearch();
        Calendar.ReviewPage.Map(app);
        Calendar.PublicCalendar.Map(app);
        Playbooks.PublicPlaybook.Map(app);
        Connectors.PublicFeeds.Map(app);
        Tracking.PublicCollateral.Map(app);
        Tracking.HubPages.Map(app);
        Publishing.PublishedMedia.Map(app);
        app.MapCollection();
        app.MapApiDocument();
        app.MapScreen();
        return app;
    }

    /// <summary>Brings the data folder and the database up to date.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        var settings = services.GetRequiredService<Settings>();
        Directory.CreateDirectory(settings.DataFolder);
        await Upgrade.RunAsync(services, settings, cancel);
    }
}
