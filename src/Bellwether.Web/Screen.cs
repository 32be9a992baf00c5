using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Bellwether.Web;

/// <summary>Serves the built screen: hashed assets for a year, the page itself never from a cache.</summary>
internal static class Screen
{
    private const string NotBuilt = "The screen is not built. Build the project without -p:SkipUi=true; the API works all the same under /api/v1.";

    /// <summary>The folder beside the executable that holds the built screen.</summary>
    public static string Folder()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static void MapScreen(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Folder());
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl =
                answer.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.MapFallback(async (HttpContext http) =>
        {
            var path = http.Request.Path;
            var page = files.GetFileInfo("index.html");
            if (path.StartsWithSegments("/api") || path.StartsWithSegments("/account") || path.StartsWithSegments("/t") || Path.HasExtension(path.Value))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
            }
            else if (!page.Exists)
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await http.Response.WriteAsync(NotBuilt, http.RequestAborted);
            }
            else
            {
                http.Response.ContentType = "text/html; charset=utf-8";
                http.Response.Headers.CacheControl = "no-cache";
                await http.Response.SendFileAsync(page, http.RequestAborted);
            }
        });
    }
}
