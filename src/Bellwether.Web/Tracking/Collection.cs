using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Tracking;
using Bellwether.Web.Doors;
using Bellwether.Web.SignIn;

namespace Bellwether.Web.Tracking;

/// <summary>
/// POST /t/conversions: where a shop's server reports sales, leads and sign-ups with a token that may only collect.
/// The same id again answers 200 with what was stored the first time, also when both arrive at once.
/// POST /t/events with such a token: page views and events that a server reports.
/// </summary>
internal static class Collection
{
    public static void MapCollection(this WebApplication app)
    {
        app.MapPost("/t/conversions", (RequestDelegate)CollectAsync).ExcludeFromDescription();
        app.MapPost("/t/events", (RequestDelegate)ReportAsync).ExcludeFromDescription();
    }

    private static async Task ReportAsync(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var asker = await http.RequestServices.GetRequiredService<Askers>().OfAsync(http);
        var body = await RequestReader.BodyAsync(http, cancel);
        // One event alone needs no list around it.
        if (!body.ContainsKey("events"))
        {
            var brand = body["brand"]?.DeepClone();
            body.Remove("brand");
            body = new JsonObject { ["events"] = new JsonArray(body) };
            if (brand is not null)
            {
                body["brand"] = brand;
            }
        }

        var request = (ReportEvents)RequestReader.Make(typeof(ReportEvents), body);
        var told = await http.RequestServices.GetRequiredService<Runner>().RunAsync(request, asker, cancel);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, told, HouseJson.Options, cancel);
    }

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
