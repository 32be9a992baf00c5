using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Publishing;

/// <summary>The law of a stop: one that was taken wins, at whatever instruction of the publisher it comes; one that comes too late is refused.</summary>
[Requirement("R002-39")]
public sealed class HoldRaceTests
{
    [Theory, BothDatabases]
    public async Task A_held_post_never_goes_out_wherever_the_publisher_stands(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on, quiet: true);
        var (taken, refused) = (0, 0);
        foreach (var byLink in (bool[])[false, true])
        {
            foreach (var at in Milestones.All)
            {
                var account = await stage.AccountAsync();
                // On two accounts the lanes run side by side, and either may be the first.
                Id<SocialAccount>[] accounts = byLink ? [account, await stage.AccountAsync()] : [account];
                var post = await stage.PostAsync($"Held at {at}, {byLink}", 1, accounts);
                var link = byLink ? await LinkAsync(stage, post) : (Id<ReviewLink>?)null;
                var before = stage.Fake.Visible.Count;
                ProblemException? no = null;
                var asked = false;
                stage.Milestones.Reached = point =>
                {
                    if (point == at && !asked)
                    {
                        asked = true;
                        no = Task.Run(() => HoldAsync(stage, post, link)).GetAwaiter().GetResult();
                    }
                };
                await stage.PassAsync(1);
                stage.Milestones.Reached = null;
                await stage.PassAsync(10);

                asked.ShouldBeTrue(at);
                var seen = stage.Fake.Visible.Count - before;
                var status = await stage.StatusAsync(post);
                if (no is null)
                {
                    seen.ShouldBe(0, $"stopped at “{at}”, and still it went out");
                    status.ShouldBe(PostStatus.OnHold, at);
                    taken++;
                }
                else
                {
                    seen.ShouldBe(accounts.Length, $"refused at “{at}” although it did not go out");
                    status.ShouldBe(PostStatus.Published, at);
                    refused++;
                }
            }
        }

        // Both ends of the race were seen.
        taken.ShouldBeGreaterThan(1);
        refused.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_first_comment_goes_out_below_the_post_and_only_where_the_network_takes_one()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync();
        await stage.PostAsync("ignored", 1, [new Told(account, "Tacos at noon\n---\nAnd salsa", FirstComment: "The menu: tacoloco")]);
        await stage.PassAsync(1);
        await stage.PassAsync(1);
        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["Tacos at noon", "And salsa", "The menu: tacoloco"]);

        var pinterest = await stage.AccountAsync("pinterest", connect: false);
        var check = await stage.World.RunAsync(new CheckPost(stage.World.Brand, Text: "Tacos", Variants: [new Told(pinterest, FirstComment: "More")], Unguided: true));
        check.Findings.ShouldContain(finding => finding.Code == "first-comment-not-taken" && finding.Blocks);
        var tooLong = await stage.World.RunAsync(new CheckPost(stage.World.Brand, Text: "Tacos", Variants: [new Told(account, FirstComment: new string('x', 501))], Unguided: true));
        tooLong.Findings.ShouldContain(finding => finding.Code == "text-too-long" && finding.Field == "firstComment");
    }

    private static async Task<Id<ReviewLink>> LinkAsync(Stage stage, Id<Post> post) => (await stage.World.RunAsync(new SendForReview([post], "The client"))).Link.Id;

    private static async Task<ProblemException?> HoldAsync(Stage stage, Id<Post> post, Id<ReviewLink>? link)
    {
        try
        {
            if (link is { } way)
            {
                await stage.World.RunAsync(new AnswerReview(way, post, 1, ReviewVerdict.Hold, "Mr Client"));
            }
            else
            {
                await stage.World.RunAsync(new HoldPost(post));
            }

            return null;
        }
        catch (ProblemException no)
        {
            return no;
        }
    }
}
