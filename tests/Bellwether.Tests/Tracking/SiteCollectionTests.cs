using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>What pages of the brand's own site call, over HTTP, well-meant and not.</summary>
[Requirement("R004-19")]
public sealed class SiteCollectionTests
{
    [Fact]
    public async Task A_page_with_the_snippet_is_seen_on_the_overview_and_the_test_says_so()
    {
        await using var site = await Site.StartAsync();
        (await TestAsync(site, null)).ShouldBe("404");
        var opened = await OpenAsync(site);
        (await TestAsync(site, opened.Test)).ShouldBe("noHosts");
        await OwnAsync(site, "tacoloco.example");
        (await SendAsync(site, new { site = opened.Key, url = "https://elsewhere.example/" })).ShouldBe("wrongHost");
        (await TestAsync(site, opened.Test)).ShouldBe("dropped");
        (await SendAsync(site, new { site = opened.Key, url = "https://tacoloco.example/menu", referrer = "https://bsky.app/" })).ShouldBe("counted");
        (await TestAsync(site, opened.Test)).ShouldBe("works");
        using var pixel = await Browser(site).GetAsync(new Uri($"/t/pixel.gif?site={opened.Key}&url=https://tacoloco.example/plain", UriKind.Relative));
        (pixel.Content.Headers.ContentType!.MediaType, (await pixel.Content.ReadAsByteArrayAsync()).Length).ShouldBe(("image/gif", 42));
        var seen = await site.GetAsync($"/api/v1/brands/{site.Brand}/site/visits");
        ((int)seen["views"]!, (string?)seen["origins"]![0]!["name"], (string?)seen["dropped"]![0]!["outcome"]).ShouldBe((2, "Bluesky", "wrongHost"));
        ((string?)(await site.GetAsync($"/api/v1/brands/{site.Brand}/site"))["snippet"]).ShouldBe($"<script defer src=\"{site.Address}t/script.js\" data-site=\"{opened.Key}\"></script>");
    }

