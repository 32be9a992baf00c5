using Bellwether.Links;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Tracking;

/// <summary>What a brand's own host answers where no code was asked for.</summary>
internal static class HubPages
{
    public static Task NotThereAsync(HttpContext http) =>
        PublicPage.SayAsync(http, StatusCodes.Status404NotFound, "There is no such link", "Check the address for a typing mistake, or ask whoever gave it to you.");

    public static Task AnswerAsync(HttpContext http, HostOwner owner, ShortPath asked)
    {
        var fallback = asked.Kind == ShortPathKind.Root ? http.RequestServices.GetRequiredService<LinkHosts>().FallbackOf(owner.Brand) : null;
        if (fallback is null)
        {
            return NotThereAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = fallback;
        http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
