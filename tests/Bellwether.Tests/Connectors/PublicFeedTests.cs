using System.Net;
using System.Xml.Linq;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Connectors;

/// <summary>The public feed as a reader sees it.</summary>
public sealed class PublicFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_is_read_once_keeps_its_ids_and_shows_text_as_text()
    {
        await using var site = await Site.StartAsync();
        var account = (string)(await site.PostAsync("/api/v1/accounts", new { brand = site.Brand, network = "rss", handle = "news", purpose = "News" }))["id"]!;
        var reader = site.Client();
        (await reader.GetAsync($"/p/feeds/{account}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is not connected yet");
        await site.PostAsync($"/api/v1/accounts/{account}/connection", new { fields = new { title = "News & more" } });
        var entry = await PublishAsync(site, account, "Tacos <script>at</script> noon & later\n\nhttps://taco.example/?a=1&b=2");

        using var first = await reader.GetAsync($"/p/feeds/{account}", TestContext.Current.CancellationToken);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        var feed = XDocument.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        feed.Element(Atom + "title")!.Value.ShouldBe("News & more");
        var one = feed.Elements(Atom + "entry").ShouldHaveSingleItem();
        one.Element(Atom + "id")!.Value.ShouldStartWith("urn:uuid:");
        one.Element(Atom + "content")!.Value.ShouldBe("<p>Tacos &lt;script&gt;at&lt;/script&gt; noon &amp; later</p><p><a href=\"https://taco.example/?a=1&amp;b=2\">https://taco.example/?a=1&amp;b=2</a></p><p><img src=\"" + one.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "enclosure").Attribute("href")!.Value + "\" alt=\"A &quot;dot&quot;\" /></p>");

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/p/feeds/{account}");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
        (await reader.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        var picture = await reader.GetAsync(new Uri(one.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "enclosure").Attribute("href")!.Value).AbsolutePath, TestContext.Current.CancellationToken);
        (await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
        entry.Id.ShouldBe("publication_1");
    }

    private static async Task<RemotePost> PublishAsync(Site site, string account, string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var connector = scope.ServiceProvider.GetServices<IConnector>().Single(one => one.Network == "rss");
        var access = new AccountAccess(account, new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var post = new OutgoingPost("publication_1", text, [new OutgoingMedia("image/png", "A \"dot\"", 1, 1, 3, _ => Task.FromResult<Stream>(new MemoryStream([1, 2, 3])))]);
        var call = connector.Plan(access, post, new PreparedPost(""), null, default);
        return (await connector.SendAsync(access, call, post.Media, TestContext.Current.CancellationToken)).ShouldBeOfType<SendOutcome.Confirmed>().Post;
    }
}
