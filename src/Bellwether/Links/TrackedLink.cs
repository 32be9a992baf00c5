using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Links;

/// <summary>
/// A short address that leads somewhere and counts who follows it. It works for ever: archiving hides it from lists,
/// nothing ever takes its code away.
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
        ChangedAt = now;
    }

    /// <summary>Counts for something else from now on, and carries its tags; the short address and its clicks stay.</summary>
    public void Count(LinkPlace place, CampaignTags? tags, IReadOnlyCollection<string> ownHosts, Instant now)
    {
        StandFor(place);
        Tags = tags;
        LeadTo(Target, ownHosts, now);
    }

    public void Name(string? title) => Title = Rule.OptionalText(title, "title", 200);

    public void PassClicks(bool pass, Instant now) => (PassClickId, ChangedAt) = (pass, now);

    /// <summary>Hides the link from lists; the short address keeps working.</summary>
    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}
