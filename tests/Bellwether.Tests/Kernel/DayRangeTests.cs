using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Metrics.Sheets;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tests.Tracking;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Tests.Kernel;

/// <summary>Days that nobody can mean are refused wherever they are told: in JSON, in queries and in files.</summary>
public sealed class DayRangeTests
{
    [Fact]
    public void Days_and_moments_outside_are_refused_when_told_and_read_when_stored()
    {
        Check<LocalDate>(["2000-01-01", "2026-11-26", "2199-12-31"], ["1999-12-31", "1900-01-01", "2200-01-01", "9999-12-31", "0001-01-01"]);
        Check<Instant>(["2000-01-01T00:00:00Z", "2199-12-31T23:59:59Z"], ["1999-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]);
        Check<LocalDateTime>(["2000-01-01T00:00", "2199-12-31T23:59"], ["1999-12-31T23:59", "9999-12-31T23:59:59"]);

        static void Check<T>(string[] within, string[] outside)
        {
            foreach (var text in within)
            {
                JsonSerializer.Deserialize<T>($"\"{text}\"", HouseJson.Told).ShouldBe(JsonSerializer.Deserialize<T>($"\"{text}\"", HouseJson.Options));
            }

            foreach (var text in outside)
            {
                JsonSerializer.Deserialize<T>($"\"{text}\"", HouseJson.Options);
                var refused = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<T>($"\"{text}\"", HouseJson.Told)).InnerException.ShouldBeOfType<ProblemException>();
                (refused.Kind, refused.Code, refused.Message).ShouldBe((ProblemKind.Rule, "day-out-of-range", $"“{text}” is outside the days from 2000-01-01 to 2199-12-31. Check the year."));
            }
        }
    }

    [Fact]
    public async Task A_day_of_a_file_that_is_too_early_is_said_to_be_that_and_not_no_date()
    {
        (DateText.Beyond("1900-01-01"), DateText.Beyond("31.12.9999 10:00"), DateText.Beyond("2026-03-26"), DateText.Beyond("soon at last")).ShouldSatisfyAllConditions(
            all => all.Item1.ShouldBe(DayRange.Words("1900-01-01")), all => all.Item2.ShouldBe(DayRange.Words("31.12.9999 10:00")), all => all.Item3.ShouldBeNull(), all => all.Item4.ShouldBeNull());
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        foreach (var other in new[] { "2026-03-01", "1900-03-01" })
        {
            var found = await world.RunAsync(new ImportConversions(world.Brand, $"id,amount,at\n1,10,{other}\n2,10,1900-01-01\n", DryRun: true));
            found.Problems[^1].ShouldSatisfyAllConditions(last => last.Line.ShouldBe(3), last => last.Message.ShouldBe(DayRange.Words("1900-01-01")));
        }
    }

    [Fact]
    public async Task Every_day_of_a_query_and_of_a_body_is_refused_beside_its_field()
    {
        await using var site = await Site.StartAsync();
        var paths = (await site.GetAsync("/openapi/v1.json"))["paths"]!.AsObject();
        var asked = paths.SelectMany(path => (path.Value!["get"]?["parameters"]?.AsArray() ?? []).Where(IsDay).Select(one => (Path: path.Key, Field: one!["name"]!.GetValue<string>(), Time: FormatOf(one) == "date-time" ? "T00:00:00Z" : ""))).ToList();
        // Tracking, credits and returns are among them.
        asked.Count.ShouldBeGreaterThan(50);
        var plan = (await site.PostAsync("/api/v1/plans", new { brand = site.Brand, title = "Year" }))["id"]!.GetValue<string>();
        foreach (var (path, field, time) in asked)
        {
            foreach (var day in new[] { "9999-12-31", "1900-01-01" })
            {
                await RefusedAsync(HttpMethod.Get, $"{path.Replace("{brand}", site.Brand, StringComparison.Ordinal).Replace("{plan}", plan, StringComparison.Ordinal)}?{field}={day}{time}", null, field);
            }
        }

        var amount = new { amount = 10, currency = "EUR" };
        await RefusedAsync(HttpMethod.Post, $"/api/v1/plans/{plan}/costs", new { sheet = new { kind = "agency", title = "Slip", amount, from = "9999-12-31", repeat = "month" } }, "sheet.from");
        await RefusedAsync(HttpMethod.Post, "/api/v1/plans", new { brand = site.Brand, title = "Slip", start = "9999-12-01", end = "9999-12-31" }, "start");
        await RefusedAsync(HttpMethod.Post, $"/api/v1/plans/{plan}/budgets", new { sheet = new { title = "Slip", ceiling = amount, from = "2026-01-01", until = "9999-12-30" } }, "sheet.until");
        await RefusedAsync(HttpMethod.Post, "/api/v1/conversions", new { externalId = "1", type = "sale", brand = site.Brand, at = "1900-01-01T00:00:00Z" }, "at");

        async Task RefusedAsync(HttpMethod method, string path, object? body, string field)
        {
            using var answer = await site.RawAsync(method, path, body);
            var said = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).ShouldBe(422, $"{path}: {said}");
            JsonNode.Parse(said)!["errors"]![field].ShouldNotBeNull($"{path}: {said}").ToJsonString().ShouldContain("2199-12-31");
        }

        static bool IsDay(JsonNode? parameter) => parameter!["in"]!.GetValue<string>() == "query" && FormatOf(parameter) is "date" or "date-time";
        static string? FormatOf(JsonNode parameter) => parameter["schema"]?["format"]?.GetValue<string>();
    }
}
