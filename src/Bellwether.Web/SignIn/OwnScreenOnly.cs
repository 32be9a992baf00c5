using Bellwether.Kernel;

namespace Bellwether.Web.SignIn;

/// <summary>
/// A change that is authorised by the cookie must come from our own screen: it carries a header that no foreign page
/// can send without being asked first. Programs use tokens and need no such header.
/// </summary>
internal sealed class OwnScreenOnly(RequestDelegate next)
{
    public const string Header = "X-Bellwether";

    public Task InvokeAsync(HttpContext http)
    {
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);
        var guarded = http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/account");
        var byToken = http.Request.Headers.Authorization.Count > 0;
        return changes && guarded && !byToken && !http.Request.Headers.ContainsKey(Header)
            ? throw Rule.Forbidden($"Send the header {Header}: 1 with every change, or use an API token.")
            : next(http);
    }
}
