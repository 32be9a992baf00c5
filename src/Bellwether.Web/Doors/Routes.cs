using System.Reflection;
using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Web.SignIn;
using Microsoft.Extensions.Primitives;

namespace Bellwether.Web.Doors;

/// <summary>Which use case a route sends; read by the API document and by the test that every use case has a route.</summary>
internal sealed record RouteOf(RequestShape Shape, string Method, string Pattern);

/// <summary>
/// Maps routes to use cases, one line each. Route values, the query string and the JSON body are merged into the
/// request record by property name, so that no rule and no second input type lives in a door.
/// </summary>
internal sealed class Routes(RouteGroupBuilder group)
{
    // The API explorer only looks at endpoints that carry a method; this one takes nothing, the transformer adds the rest.
    private static readonly MethodInfo Described = ((Action<HttpContext>)Describe).Method;

    public void Get<TRequest>(string pattern) => Map<TRequest>(HttpMethods.Get, pattern);

    public void Post<TRequest>(string pattern) => Map<TRequest>(HttpMethods.Post, pattern);

    public void Put<TRequest>(string pattern) => Map<TRequest>(HttpMethods.Put, pattern);

    public void Patch<TRequest>(string pattern) => Map<TRequest>(HttpMethods.Patch, pattern);

    public void Delete<TRequest>(string pattern) => Map<TRequest>(HttpMethods.Delete, pattern);

    private void Map<TRequest>(string method, string pattern)
    {
        var shape = RequestShape.Of(typeof(TRequest));
        group.MapMethods(pattern, [method], (RequestDelegate)(http => AnswerAsync(http, shape)))
            .WithMetadata(Described, new RouteOf(shape, method, pattern))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, shape.Result, ["application/json"]))
            .WithName(shape.Name)
            .WithTags(shape.Step);
    }

    private static void Describe(HttpContext http)
    {
    }

    private static async Task AnswerAsync(HttpContext http, RequestShape shape)
    {
        var cancel = http.RequestAborted;
        var asker = await http.RequestServices.GetRequiredService<Askers>().OfAsync(http);
        var request = await RequestReader.ReadAsync(http, shape.Type, cancel);
        var result = await http.RequestServices.GetRequiredService<Runner>().RunAnyAsync(request, asker, cancel);
        await WriteAsync(http, result, cancel);
    }

    private static async Task WriteAsync(HttpContext http, object? result, CancellationToken cancel)
    {
        switch (result)
        {
            case Done:
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            case FileResult file:
                await using (var content = await file.OpenAsync(cancel))
                {
                    http.Response.ContentType = file.ContentType;
                    http.Response.ContentLength = content.Length;
                    http.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
                    await content.CopyToAsync(http.Response.Body, cancel);
                }

                return;
            case IVersioned versioned:
                http.Response.Headers.ETag = new StringValues($"\"{versioned.Version}\"");
                break;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, result, result?.GetType() ?? typeof(object), HouseJson.Options, cancel);
    }
}
