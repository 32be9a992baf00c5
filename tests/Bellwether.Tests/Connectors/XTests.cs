using Bellwether.Calendar;
using Bellwether.Connectors.X;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake of X that shortens links, refuses repetitions and loses answers as asked.</summary>
public sealed class XTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_post_whose_answer_is_lost_is_looked_up_and_goes_out_exactly_once(bool arrives, int calls)
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("x", fake);
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        await stage.PostAsync("Hot & <cold> https://taco.example/?a=1&b=2", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")])]);
        if (arrives)
        {
            fake.NextAnswerIsLost(WebhookFault.Close);
        }
        else
        {
            fake.NextIsLost(WebhookFault.Status(503));
        }

        for (var i = 0; i < 6; i++)
        {
            await stage.PassAsync(1);
        }

        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
        fake.Seen.ShouldHaveSingleItem()["media"].ShouldNotBeNull();
        fake.Received.Count.ShouldBe(calls);
        fake.Alt.Values.ShouldAllBe(words => words == "A single dot");
        fake.Alt.Count.ShouldBe(calls, "pictures are uploaded anew for each try");
    }

    [Fact]
    public async Task A_thread_answers_itself_and_its_numbers_are_read()
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("x", fake);
        await stage.PostAsync("One\n---\nTwo", 1, account);
        await stage.PassAsync(1);
        ((string?)fake.Seen[0]["replyTo"]).ShouldBe((string?)fake.Seen[1]["id"]);
        var parts = (await stage.OneAsync()).Parts;
        await stage.World.InScopeAsync<IServiceProvider>(async (_, services) =>
        {
            var access = (await services.GetRequiredService<IOpenAccounts>().OpenAsync(account.ToString(), TestContext.Current.CancellationToken)).ShouldNotBeNull();
            var x = services.GetRequiredService<XConnector>();
            var figures = (await x.ReadAsync(access, parts, TestContext.Current.CancellationToken)).ShouldBeOfType<FiguresOutcome.Found>();
            var one = figures.Posts[parts[0].Id];
            one.ShouldBe(new PostFigures(800, null, 5, 1, 3, 6, 3, null, one.Raw));
            figures.Account.ShouldBe(new AccountFigures(412, 3, 2));
            stage.World.Clock.Advance(TimeSpan.FromDays(40));
            (await x.ReadAsync(access, parts, TestContext.Current.CancellationToken)).ShouldBeOfType<FiguresOutcome.Found>().Posts[parts[0].Id].LinkClicks.ShouldBeNull("after thirty days X tells nobody");
        });
    }

    [Fact]
    public async Task The_same_words_as_an_older_post_are_refused()
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("x", fake);
        await stage.PostAsync("Open today", 1, account);
        await stage.PassAsync(1);
        await stage.PassAsync(30);
        var second = await stage.PostAsync("Open today", 1, account);
        await stage.PassAsync(1);
        (await stage.PublicationsAsync(second)).ShouldHaveSingleItem().ProblemKind.ShouldBe(ErrorKind.Duplicate);
    }
}
