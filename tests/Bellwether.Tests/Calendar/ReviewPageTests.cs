using System.Net;
using System.Text.RegularExpressions;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Calendar;

/// <summary>Posts behind a link for review, as somebody without an account meets them over HTTP.</summary>
[Requirement("R002-39")]
public sealed partial class ReviewPageTests
{
    [Fact]
    public async Task A_client_without_an_account_says_yes_asks_for_changes_and_stops_a_post()
    {
        await using var site = await Site.StartAsync();
        var account = (await site.PostAsync("/api/v1/accounts", new { brand = site.Brand, network = "mastodon", handle = "tacoloco@example.org", purpose = "News" }))["id"]!.ToString();
        await site.PostAsync("/api/v1/calendar/rules", new { brand = site.Brand, approvalNeeded = true, fourEyes = false, sameText = "warn", steps = new object[] { new { name = "Client", members = Array.Empty<string>(), all = false, outside = true } } });
        var pixel = (await site.PostAsync("/api/v1/media", new { brand = site.Brand, name = "Tacos", content = Convert.ToBase64String(Media.Pictures.Png(20, 10)), alt = "Three tacos" }))["id"]!.ToString();
        var other = (await site.PostAsync("/api/v1/media", new { brand = site.Brand, name = "Secret", content = Convert.ToBase64String(Media.Pictures.Png(30, 10)) }))["id"]!.ToString();
        var post = (await site.PostAsync("/api/v1/posts", new { brand = site.Brand, text = "Tacos <b>at noon</b>", unguided = true, variants = new[] { new { account, media = new[] { new { asset = pixel, alt = "Three tacos" } } } } }))["id"]!.ToString();
        await site.PostAsync("/api/v1/comments", new { node = post, text = "The client must not read this" });
        await site.PostAsync($"/api/v1/posts/{post}/submit");
        var made = await site.PostAsync("/api/v1/review-links", new { posts = new[] { post }, to = "Mr Client" });
        var path = made["path"]!.ToString();
        using var client = site.Client();

        using var opened = await client.GetAsync(path);
        var html = await opened.Content.ReadAsStringAsync();
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        opened.Headers.Contains("Set-Cookie").ShouldBeFalse();
        opened.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        html.ShouldNotContain("<script");
        html.ShouldContain("Tacos &lt;b&gt;at noon&lt;/b&gt;");
        html.ShouldNotContain("must not read");
        (await client.GetAsync($"{path}/{pixel}")).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await client.GetAsync($"{path}/{other}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Nobody inside can say the client's yes.
        using var inside = await site.RawAsync(HttpMethod.Post, $"/api/v1/posts/{post}/approve", new { });
        inside.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await SayAsync(client, path, post, html, "askForChanges", "")).Status.ShouldBe(422);
        (await SayAsync(client, path, post, html, "approve", "")).Html.ShouldContain("Your yes is noted");
        (await StatusAsync(site, post)).ShouldBe("approved");

        // The words change: the yes is void, and what was open in the browser is no longer taken.
        await site.SendAsync(HttpMethod.Patch, $"/api/v1/posts/{post}", new { text = "Tacos at one" });
        (await StatusAsync(site, post)).ShouldBe("draft");
        var review = await site.GetAsync($"/api/v1/posts/{post}/review");
        review["approvals"]![0]!["counts"]!.GetValue<bool>().ShouldBeFalse();
        review["since"]!.AsArray().Count.ShouldBe(1);
        var late = await SayAsync(client, path, post, html, "approve", "kept words");
        late.Status.ShouldBe(409);
        late.Html.ShouldContain("Tacos at one");
        late.Html.ShouldContain("kept words");

        var stopped = await SayAsync(client, path, post, late.Html, "hold", "Not this week");
        stopped.Html.ShouldContain("Nothing of it goes out");
        (await StatusAsync(site, post)).ShouldBe("onHold");
        await site.PostAsync($"/api/v1/posts/{post}/remarks", new { words = "Understood" });
        (await client.GetStringAsync(path)).ShouldContain("Understood");

        await site.PostAsync($"/api/v1/review-links/{made["link"]!["id"]}/revoke");
        (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync($"{path}/{pixel}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> StatusAsync(Site site, string post) => (await site.GetAsync($"/api/v1/posts/{post}"))["status"]!.ToString();

    private static async Task<(int Status, string Html)> SayAsync(HttpClient client, string path, string post, string html, string verdict, string words)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["post"] = post, ["revision"] = Revision().Match(html).Groups[1].Value, ["verdict"] = verdict, ["words"] = words, ["name"] = "Mr Client" };
        using var answer = await client.PostAsync(path, new FormUrlEncodedContent(form));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"revision\" value=\"(\\d+)\"", RegexOptions.None, 1000)]
    private static partial Regex Revision();
}
