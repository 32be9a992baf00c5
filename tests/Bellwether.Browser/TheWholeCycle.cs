using System.Diagnostics;
using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;

namespace Bellwether.Browser;

/// <summary>
/// An owner with an empty folder walks the whole circle for a restaurant brand of three, with the keyboard and the mouse:
/// plan, goals, channels, actions, calendar, a post on a real network, a real click, an order, numbers, review, version 2,
/// playbook, the plan as a file, the next cycle. Only the outside world is not a person at the screen: the guest's click,
/// the till's order, the network's own reading.
/// </summary>
public sealed class TheWholeCycle
{
    [Fact]
    [Requirement("R000-01")]
    [Requirement("R001-05")]
    [Requirement("R002-45")]
    [Requirement("R004-33")]
    public async Task From_an_empty_folder_to_version_two_and_the_next_cycle()
    {
        var watch = Stopwatch.StartNew();
        var network = PdsServer.Shared();
        await using var app = await AppProcess.Start(variables: new Dictionary<string, string>(StringComparer.Ordinal) { ["BELLWETHER_ALLOW_HOSTS"] = "localhost,127.0.0.1" });
        var pds = await network;
        var account = await pds.CreateAccount();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync(Story.Brand);
        Visitor ben = null!;
        string plan = "", goal = "", code = "";

        await Step(ana, "people", async () => ben = await InvitingPeople.AsManagerAsync(ana));
        await Step(ana, "outline", async () => plan = await OutliningPlan.FromTemplateAsync(ana));
        await Step(ana, "review schedule", () => OutliningPlan.ScheduleReviewsAsync(ana));
        await Step(ana, "goals", async () => goal = await WritingGoals.CompleteAsync(ana, plan));
        await Step(ana, "account", () => ConnectingAccounts.ConnectAsync(ana, pds, account));
        await Step(ana, "rhythm and rules", () => ConnectingAccounts.SettleAsync(ana, account));
        await Step(ana, "audience", () => DescribingAudiences.DescribeAsync(ana));
        await Step(ana, "channel", () => FillingChannels.FillAsync(ana, plan, account));
        await Step(ana, "work", () => AssigningWork.AssignAsync(ana, plan));
        await Step(ana, "gates", () => PassingGates.ActivateAsync(ana, plan));
        await Step(ana, "post", async () => code = await PublishingPosts.PublishAsync(ana, ben, pds, account));
        await Step(ana, "drag", () => PublishingPosts.DragAsync(ana, ben));
        await Step(ana, "library", () => KeepingPictures.KeepAsync(ana));
        await Step(ana, "click and order", () => FollowingClicks.FollowAsync(ana, code, goal));
        await Step(ana, "import", () => EnteringNumbers.ImportAsync(ana));
        await Step(ana, "grid", () => EnteringNumbers.TypeAsync(ana));
        await Step(ana, "review", () => HoldingReview.HoldAsync(ana, plan));
        await Step(ana, "playbook", () => SharingPlaybook.ShareAndRevokeAsync(ana));
        await Step(ana, "plan file", () => MovingPlanFile.ThroughAnEmptyProgramAsync(ana, plan));
        await Step(ana, "today", () => TodayAsync(ana));
        await Step(ana, "next cycle", () => BeginningNextCycle.BeginAsync(ana, plan));

        Say($"The whole cycle took {watch.Elapsed.TotalSeconds:0} s.");
    }

    /// <summary>Step 11: the home screen shows execution.</summary>
    private static async Task TodayAsync(Visitor ana)
    {
        await ana.TurnToAsync("Today");
        await ana.SeesHeadingAsync("Due for you");
        await ana.SeesHeadingAsync("Next review");
    }

    /// <summary>One step of the way, and how long it took; where it fails, a picture of the screen stays beside the tests.</summary>
    private static async Task Step(Visitor who, string name, Func<Task> walk)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await walk();
        }
        catch
        {
            var picture = Path.Combine(AppContext.BaseDirectory, $"failed-{name.Replace(' ', '-')}.png");
            await who.Page.ScreenshotAsync(new() { Path = picture });
            Say($"{name} failed at {who.Page.Url}; the screen: {picture}");
            throw;
        }

        Say($"{name}: {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
