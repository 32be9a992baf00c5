using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Connectors.Webhook;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>Deliveries to a receiver that goes wrong in every way a receiver can.</summary>
public sealed class WebhookTests
{
    [Fact]
    public void The_signature_is_the_one_of_the_specifications_example() =>
        WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8.ToArray())
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public async Task A_delivery_is_signed_and_its_answer_becomes_the_posts_address()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var (account, secret) = await ConnectAsync(stage, receiver);
        await stage.PostAsync("Hello, receiver", 1, account);
        await stage.PassAsync(1);

        var request = receiver.Requests.ShouldHaveSingleItem();
        request.IsSignedWith(secret, stage.World.Clock.GetUtcNow()).ShouldBeTrue();
        request.IsSignedWith(WebhookSignature.NewSecret(), stage.World.Clock.GetUtcNow()).ShouldBeFalse();
        request.Headers["User-Agent"].ShouldStartWith("Bellwether/");
        var body = JsonNode.Parse(request.Text)!;
        ((string)body["type"]!).ShouldBe("post.publish");
        ((string)body["data"]!["text"]!).ShouldBe("Hello, receiver");
        request.Headers["webhook-id"].ShouldBe((await stage.OneAsync()).Id.ToString());
    }

    [Fact]
    public async Task A_lost_answer_is_followed_by_the_same_bytes_under_the_same_id()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var (account, secret) = await ConnectAsync(stage, receiver);
        await stage.PostAsync("Twice on the wire, once in the world", 1, account);
        receiver.Next(WebhookFault.Close);
        await stage.PassAsync(1);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Unknown);
        await stage.PassAsync(1);

        receiver.Requests.Count.ShouldBe(2);
        receiver.Requests[1].Body.ShouldBe(receiver.Requests[0].Body);
        receiver.Requests[1].Headers["webhook-id"].ShouldBe(receiver.Requests[0].Headers["webhook-id"]);
        receiver.Requests[1].IsSignedWith(secret, stage.World.Clock.GetUtcNow()).ShouldBeTrue();
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
    }

    [Fact]
    public async Task Too_many_waits_as_told_and_gone_switches_the_address_off()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var (account, _) = await ConnectAsync(stage, receiver);
        await stage.PostAsync("Later", 1, account);
        receiver.Next(WebhookFault.TooMany(TimeSpan.FromMinutes(10)));
        await stage.PassAsync(1);
        await stage.PassAsync(9);
        receiver.Requests.Count.ShouldBe(1);
        receiver.Next(WebhookFault.Gone);
        await stage.PassAsync(2);
        receiver.Requests.Count.ShouldBe(2);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Rejected);
        (await stage.World.RunAsync(new ConnectionList(stage.World.Brand))).ShouldHaveSingleItem().State.ShouldBe(ConnectionState.Broken);
    }

    [Theory]
    [InlineData(302, typeof(SendOutcome.Rejected))]
    [InlineData(401, typeof(SendOutcome.Rejected))]
    [InlineData(503, typeof(SendOutcome.Throttled))]
    [InlineData(204, typeof(SendOutcome.Confirmed))]
    public async Task Each_status_leads_where_it_should(int status, Type leadsTo)
    {
        await using var receiver = await WebhookReceiver.Start();
        using var http = new GuardedHttp(new OutgoingRules(["127.0.0.1"]));
        receiver.Next(WebhookFault.Status(status));
        var access = new AccountAccess("hook", new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = receiver.Address.ToString() }, new Dictionary<string, string>(StringComparer.Ordinal) { ["secret"] = WebhookSignature.NewSecret() });
        (await new WebhookConnector(http, TimeProvider.System).SendAsync(access, new PlannedCall("id", "{}", Instant.MinValue), [], TestContext.Current.CancellationToken)).ShouldBeOfType(leadsTo);
    }

    [Fact]
    public async Task The_test_button_sends_a_signed_ping_and_says_what_came_back()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var (account, secret) = await ConnectAsync(stage, receiver);
        (await stage.World.RunAsync(new TestConnection(account))).Works.ShouldBeTrue();
        receiver.Requests.ShouldHaveSingleItem().IsSignedWith(secret, stage.World.Clock.GetUtcNow()).ShouldBeTrue();
        receiver.Next(WebhookFault.Status(302));
        (await stage.World.RunAsync(new TestConnection(account))).Message.ShouldContain("redirects");
    }

    private static async Task<(Id<SocialAccount> Account, string Secret)> ConnectAsync(Stage stage, WebhookReceiver receiver)
    {
        var account = await stage.AccountAsync("webhook", connect: false);
        var connected = await stage.World.RunAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = receiver.Address.ToString() }));
        return (account, connected.Once["secret"]);
    }
}
