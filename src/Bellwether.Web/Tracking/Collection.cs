using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Tracking;
using Bellwether.Web.Doors;
using Bellwether.Web.SignIn;

namespace Bellwether.Web.Tracking;

/// <summary>
/// POST /t/conversions: where a shop's server reports sales, leads and sign-ups with a token that may only collect.
/// The same id again answers 200 with what was stored the first time, also when both arrive at once.
/// </summary>
internal static class Collection
{
    public static void MapCollection(this WebApplication app) =>
        app.MapPost("/t/conversions", (RequestDelegate)CollectAsync).ExcludeFromDescription();

    private static async Task CollectAsync(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var asker = await http.RequestServices.GetRequiredService<Askers>().OfAsync(http);
        var request = (RecordConversion)await RequestReader.ReadAsync(http, typeof(RecordConversion), cancel);
        var runner = http.RequestServices.GetRequiredService<Runner>();
        ConversionView stored;
        try
        {
            stored = await runner.RunAsync(request, asker, cancel);
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.Conflict)
        {
            // The other one was faster by a moment; now it is there to be found.
            stored = await runner.RunAsync(request, asker, cancel);
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, stored, HouseJson.Options, cancel);
    }
}
