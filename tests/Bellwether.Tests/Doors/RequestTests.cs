using System.Net;
using System.Text.Json.Nodes;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Doors;

/// <summary>How requests are read, refused and repeated, whatever the use case.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("{\"name\": 7, \"zone\": \"UTC\", \"currency\": \"EUR\"}", "name")]
    [InlineData("{\"name\": \"Two\", \"zone\": \"UTC\"}", "currency")]
    public async Task A_body_that_cannot_be_read_names_the_field(string body, string field)
    {
        await using var site = await Site.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await site.Http.PostAsync("/api/v1/brands", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![field].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_wrong_kind_of_id_is_malformed_and_an_unknown_one_not_found()
    {
        await using var site = await Site.StartAsync();
        using var wrong = await site.RawAsync(HttpMethod.Get, "/api/v1/brands/" + site.Brand.Replace("brand_", "member_", StringComparison.Ordinal));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var unknown = await site.RawAsync(HttpMethod.Get, "/api/v1/brands/" + Bellwether.Kernel.Id<Bellwether.Brands.Brand>.New());
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_change_on_a_stale_version_is_refused_and_stores_nothing()
    {
        await using var site = await Site.StartAsync();
        var path = "/api/v1/brands/" + site.Brand;
        await site.SendAsync(HttpMethod.Patch, path, new { name = "Taco Loco 2" });
        using var stale = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StringContent("{\"name\":\"Lost\"}", System.Text.Encoding.UTF8, "application/json") };
        stale.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await site.Http.SendAsync(stale);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await site.GetAsync(path))["name"]!.GetValue<string>().ShouldBe("Taco Loco 2");
    }

    [Fact]
    public async Task The_answer_to_a_change_names_the_version_the_next_change_can_say_it_saw()
    {
        await using var site = await Site.StartAsync();
        var path = "/api/v1/brands/" + site.Brand;
        foreach (var name in new[] { "Taco Loco 2", "Taco Loco 3" })
        {
            var version = (await site.GetAsync(path))["version"]!.GetValue<int>();
            var changed = await site.SendAsync(HttpMethod.Patch, path, new { name, ifVersion = version });
            changed["version"]!.GetValue<int>().ShouldBe(version + 1);
            (await site.GetAsync(path))["version"]!.GetValue<int>().ShouldBe(version + 1);
        }
    }

    [Theory, BothDatabases]
    public async Task The_same_key_carries_a_request_out_once(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var first = await SendAsync(site, "k1", "Two");
        var again = await SendAsync(site, "k1", "Two");
        again.Body.ShouldBe(first.Body);
        again.Status.ShouldBe(200);
        (await SendAsync(site, "k1", "Three")).Status.ShouldBe(422);
        (await SendAsync(site, "k2", "Two")).Status.ShouldBe(200);
        ((JsonArray)await site.GetAsync("/api/v1/brands")).Count.ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task Ten_at_once_under_one_key_are_one(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(site, "same", "Two")));
        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 409);
        answers.ShouldContain(answer => answer.Status == 200);
        ((JsonArray)await site.GetAsync("/api/v1/brands")).Count.ShouldBe(2);
    }

    private static async Task<(int Status, string Body)> SendAsync(Site site, string key, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/brands")
        {
            Content = new StringContent($$"""{"name":"{{name}}","zone":"UTC","currency":"EUR"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await site.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