    [Fact]
    public async Task The_script_is_small_sets_nothing_and_is_kept_by_the_browser()
    {
        await using var site = await Site.StartAsync();
        using var answer = await Browser(site).GetAsync(new Uri("/t/script.js", UriKind.Relative));
        var script = await answer.Content.ReadAsStringAsync();
        Encoding.UTF8.GetByteCount(script).ShouldBeLessThan(2_000);
        foreach (var never in new[] { "cookie", "localStorage", "sessionStorage", "indexedDB", "canvas", "eval(" })
        {
            script.ShouldNotContain(never);
        }

        foreach (var heeded in new[] { "globalPrivacyControl", "doNotTrack", "pushState", "sendBeacon", "keepalive" })
        {
            script.ShouldContain(heeded);
        }

        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldHaveSingleItem().ShouldBe("cross-origin");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/t/script.js");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await Browser(site).SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Nonsense_is_refused_in_words_and_only_ones_own_pages_may_read_the_answer()
    {
        await using var site = await Site.StartAsync();
        var opened = await OpenAsync(site);
        await OwnAsync(site, "tacoloco.example");
        (await PostAsync(site, "")).Status.ShouldBe(400);
        (await PostAsync(site, "[1,2")).Status.ShouldBe(400);
        (await PostAsync(site, "[]")).Status.ShouldBe(400);
        (await PostAsync(site, "{\"site\": 7}")).Status.ShouldBe(400);
        (await PostAsync(site, $"{{\"site\": \"{opened.Key}\", \"name\": \"\\ud800\"}}")).Status.ShouldBe(400);
        (await PostAsync(site, "{\"site\": \"nobody\", \"url\": \"https://tacoloco.example/\"}")).Status.ShouldBe(404);
        (await PostAsync(site, $"{{\"site\": \"{opened.Key}\", \"url\": \"javascript:1\"}}")).Status.ShouldBe(422);
        (await PostAsync(site, $"{{\"site\": \"{opened.Key}\", \"url\": \"https://tacoloco.example/\", \"name\": \"{new string('x', 61)}\"}}")).Status.ShouldBe(422);
        (await PostAsync(site, $"{{\"site\": \"{opened.Key}\", \"x\": \"{new string('x', 9000)}\"}}")).Status.ShouldBe(413);
        (await PostAsync(site, new string('[', 5000))).Status.ShouldBe(400);
        var good = $"{{\"site\": \"{opened.Key}\", \"url\": \"https://tacoloco.example/?utm_source=%00%0d%0aSet-Cookie:x\", \"referrer\": \"a\\u0000b\"}}";
        (await PostAsync(site, good, "https://tacoloco.example")).ShouldBe((202, "https://tacoloco.example"));
        (await PostAsync(site, good, "https://evil.example")).ShouldBe((202, null));
        (await PostAsync(site, good, "null")).ShouldBe((202, null));
        var seen = await site.GetAsync($"/api/v1/brands/{site.Brand}/site/visits");
        ((int)seen["views"]!, (string?)seen["dropped"]![0]!["outcome"]).ShouldBe((2, "wrongHost"));
        using var asks = new HttpRequestMessage(HttpMethod.Options, "/t/events");
        asks.Headers.Add("Origin", "https://evil.example");
        (await Browser(site).SendAsync(asks)).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task A_browser_that_asked_out_is_own_traffic_on_links_too_and_who_wants_no_tracking_is_a_number()
    {
        await using var site = await Site.StartAsync();
        var opened = await OpenAsync(site);
        await OwnAsync(site, "tacoloco.example");
        var link = await site.PostAsync("/api/v1/links", new { brand = site.Brand, target = "https://tacoloco.example/" });
        using var own = Browser(site);
        using var asked = await own.GetAsync(new Uri("/t/own", UriKind.Relative));
        var cookie = asked.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("bw_own=1");
        cookie.ShouldContain("httponly");
        own.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        (await own.GetAsync(new Uri((string)link["short"]!))).StatusCode.ShouldBe(HttpStatusCode.Found);
        using var quiet = Browser(site);
        quiet.DefaultRequestHeaders.Add("Sec-GPC", "1");
        (await quiet.PostAsJsonAsync("/t/events", new { site = opened.Key, url = "https://tacoloco.example/" })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var dropped = await site.GetAsync($"/api/v1/brands/{site.Brand}/tracking/dropped");
        dropped["reasons"]!.AsArray().Select(row => ((string)row!["outcome"]!, (int)row["hits"]!)).ShouldBe([("ownTraffic", 1), ("optedOut", 1)]);
        using var framed = new HttpRequestMessage(HttpMethod.Get, "/t/own");
        framed.Headers.Add("Sec-Fetch-Mode", "no-cors");
        (await Browser(site).SendAsync(framed)).Headers.Contains("Set-Cookie").ShouldBeFalse("a picture in a foreign page takes nobody out");
    }

    [Fact]
    public async Task A_server_reports_with_its_token_and_everything_can_be_taken_along()
    {
        await using var site = await Site.StartAsync();
        await OpenAsync(site);
        await OwnAsync(site, "tacoloco.example");
        var token = (string)(await site.PostAsync("/api/v1/api-tokens", new { name = "App", scope = new[] { "collect" }, days = 30 }))["secret"]!;
        using var server = site.Client(token);
        var answer = await server.PostAsJsonAsync("/t/events", new { name = "=cmd()", id = "e-1", data = new { plan = "gold", seats = 3 } });
        (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["outcomes"]![0]).ShouldBe((HttpStatusCode.Accepted, "counted"));
        (await server.PostAsJsonAsync("/t/events", new { events = new[] { new { name = "a" }, new { name = "b" } } })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await server.PostAsJsonAsync("/t/events", new { })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await server.PostAsJsonAsync("/t/events", new { name = " " })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.Client("bw_wrong").PostAsJsonAsync("/t/events", new { name = "a" })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await site.PostAsync("/api/v1/links", new { brand = site.Brand, target = "https://tacoloco.example/" });
        var lines = (await site.Http.GetStringAsync(new Uri($"/api/v1/brands/{site.Brand}/tracking/export?table=siteEvents&form=jsonLines", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        ((string?)JsonNode.Parse(lines[0])!["data"]).ShouldBe("{\"plan\":\"gold\",\"seats\":3}");
        var csv = await site.Http.GetStringAsync(new Uri($"/api/v1/brands/{site.Brand}/tracking/export?table=siteEvents", UriKind.Relative));
        csv.ShouldContain("'=cmd()");
        foreach (var table in Enum.GetNames<TrackingTable>())
        {
            using var file = await site.Http.GetAsync(new Uri($"/api/v1/brands/{site.Brand}/tracking/export?table={table}", UriKind.Relative));
            file.StatusCode.ShouldBe(HttpStatusCode.OK, table);
            (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').ShouldStartWith("id,", Case.Sensitive, table);
        }
    }

    private static async Task<(string Key, string Test)> OpenAsync(Site site) =>
        ((string)(await site.PostAsync($"/api/v1/brands/{site.Brand}/site"))["key"]!, $"/api/v1/brands/{site.Brand}/site/test");

    private static async Task OwnAsync(Site site, params string[] hosts)
    {
        var version = (int)(await site.GetAsync($"/api/v1/brands/{site.Brand}"))["version"]!;
        await site.SendAsync(HttpMethod.Patch, $"/api/v1/brands/{site.Brand}", new { ownHosts = hosts, ifVersion = version });
        await ((SiteTable)site.Services.GetService(typeof(SiteTable))!).RefreshAsync(default);
    }

    private static async Task<string> TestAsync(Site site, string? path)
    {
        using var answer = await site.RawAsync(HttpMethod.Get, path ?? $"/api/v1/brands/{site.Brand}/site/test");
        return answer.IsSuccessStatusCode ? (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["finding"]! : $"{(int)answer.StatusCode}";
    }

    private static HttpClient Browser(Site site)
    {
        var browser = site.Client();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(TrackingWorld.Firefox);
        return browser;
    }

    private static async Task<string> SendAsync(Site site, object report)
    {
        var answer = await Browser(site).PostAsJsonAsync("/t/events", report);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["outcome"]!;
    }

    /// <summary>As browsers send beacons: as plain text.</summary>
    private static async Task<(int Status, string? Reads)> PostAsync(Site site, string body, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/t/events") { Content = new StringContent(body, Encoding.UTF8, "text/plain") };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await Browser(site).SendAsync(request);
        return ((int)answer.StatusCode, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var let) ? let.Single() : null);
    }
}
