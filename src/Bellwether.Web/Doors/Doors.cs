using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.AspNetCore.RateLimiting;

namespace Bellwether.Web.Doors;

/// <summary>What every request passes through, and the routes of all steps.</summary>
internal static class DoorSetup
{
    public static void AddDoors(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => HouseJson.Configure(json.SerializerOptions));
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddApiDocument();
        services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy<string, PublicLimit>(PublicLimit.Name));
    }

    public static void UseDoors(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(SafetyHeaders);
        app.UseMiddleware<ProblemDoor>();
    }

    /// <summary>Alive, and ready to work; both answer without sign-in.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive")).ExcludeFromDescription();
        // A store of pictures that does not answer is said, but is no reason to take clicks and posts away from this node.
        app.MapGet("/health/ready", async (Db db, MediaHealth media, CancellationToken cancel) =>
            await db.Database.CanConnectAsync(cancel) ? Results.Text($"ready\nmedia: {await media.WordsAsync(cancel)}") : Results.Text("the database does not answer", statusCode: 503)).ExcludeFromDescription();
    }

    private static Task SafetyHeaders(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        // Mantine sets styles on elements at run time, hence inline styles; scripts come from here only.
        headers.ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    }
}
