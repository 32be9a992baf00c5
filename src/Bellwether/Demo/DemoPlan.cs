using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Transfer;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>What the demo's year is played on.</summary>
/// <param name="Channel">The channel that links in posts count for.</param>
/// <param name="From">The day the plan comes into force.</param>
/// <param name="Today">The brand's date.</param>
/// <param name="Lunch">The campaign that most posts belong to.</param>
/// <param name="Owner">Whoever loads the demo, as a member; Ana when it is the program.</param>
internal sealed record DemoScene(
    Brand Brand, Id<Plan> Plan, DemoCast Cast, Id<Member> Owner, SocialAccountView Bluesky, SocialAccountView Instagram, Id<Channel> Channel, IReadOnlyList<GoalRow> Goals,
    IReadOnlyList<ContentPillarView> Themes, IReadOnlyList<AssetView> Pictures, LocalDate From, LocalDate Today, Id<Campaign> Lunch);

/// <summary>Outlines the demo's plan from its plan file, lets everybody see it, and puts it into force through every gate.</summary>
internal static partial class DemoPlan
{
    public const string BrandName = "Taco Loco (demo)";

    /// <summary>How many days before its first day the plan is written.</summary>
    public const int Ahead = 12;

    public static async Task<DemoScene> MakeAsync(DemoStage stage, Brand brand, LocalDate from, LocalDate today, Member? me, CancellationToken cancel)
    {
        var cast = await DemoCast.HireAsync(stage, brand.Id, cancel);
        var (ana, ben, cleo) = cast;
        var mail = me?.Email ?? ana.Email;
        var plan = (await stage.AskAsync(new ImportPlan(File(from, today, mail), brand.Id), cancel)).Id;
        await stage.AskAsync(ana, new SetCalendarRules(brand.Id, ApprovalNeeded: true, FourEyes: false, SameTextPolicy.Warn), cancel);
        await stage.AskAsync(ana, new SetBrandWords(brand.Id, [], [new AvoidedWord("cheap", "fairly priced"), new AvoidedWord("guaranteed")]), cancel);
        var pictures = new[]
        {
            await stage.AskAsync(ben, new AddAsset(brand.Id, "Taco on a plate", Resource("taco.jpg"), "A taco with meat, onions and coriander on a white plate."), cancel),
            await stage.AskAsync(ben, new AddAsset(brand.Id, "Dish of the day", Resource("dish.jpg"), "A taco with red cabbage and lime on a white plate."), cancel),
        };
        var accounts = (await stage.AskAsync(new AccountInventory(brand.Id), cancel)).Accounts;
        foreach (var account in accounts.Where(account => account.Network != "google_business"))
        {
            await stage.AskAsync(ana, new DecideDisposition(account.Id, Disposition.Keep), cancel);
        }

        var old = await stage.AskAsync(ana, new AddSocialAccount(brand.Id, "facebook", "tacoloco.old", "https://facebook.com/tacoloco.old", "The page of the first van, from before we had a site.", ana.Id), cancel);
        await stage.AskAsync(ana, new DecideDisposition(old.Id, Disposition.Park, "Nobody has answered there for two years; the name is kept."), cancel);
        await stage.AskAsync(ana, new PublishStatement(plan), cancel);
        var followers = (await stage.AskAsync(new GoalList(plan), cancel)).First(goal => goal.Metric?.Key == "followers").Id;
        await DemoResearch.MakeAsync(stage, ana, brand, plan, followers, from.PlusDays(-Ahead), cancel);
        await DemoPosition.MakeAsync(stage, ana, brand, plan, accounts, from.PlusDays(-Ahead), cancel);
        var found = (await stage.AskAsync(new GoalList(plan), cancel)).First(goal => goal.Metric?.Key == "sessions_social").Id;
        await DemoRivals.MakeAsync(stage, cast, brand, plan, found, from.PlusDays(-Ahead), cancel);
        await RestAsync(stage, ana, plan, followers, from, cancel);
        var lunch = (await stage.AskAsync(new CampaignList(plan), cancel)).Campaigns.First(campaign => campaign.Tag == "lunch").Id;
        await stage.AskAsync(ben, new StateExpectation(plan, lunch.ToString(), "link_clicks", 60, 14, from, "Three posts a week, ten clicks each"), cancel);
        stage.MoveTo(from.At(new LocalTime(8, 30)).InZoneLeniently(brand.Zone).ToInstant());
        await stage.AskAsync(ana, new ActivatePlan(plan), cancel);
        await stage.AskAsync(ana, new ApproveBudget(plan, Money.Of(2000, brand.Currency), Reason: "Without the cards; we look at those again after the summer."), cancel);
        await SeenAsync(stage, plan, [ben, cleo], me is not null, cancel);
        return new DemoScene(
            brand, plan, cast, me?.Id ?? ana.Id, accounts.First(account => account.Network == "bluesky"), accounts.First(account => account.Network == "instagram"),
            (await stage.AskAsync(new ChannelList(plan), cancel)).First(channel => channel.Network == "bluesky").Id,
            await stage.AskAsync(new GoalList(plan), cancel), await stage.AskAsync(new ContentPillars(plan), cancel), pictures, from, today, lunch);
    }

