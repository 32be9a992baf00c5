using Bellwether.Connectors.GoogleBusiness;
using Bellwether.Networks;
using Bellwether.Tests.Connectors.Benches;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>What a post becomes on Google's map; needs no server.</summary>
public sealed class GoogleBusinessTests
{
    [Theory]
    [InlineData("event", """{"summary":"Come","languageCode":"en","topicType":"EVENT","event":{"title":"Taco night","schedule":{"startDate":{"year":2026,"month":12,"day":1},"startTime":{"hours":10,"minutes":0},"endDate":{"year":2026,"month":12,"day":3},"endTime":{"hours":22,"minutes":30}}},"callToAction":{"actionType":"BOOK","url":"https://taco.example"}}""")]
    [InlineData("offer", """{"summary":"Come","languageCode":"en","topicType":"OFFER","event":{"title":"Taco night","schedule":{"startDate":{"year":2026,"month":12,"day":1},"startTime":{"hours":10,"minutes":0},"endDate":{"year":2026,"month":12,"day":3},"endTime":{"hours":22,"minutes":30}}},"offer":{"redeemOnlineUrl":"https://taco.example"}}""")]
    [InlineData("update", """{"summary":"Come","languageCode":"en","topicType":"STANDARD","callToAction":{"actionType":"BOOK","url":"https://taco.example"}}""")]
    public void A_post_with_an_end_is_an_event_or_an_offer_and_a_link_is_its_button(string ending, string payload)
    {
        using var http = new GuardedHttp(NetworkBench.Rules);
        var google = new GoogleBusinessConnector(http, new NetworkHosts(), TimeProvider.System);
        var access = new AccountAccess("a", new Dictionary<string, string> { ["ending"] = ending, ["button"] = "BOOK" }, new Dictionary<string, string>());
        var post = new OutgoingPost("p", "Come", [], Title: "Taco night", Link: "https://taco.example") { Span = new OutgoingSpan(new LocalDateTime(2026, 12, 1, 10, 0), new LocalDateTime(2026, 12, 3, 22, 30)) };
        google.Plan(access, post, new PreparedPost(""), null, Instant.FromUtc(2026, 12, 1, 9, 0)).Payload.ShouldBe(payload);
    }
}
