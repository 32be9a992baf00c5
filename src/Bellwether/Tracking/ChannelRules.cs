using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Links;

namespace Bellwether.Tracking;

/// <summary>Where a visit says it comes from. Tags of the address beat the referrer.</summary>
public sealed record Arrival(string? Source, string? Medium, string? Campaign = null, string? Referrer = null);

/// <summary>
/// Sorts visits into default channel groups: case does not matter, the first rule that fits wins.
/// Own instances of open networks can be named, because their hosts are without number.
/// </summary>
public sealed partial class ChannelRules(ReferrerHosts hosts, IEnumerable<string>? ownSocialHosts = null)
{
    /// <summary>Grows with every change of rules or lists; stored with each click, so that history can be sorted anew.</summary>
    public const int Version = 2;

    private static readonly HashSet<string> DisplayMedia = ["display", "banner", "expandable", "interstitial", "cpm"];
    private static readonly HashSet<string> SocialMedia = ["social", "social-network", "social-media", "sm", "social network", "social media"];
    private static readonly HashSet<string> EmailWords = ["email", "e-mail", "e_mail", "e mail"];
    private static readonly HashSet<string> NoMedium = ["", "(none)", "(not set)"];

    private readonly HashSet<string> ownSocial = [.. (ownSocialHosts ?? []).Select(ReferrerHosts.HostOf)];

    /// <summary>The rules with the lists that come with the program.</summary>
    public static ChannelRules Shipped { get; } = new(ReferrerHosts.Shipped);

    /// <summary>
    /// The channel group of a visit. Pages of the brand itself and places where people pay bring nobody: who comes back from there
    /// counts as having come by themselves.
    /// </summary>
    /// <param name="arrival">Where it says it comes from.</param>
    /// <param name="ownHosts">The brand's own hosts.</param>
    public ChannelGroup Group(Arrival arrival, IReadOnlyCollection<string>? ownHosts = null)
    {
        arrival = IsNobodys(arrival.Referrer, ownHosts) ? arrival with { Referrer = null } : arrival;
        var source = Lower(arrival.Source);
        var medium = Lower(arrival.Medium);
        var campaign = Lower(arrival.Campaign);
        var tagged = source.Length > 0 && source != "(direct)";
        var kind = tagged ? KindOfSource(source) : KindOfReferrer(arrival.Referrer);
        return Special(kind, medium, campaign) ?? Paid(kind, medium, campaign) ?? Unpaid(kind, source, medium, campaign)
            ?? Rest(source, medium, tagged || ReferrerHosts.HostOf(arrival.Referrer).Length > 0);
    }

    /// <summary>Where a visit came from, as people call it: the name of a known site, else the tag or host itself; null when it came by itself.</summary>
    public string? OriginOf(Arrival arrival, IReadOnlyCollection<string>? ownHosts = null)
    {
        var source = Lower(arrival.Source);
        if (source.Length > 0 && source != "(direct)")
        {
            return hosts.OfSource(source)?.Name ?? source;
        }

        var host = ReferrerHosts.HostOf(arrival.Referrer);
        return host.Length == 0 || IsNobodys(arrival.Referrer, ownHosts) ? null : hosts.OfReferrer(arrival.Referrer)?.Name ?? host;
    }

    private bool IsNobodys(string? referrer, IReadOnlyCollection<string>? ownHosts) =>
        !string.IsNullOrEmpty(referrer)
        && (KindOfReferrer(referrer) == HostKind.Payment || (ownHosts is { Count: > 0 } && TaggedAddress.IsOwn(ReferrerHosts.HostOf(referrer), ownHosts)));

    private static ChannelGroup? Special(HostKind? kind, string medium, string campaign) =>
        campaign.Contains("cross-network", StringComparison.Ordinal) ? ChannelGroup.CrossNetwork
        : PaidMedium().IsMatch(medium) && IsShopping(kind, campaign) ? ChannelGroup.PaidShopping
        : null;

    private static ChannelGroup? Paid(HostKind? kind, string medium, string campaign)
    {
        var paid = PaidMedium().IsMatch(medium);
        return (paid, kind) switch
        {
            (true, HostKind.Search) => ChannelGroup.PaidSearch,
            (true, HostKind.Social) => ChannelGroup.PaidSocial,
            (true, HostKind.Video) => ChannelGroup.PaidVideo,
            _ when DisplayMedia.Contains(medium) => ChannelGroup.Display,
            (true, _) => ChannelGroup.PaidOther,
            _ when IsShopping(kind, campaign) => ChannelGroup.OrganicShopping,
            _ => null,
        };
    }

    private static ChannelGroup? Unpaid(HostKind? kind, string source, string medium, string campaign) =>
        kind == HostKind.Social || SocialMedia.Contains(medium) ? ChannelGroup.OrganicSocial
        : kind == HostKind.Video || medium.Contains("video", StringComparison.Ordinal) ? ChannelGroup.OrganicVideo
        : kind == HostKind.Search || medium == "organic" ? ChannelGroup.OrganicSearch
        : kind == HostKind.Assistant ? ChannelGroup.AiAssistants
        : kind == HostKind.Email || EmailWords.Contains(source) || EmailWords.Contains(medium) ? ChannelGroup.Email
        : medium is "affiliate" or "affiliates" ? ChannelGroup.Affiliates
        : medium is "referral" or "app" or "link" ? ChannelGroup.Referral
        : medium == "audio" ? ChannelGroup.Audio
        : source == "sms" || medium == "sms" ? ChannelGroup.Sms
        : medium.EndsWith("push", StringComparison.Ordinal) || medium.Contains("mobile", StringComparison.Ordinal)
            || medium.Contains("notification", StringComparison.Ordinal) || source == "firebase" ? ChannelGroup.MobilePush
        : null;

    private static ChannelGroup Rest(string source, string medium, bool fromSomewhere) =>
        !NoMedium.Contains(medium) ? ChannelGroup.Unassigned
        : fromSomewhere ? ChannelGroup.Referral
        : source is "" or "(direct)" ? ChannelGroup.Direct
        : ChannelGroup.Unassigned;

    private static bool IsShopping(HostKind? kind, string campaign) => kind == HostKind.Shopping || ShoppingCampaign().IsMatch(campaign);

    private static string Lower(string? text) => text?.Trim().ToLowerInvariant() ?? "";

    private HostKind? KindOfSource(string source) => IsOwnSocial(source) ? HostKind.Social : hosts.OfSource(source)?.Kind;

    private HostKind? KindOfReferrer(string? referrer) => IsOwnSocial(referrer) ? HostKind.Social : hosts.OfReferrer(referrer)?.Kind;

    private bool IsOwnSocial(string? address) => ownSocial.Count > 0 && ownSocial.Contains(ReferrerHosts.HostOf(address));

    [GeneratedRegex("^(.*cp.*|ppc|retargeting|paid.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex PaidMedium();

    [GeneratedRegex("^(.*(([^a-df-z]|^)shop|shopping).*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex ShoppingCampaign();
}
