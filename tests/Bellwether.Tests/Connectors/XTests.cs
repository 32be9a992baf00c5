using Bellwether.Connectors.X;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake of X that refuses repetitions: what is X’s own; the contract of connectors holds the rest.</summary>
public sealed class XTests
{
    [Fact]
    public async Task Whose_link_was_clicked_X_tells_for_thirty_days_only()
    {
        await using var fake = await FakeX.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("x", fake);
        await stage.PostAsync("One\n---\nTwo", 1, account);
        await stage.PassAsync(1);
        var parts = (await stage.OneAsync()).Parts;
        await stage.World.InScopeAsync<IServiceProvider>(async (_, services) =>
        {
            var access = (await services.GetRequiredService<IOpenAccounts>().OpenAsync(account.ToString(), TestContext.Current.CancellationToken)).ShouldNotBeNull();
            var x = services.GetRequiredService<XConnector>();
            (await x.ReadAsync(access, parts, TestContext.Current.CancellationToken)).ShouldBeOfType<FiguresOutcome.Found>().Posts[parts[1].Id].LinkClicks.ShouldBe(6);
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
