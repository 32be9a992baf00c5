using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Campaigns;

/// <summary>
/// An operation of a plan with a beginning and an end: what it is for, by what it is judged, who runs it. Posts, links and
/// work belong to it; its tag in addresses stays the same however it is called.
/// </summary>
public sealed class Campaign : Entity<Campaign>
{
    private Campaign()
    {
    }

    /// <summary>A campaign has a name and a kind; everything else may come later.</summary>
    public Campaign(Plan plan, string name, CampaignKind kind)
    {
        (Plan, Brand) = (plan.Id, plan.Brand);
        Rename(name);
        Become(kind);
        Tag = Slug(name);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Name { get; private set; } = "";

    public CampaignKind Kind { get; private set; }

    /// <summary>utm_campaign of its links; one per plan.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>What it is about, in words.</summary>
    public string? About { get; private set; }

    /// <summary>The first of the brand's days; null while it is not decided.</summary>
    public LocalDate? From { get; private set; }

    /// <summary>The last day.</summary>
    public LocalDate? Until { get; private set; }

    public Id<Member>? Owner { get; private set; }

    /// <summary>The goals it serves; with none it is not gauged.</summary>
    public IReadOnlyList<Id<Goal>> Goals { get; private set; } = [];

    /// <summary>The channels it runs on.</summary>
    public IReadOnlyList<Id<Channel>> Channels { get; private set; } = [];

    /// <summary>What it is judged by.</summary>
    public IReadOnlyList<CampaignKpi> Kpis { get; private set; } = [];

    /// <summary>What may be spent on it, in minor units of <see cref="Currency"/>.</summary>
    public long? BudgetMinor { get; private set; }

    public string? Currency { get; private set; }

    public CampaignStatus Status { get; private set; }

    /// <summary>What was said at the last move: how it ended, why it was given up.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was taken out of the plan; it can be put back.</summary>
    public Instant? RemovedAt { get; private set; }

    public Money? Budget => BudgetMinor is { } minor ? new Money(minor, Currency!) : null;

    /// <summary>Whether reach is paid for: advertising, or anything with a budget.</summary>
    public bool IsPaid => Kind == CampaignKind.Advertising || BudgetMinor > 0;

    /// <summary>Whether it counts: neither taken out nor given up.</summary>
    public bool Counts => RemovedAt is null && Status != CampaignStatus.Cancelled;

    public void Rename(string name) => Name = Rule.Text(name, "name", 120);

    public void Become(CampaignKind kind)
    {
        CampaignKpis.For(kind);
        Kind = kind;
    }

    /// <summary>The tag of its links, in the letters that tags may have.</summary>
    public void TagAs(string tag) => Tag = CampaignTags.Clean(tag, "tag");

    public void Describe(string? about) => About = Rule.OptionalText(about, "about");

    /// <summary>Both days or none; the last day is part of it. What runs has its days.</summary>
    public void Last(LocalDate? from, LocalDate? until)
    {
        Rule.Require((from is null) == (until is null), "window-half", "Say both the first and the last day, or neither.", from is null ? "from" : "until");
        Rule.Require(from is null || from <= until, "ends-before-start", "The campaign ends before it starts. Put the earlier day first.", "until");
        Rule.Require(from is not null || Status is CampaignStatus.Draft or CampaignStatus.Cancelled, "window-missing", "A campaign that has begun has its days.", "from");
        (From, Until) = (from, until);
    }

    public void Own(Id<Member>? owner) => Owner = owner;

    public void Serve(IEnumerable<Id<Goal>> goals) => Goals = [.. goals.Distinct()];

    public void RunOn(IEnumerable<Id<Channel>> channels) => Channels = [.. channels.Distinct()];

    public void MeasureBy(IReadOnlyList<CampaignKpi> kpis)
    {
        Rule.Require(kpis.Count <= CampaignKpis.Most, "kpis-too-many", $"A campaign is judged by at most {CampaignKpis.Most} numbers. Keep those that decide something.", "kpis");
        Rule.Require(kpis.Select(kpi => kpi.Metric).Distinct(StringComparer.Ordinal).Count() == kpis.Count, "kpi-twice", "A metric stands here twice. Keep one.", "kpis");
        Kpis = [.. kpis];
    }

    public void Spend(Money? budget)
    {
        Rule.Require(budget is null or { Minor: >= 0 }, "budget-negative", "A budget is zero or more.", "budget");
        (BudgetMinor, Currency) = (budget?.Minor, budget?.Currency);
    }

    /// <summary>Makes a move; starting needs the days, giving up needs the reason.</summary>
    public void Make(CampaignMove move, string? note)
    {
        var to = CampaignMoves.Make(Status, move);
        Rule.Require(move != CampaignMove.Start || From is not null, "window-missing", "Say from when until when it runs, then start it.", "from");
        Rule.Require(move != CampaignMove.Cancel || !string.IsNullOrWhiteSpace(note), "reason-missing", "Say why it is given up.", "note");
        (Status, Note) = (to, Rule.OptionalText(note, "note", 1000));
    }

    public void Remove(Instant now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    /// <summary>As it stood in a file.</summary>
    internal void Recall(CampaignStatus status, string? note) => (Status, Note) = (status, note);

    private static string Slug(string name)
    {
        var slug = CampaignTags.Slug(name);
        return slug.Length == 0 ? "campaign" : slug[..Math.Min(slug.Length, CampaignTags.Longest - 4)];
    }
}
