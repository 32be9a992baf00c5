using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Links;

/// <summary>
/// A short address that leads somewhere and counts who follows it. It works for ever: archiving hides it from lists,
/// nothing ever takes its code away. After its last day or its last click it leads to its fallback.
/// </summary>
public sealed class TrackedLink : Placed<TrackedLink>
{
    private TrackedLink()
    {
    }

    public TrackedLink(Id<Brand> brand, string code, string target, CampaignTags? tags, IReadOnlyCollection<string> ownHosts, LinkPlace place, bool passClickId, Instant now)
    {
        Brand = brand;
        Code = code;
        Tags = tags;
        StandFor(place);
        PassClickId = passClickId;
        LeadTo(target, ownHosts, now);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The code in the short address; unique over the whole installation.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The brand's own host it was handed out on; null for the address of the installation.</summary>
    public string? Host { get; private set; }

    /// <summary>The address as a person wrote it.</summary>
    public string Target { get; private set; } = "";

    /// <summary>The address that is served: the target with its tags.</summary>
    public string Destination { get; private set; } = "";

    /// <summary>Whether the target lies on one of the brand's own hosts.</summary>
    public bool IsOwnHost { get; private set; }

    /// <summary>What happened to the tags.</summary>
    public TagOutcome Outcome { get; private set; }

    public CampaignTags? Tags { get; private set; }

    public string? Title { get; private set; }

    /// <summary>Whether the redirect adds the click's id (bwc=…), so that the shop can send it back with an order. Own hosts only.</summary>
    public bool PassClickId { get; private set; }

    /// <summary>Who is led elsewhere, in the order the rules are asked.</summary>
    public IReadOnlyList<KeptRule> Rules { get; private set; } = [];

    /// <summary>Every address it has ever served, by number.</summary>
    public IReadOnlyList<ServedTarget> Served { get; private set; } = [];

    /// <summary>Which of them its own target is.</summary>
    public int Serves { get; private set; }

    /// <summary>The last day it leads to its target, in the brand's zone.</summary>
    public LocalDate? LastDay { get; private set; }

    /// <summary>How many clicks and scans that count it leads to its target.</summary>
    public int? MostClicks { get; private set; }

    /// <summary>Where it leads after that; null for the brand's fallback.</summary>
    public string? Fallback { get; private set; }

    /// <summary>The import that made it.</summary>
    public Id<LinkImport>? Import { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    /// <summary>When anything about the redirect last changed; other nodes read what is newer than they know.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>Leads somewhere else from now on; clicks so far stay counted.</summary>
    public void LeadTo(string target, IReadOnlyCollection<string> ownHosts, Instant now)
    {
        var uri = TaggedAddress.Web(target);
        var tagged = TaggedAddress.Of(target, Tags, ownHosts);
        (Target, Destination, Outcome) = (target.Trim(), tagged.Address, tagged.Outcome);
        IsOwnHost = TaggedAddress.IsOwn(uri.Host, ownHosts);
        Serves = Numbered(Destination, null, now);
        Decide([.. Rules.Select(rule => rule.Rule)], ownHosts, now);
    }

    /// <summary>Asks these rules in this order from now on; what was served so far stays on record.</summary>
    public void Decide(IReadOnlyList<LinkRule> rules, IReadOnlyCollection<string> ownHosts, Instant now)
    {
        Rule.Require(rules.Count <= LinkRule.Most, "rules-too-many", $"At most {LinkRule.Most} rules fit. Make a second link.", "rules");
        Rules = [.. rules.Select((rule, place) => Keep(rule, $"rules[{place}]", ownHosts, now))];
        ChangedAt = now;
    }

    /// <summary>Ends after a day or after a number of clicks, whichever comes first; null lifts a limit.</summary>
    /// <param name="lastDay">The last day.</param>
    /// <param name="mostClicks">How many clicks count.</param>
    /// <param name="fallback">Where it leads then.</param>
    /// <param name="today">Today in the brand's zone; a new last day does not lie before it.</param>
    /// <param name="now">The moment of the change.</param>
    public void Limit(LocalDate? lastDay, int? mostClicks, string? fallback, LocalDate today, Instant now)
    {
        Rule.Require(lastDay is not { } day || day == LastDay || day >= today, "last-day-past", "This day is over. Choose today or a later day; to end the link now, choose today and a limit of clicks.", "lastDay");
        Rule.Require(mostClicks is not < 1, "most-clicks-invalid", "Write a number of 1 or more, or leave it empty for no limit.", "mostClicks");
        var to = string.IsNullOrWhiteSpace(fallback) ? null : fallback.Trim();
        if (to is not null)
        {
            TaggedAddress.Web(to, "fallback");
        }

        (LastDay, MostClicks, Fallback, ChangedAt) = (lastDay, mostClicks, to, now);
    }

    /// <summary>Is handed out on one of the brand's own hosts. It works on every address it was given on, whatever comes later.</summary>
    public void StandOn(string? host) => Host = host;

    /// <summary>Counts for something else from now on, and carries its tags; the short address and its clicks stay.</summary>
    public void Count(LinkPlace place, CampaignTags? tags, IReadOnlyCollection<string> ownHosts, Instant now)
    {
        StandFor(place);
        Tags = tags;
        LeadTo(Target, ownHosts, now);
    }

    /// <summary>The brand has these sites now: tags come or go for the target and for each rule. A link that none of this concerns stays as it is.</summary>
    public void Follow(IReadOnlyCollection<string> ownHosts, Instant now)
    {
        var kept = (Destination, Outcome, IsOwnHost, ChangedAt, Rules);
        LeadTo(Target, ownHosts, now);
        if (kept.Destination == Destination && kept.Outcome == Outcome && kept.IsOwnHost == IsOwnHost && kept.Rules.SequenceEqual(Rules))
        {
            (Rules, ChangedAt) = (kept.Rules, kept.ChangedAt);
        }
    }

    public void Name(string? title) => Title = Rule.OptionalText(title, "title", 200);

    public void PassClicks(bool pass, Instant now) => (PassClickId, ChangedAt) = (pass, now);

    /// <summary>Came with others; they are taken back together.</summary>
    public void ComeWith(Id<LinkImport> import) => Import = import;

    /// <summary>Hides the link from lists; the short address keeps working.</summary>
    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    private KeptRule Keep(LinkRule rule, string field, IReadOnlyCollection<string> ownHosts, Instant now)
    {
        var uri = TaggedAddress.Web(rule.Target, field);
        var checkedRule = rule.Checked(field);
        var destination = TaggedAddress.Of(rule.Target, Tags, ownHosts).Address;
        return new KeptRule(checkedRule, destination, Numbered(destination, checkedRule, now), TaggedAddress.IsOwn(uri.Host, ownHosts));
    }

    /// <summary>The same address for the same reason keeps its number; any other gets the next one.</summary>
    private int Numbered(string address, LinkRule? rule, Instant now)
    {
        var known = Served.FirstOrDefault(one => one.Address == address && one.Rule == rule);
        if (known is null)
        {
            Served = [.. Served, known = new ServedTarget(Served.Count + 1, address, rule, now)];
        }

        return known.Number;
    }
}
