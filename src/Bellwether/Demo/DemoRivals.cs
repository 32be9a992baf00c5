using Bellwether.Brands;
using Bellwether.Competitors;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>Whom the demo's brand looks at, what it learned there, and how the comparison went on through the year.</summary>
internal static class DemoRivals
{
    private const string Source = "read on the profile";

    /// <summary>A rival with where its followers stood when the year began and what it wins in a month.</summary>
    private sealed record Rival(string Name, RivalKind Kind, string Network, string Handle, string Says, decimal Followers, decimal AMonth, decimal PostsAWeek, decimal Engagement, decimal Minutes, decimal Pictures);

    private static readonly Rival[] Rivals =
    [
        new("Brotzeit & Co", RivalKind.Direct, "bluesky", "brotzeit.example", "The honest bakery lunch", 2350, 35, 5, 14, 190, 0.7m),
        new("Kebap am Kanal", RivalKind.Direct, "instagram", "kebap.am.kanal", "Berlin's crispiest, until late", 4100, 60, 7, 96, 600, 0.5m),
        new("The canteen", RivalKind.Indirect, "instagram", "canteen.demo", "Three dishes a day for students", 1900, 10, 2, 18, 1400, 0.9m),
        new("Seoul Truck", RivalKind.Model, "instagram", "seoul.truck.demo", "The van that is never where you think", 15200, 420, 4, 610, 45, 0.3m),
    ];

    /// <summary>Before the plan is in force: who is there, what they do well, where the brand stands, and what it borrows.</summary>
    public static async Task MakeAsync(DemoStage stage, DemoCast cast, Brand brand, Id<Plan> plan, Id<Goal> goal, LocalDate today, CancellationToken cancel)
    {
        var (ana, ben, _) = cast;
        var byName = new Dictionary<string, CompetitorView>(StringComparer.Ordinal);
        foreach (var rival in Rivals)
        {
            var added = await stage.AskAsync(ana, new AddCompetitor(brand.Id, rival.Name, rival.Kind, Position: rival.Says), cancel);
            byName[rival.Name] = await stage.AskAsync(ana, new FollowRival(added.Id, rival.Network, rival.Handle), cancel);
        }

        (SwotKind Kind, string Text, string? Evidence, string? Rival)[] points =
        [
            (SwotKind.Strength, "Lunch in four minutes, cooked where you see it", "Timed on three Thursdays", null),
            (SwotKind.Weakness, "Nobody finds us when the place changes", "Asked at the van", null),
            (SwotKind.Opportunity, "Offices order together, and nobody delivers hot before noon", null, null),
            (SwotKind.Threat, "The university renews its canteen next autumn", "Announced on its site", null),
            (SwotKind.Strength, "Answers within the hour", Source, "Seoul Truck"),
            (SwotKind.Weakness, "Answers once a day, if at all", Source, "Kebap am Kanal"),
        ];
        foreach (var (kind, text, evidence, rival) in points)
        {
            await stage.AskAsync(ana, new AddSwotPoint(brand.Id, kind, text, evidence, rival is null ? null : byName[rival].Id), cancel);
        }

        var truck = byName["Seoul Truck"].Id;
        var map = await stage.AskAsync(ben, new NotePractice(brand.Id, "The place of the day is a picture of the street", today.PlusDays(-9), "Its profile", truck, "instagram", "A photograph taken on arrival, with the corner in sight.", "One recognises a corner faster than one reads an address.", ["place", "picture"]), cancel);
        await stage.AskAsync(ben, new NotePractice(brand.Id, "Sold out is said in the same post", today.PlusDays(-6), "Its profile", byName["Brotzeit & Co"].Id, "bluesky", "The morning's post is answered with “sold out”.", "Nobody comes in vain and comes back."), cancel);
        await stage.AskAsync(ana, new CollectInspiration(brand.Id, "One dish, three sentences", "https://example.org/three-sentences", "bluesky", "A cookery writer", AuthorType.Leader, "What is in it, where it comes from, why today.", "Dry and warm", Tags: ["words"]), cancel);
        await stage.AskAsync(ben, new BorrowTactic(plan, "A picture of the corner each morning", map.Id.ToString(), goal.ToString(), "Our guests walk; they know corners, not street numbers.", "Four weeks with, four without: do more people look us up?", "Find us here", "We stand at the corner you know"), cancel);
    }

    /// <summary>The figures of every third month, and who was talked about in the last two.</summary>
    public static async Task CompareAsync(DemoStage stage, DemoScene scene, CancellationToken cancel)
    {
        var (ana, ben, cleo) = scene.Cast;
        var rivals = await stage.AskAsync(ana, new CompetitorList(scene.Brand.Id), cancel);
        for (var months = 0; scene.From.PlusMonths(months) <= scene.Today; months += 3)
        {
            foreach (var rival in Rivals)
            {
                var figures = new Figures(rival.Followers + (months * rival.AMonth), rival.PostsAWeek, rival.Engagement + months, rival.Minutes, new Dictionary<PublicPostForm, decimal> { [PublicPostForm.Image] = rival.Pictures, [PublicPostForm.Video] = 1 - rival.Pictures });
                await stage.AskAsync(cleo, new RecordSnapshot(scene.Brand.Id, scene.From.PlusMonths(months), Source, figures, rivals.First(one => one.Name == rival.Name).Id, Network: rival.Network), cancel);
            }
        }

        var borrowed = (await stage.AskAsync(ben, new BorrowedList(scene.Plan), cancel))[0];
        await stage.AskAsync(ben, new ActivateBorrowed(borrowed.Id, ben.Id, scene.Today.PlusDays(12)), cancel);
        // Just borrowed and not thought through yet.
        await stage.AskAsync(ana, new BorrowTactic(scene.Plan, "Sold out, said in the same post", rivals.First(one => one.Name == "Brotzeit & Co").Id.ToString()), cancel);
        (string Text, WatchKind Kind, long Then, long Now)[] words = [("taco loco", WatchKind.Own, 38, 57), ("seoul truck", WatchKind.Rival, 91, 84), ("lunch berlin", WatchKind.Topic, 420, 455)];
        foreach (var (text, kind, then, now) in words)
        {
            var term = await stage.AskAsync(ana, new WatchFor(scene.Brand.Id, text, kind, kind == WatchKind.Rival ? rivals.First(one => one.Name == "Seoul Truck").Id : null), cancel);
            foreach (var (count, back) in new[] { (then, 2), (now, 1) })
            {
                var first = new LocalDate(scene.Today.Year, scene.Today.Month, 1).PlusMonths(-back);
                await stage.AskAsync(cleo, new CountMentions(term.Id, first, first.PlusMonths(1).PlusDays(-1), count, "Search on Bluesky", kind == WatchKind.Own ? count / 5 : null), cancel);
            }
        }
    }
}
