using Bellwether.Inbox;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>What people wrote to the demo's brand, and what it answered: praise, complaints and questions of the last weeks, typed in when they were looked through.</summary>
internal static class DemoCare
{
    private const string Google = "google_business";

    /// <summary>Somebody wrote: so many working days ago at a time of the brand; who answered what after how many minutes, and whether that settled it.</summary>
    private sealed record Talk(
        int DaysAgo, LocalTime At, CaseKind Kind, string? Network, string Author, string Text, int? Stars = null, string? Reply = null, int After = 0, bool Settled = true, int Who = 1,
        CaseSeverity? Severity = null, string? Machine = null, string? Note = null);

    private static readonly Talk[] Talks =
    [
        new(48, new LocalTime(12, 40), CaseKind.Review, Google, "Jonas W.", "Waited half an hour, then the van was out of beans. Not again.", 1,
            "We are sorry, Jonas. We now cook twice the beans on Thursdays, and the board says when something runs out. The next lunch is ours.", 95, Note: "Offered a lunch; he came back on Tuesday."),
        new(41, new LocalTime(9, 10), CaseKind.Message, "instagram", "mila.eats", "Is the mole vegan?", Reply: "Yes, all of it, also the stock. See you at lunch.", After: 22, Who: 0),
        new(36, new LocalTime(14, 5), CaseKind.Review, Google, "Aylin K.", "Best lunch at the harbour, and quick.", 5, "Thank you, Aylin. The harbour is our favourite spot too.", 310),
        new(30, new LocalTime(17, 45), CaseKind.Message, "instagram", "kiezkantine", "You were not at the library today. We came with eight people.", Severity: CaseSeverity.High,
            Machine: "Thank you for your message. We answer from Monday to Friday, 9 to 18.", Reply: "That was our fault: the workshop kept the van, and we said so too late. Eight tacos are waiting for you tomorrow.", After: 980),
        new(24, new LocalTime(11, 20), CaseKind.Comment, "bluesky", "radlerin.bsky.example", "Which day are you at the station?", Reply: "Wednesdays, 11:30 to 14:00, at the bicycle racks.", After: 35),
        new(19, new LocalTime(13, 30), CaseKind.Review, Google, "P. Brandt", "Good, but the card reader did not work again.", 3, "We have a second reader in the van since this week. Thank you for saying it.", 400, Who: 0),
        new(15, new LocalTime(10, 0), CaseKind.OtherWay, null, "Office of Miller & Sons", "Ordered for twelve by telephone, got ten.", Severity: CaseSeverity.High,
            Reply: "Brought the two missing lunches at 12:20 and took them off the bill.", After: 48, Who: 0, Note: "Orders by telephone are read back aloud from now on."),
        new(11, new LocalTime(16, 15), CaseKind.Mention, "mastodon", "@hafenblick", "The queue at the taco van is longer than the bridge today.", Reply: "We know. From next week a second person takes orders between 12 and 13.", After: 130),
        new(7, new LocalTime(12, 55), CaseKind.Review, Google, "Sven", "Cold tortillas.", 2, "Sorry, Sven. The hotplate failed that day and is mended. Write to us and the next one is ours.", 75, Settled: false),
        new(4, new LocalTime(15, 0), CaseKind.Message, "instagram", "studio.nord", "Could you cater for forty on the 12th?", Reply: "Gladly. We have written to you by mail with three menus.", After: 51, Settled: false, Who: 0),
        new(3, new LocalTime(11, 10), CaseKind.Review, Google, "Marlene", "A stone in the salsa. I nearly lost a tooth.", 1, Severity: CaseSeverity.Urgent, Machine: "Thank you for your review. Somebody will answer you soon."),
        new(1, new LocalTime(17, 20), CaseKind.Comment, "bluesky", "tofu-tina.bsky.example", "Will there be a vegan week again?"),
    ];

    /// <summary>Plays them all, with the answers that are given often.</summary>
    public static async Task PlayAsync(DemoStage stage, DemoScene scene, CancellationToken cancel)
    {
        var (ana, ben, _) = scene.Cast;
        (string Title, string Text)[] often =
        [
            ("Sorry, and what we do about it", "We are sorry, {{name}}. {{what we changed}} The next lunch is ours: show this message at the van."),
            ("Where we are", "Hello {{name}}, today we are at {{place}} from 11:30 to 14:00. The week stands in our profile."),
            ("Thank you for the review", "Thank you, {{name}}. We are happy that you took the time. {{me}}, {{brand}}"),
        ];
        foreach (var (title, text) in often)
        {
            await stage.AskAsync(ana, new AddCannedAnswer(scene.Brand.Id, title, text), cancel);
        }

        foreach (var talk in Talks.OrderByDescending(talk => talk.DaysAgo))
        {
            await TalkAsync(stage, scene, talk, talk.Who == 0 ? ana : ben, cancel);
        }
    }

    private static async Task TalkAsync(DemoStage stage, DemoScene scene, Talk talk, DemoPerson who, CancellationToken cancel)
    {
        var at = Instant.Min(WorkingDay(scene.Today, talk.DaysAgo).At(talk.At).InZoneLeniently(scene.Brand.Zone).ToInstant(), stage.Now);
        var account = talk.Network == scene.Bluesky.Network ? scene.Bluesky.Id : talk.Network == scene.Instagram.Network ? scene.Instagram.Id : (Id<Audits.SocialAccount>?)null;
        var found = (await stage.AskAsync(who, new ReceiveMessage(scene.Brand.Id, talk.Text, talk.Kind, talk.Network, account, talk.Author, talk.Stars, At: at, Severity: talk.Severity), cancel)).Case;
        await stage.AskAsync(who, new AssignCase(found.Id, talk.Reply is null ? scene.Owner : who.Id), cancel);
        if (talk.Machine is { } machine)
        {
            await stage.AskAsync(who, new ReplyToCase(found.Id, machine, ReplyWay.Privately, Automatic: true, At: Instant.Min(at + Duration.FromMinutes(1), stage.Now)), cancel);
        }

        if (talk.Note is { } note)
        {
            await stage.AskAsync(who, new NoteOnCase(found.Id, note), cancel);
        }

        if (talk.Reply is { } reply)
        {
            var way = talk.Kind switch { CaseKind.Message => ReplyWay.Privately, CaseKind.OtherWay => ReplyWay.OtherWay, _ => ReplyWay.Publicly };
            await stage.AskAsync(who, new ReplyToCase(found.Id, reply, way, At: Instant.Min(at + Duration.FromMinutes(talk.After), stage.Now), Resolve: talk.Settled), cancel);
        }
    }

    /// <summary>The working day so many days back.</summary>
    private static LocalDate WorkingDay(LocalDate today, int daysAgo)
    {
        var day = today.PlusDays(-daysAgo);
        return day.DayOfWeek switch { IsoDayOfWeek.Saturday => day.PlusDays(-1), IsoDayOfWeek.Sunday => day.PlusDays(-2), _ => day };
    }
}