    /// <summary>What the plan rests on, the hours there are, and what might go wrong.</summary>
    private static async Task RestAsync(DemoStage stage, DemoPerson ana, Id<Plan> plan, Id<Goal> followers, LocalDate from, CancellationToken cancel)
    {
        var guess = new GuessSheet(900, 700, 1100, from.PlusMonths(2), 0.7m);
        await stage.AskAsync(ana, new AddAssumption(plan, "The menu page has some 900 visits from social media in two months", "Last spring it had 15 a day, and the van stood in fewer places.", "sessions_social", guess, Goal: followers), cancel);
        await stage.AskAsync(ana, new AddPremortemEntry(plan, "Nobody knew in the morning where the van would stand", "The place is decided the evening before"), cancel);
        await stage.AskAsync(ana, new SetPlanHours(plan, ana.Id, 6), cancel);
    }

    /// <summary>Everybody confirms what was told so far.</summary>
    public static async Task SeenAsync(DemoStage stage, Id<Plan> plan, IReadOnlyList<DemoPerson> by, bool me, CancellationToken cancel)
    {
        foreach (var notice in await stage.AskAsync(new PlanNoticeList(plan), cancel))
        {
            foreach (var person in by)
            {
                await stage.AskAsync(person, new AcknowledgeNotice(plan, notice.Id), cancel);
            }

            if (me && !notice.SeenByMe)
            {
                await stage.AskAsync(new AcknowledgeNotice(plan, notice.Id), cancel);
            }
        }
    }

    private static byte[] File(LocalDate from, LocalDate today, string me)
    {
        string Day(Match match)
        {
            var day = match.Groups["day"].Value switch { "start" => from, "end" => today.PlusMonths(6), _ => today };
            var more = match.Groups["more"].Success ? int.Parse(match.Groups["more"].Value, CultureInfo.InvariantCulture) : 0;
            return day.PlusDays(more).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        }

        // Nobody holds a review at Christmas.
        var holidays = Enumerable.Range(from.Year, 3).SelectMany(year => new[] { $"\"{year}-12-24\"", $"\"{year}-12-25\"", $"\"{year}-12-26\"", $"\"{year}-12-31\"" });
        var text = Encoding.UTF8.GetString(Resource("plan.yaml")).Replace("{me}", me, StringComparison.Ordinal).Replace("{holidays}", string.Join(", ", holidays), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(Days().Replace(text, Day));
    }

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Bellwether.Demo.Data.{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"\{(?<day>start|today|end)(\+(?<more>[0-9]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Days();
}
