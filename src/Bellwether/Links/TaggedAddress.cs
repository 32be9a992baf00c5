using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>Why an address did or did not get campaign tags.</summary>
public enum TagOutcome
{
    /// <summary>All tags were added.</summary>
    Tagged,

    /// <summary>Some tags were there already and stay as they are; the missing ones were added.</summary>
    Completed,

    /// <summary>Every tag was there already.</summary>
    AlreadyTagged,

    /// <summary>The host is not one of the brand's own; tags would tell strangers about the campaign and help nobody.</summary>
    OtherHost,

    /// <summary>The link stands on the brand's own site; tags would overwrite where the visitor came from.</summary>
    Internal,

    /// <summary>No tags were asked for.</summary>
    NoTags,
}

/// <summary>An address a link leads to, with the tags it may carry.</summary>
public sealed record TaggedAddress(string Address, TagOutcome Outcome)
{
    /// <summary>
    /// Adds campaign tags to a web address of the brand's own hosts. Query and fragment stay as they are, existing tags are
    /// never overwritten. Anything but an absolute http or https address is refused.
    /// </summary>
    /// <param name="address">The address as it was written.</param>
    /// <param name="tags">The tags, if any.</param>
    /// <param name="ownHosts">The brand's own hosts; a subdomain counts.</param>
    /// <param name="placedOn">The host of the page on which the link stands, when known.</param>
    public static TaggedAddress Of(string address, CampaignTags? tags, IReadOnlyCollection<string> ownHosts, string? placedOn = null)
    {
        var uri = Web(address);
        var text = address.Trim();
        if (tags is null)
        {
            return new(text, TagOutcome.NoTags);
        }

        if (!IsOwn(uri.Host, ownHosts))
        {
            return new(text, TagOutcome.OtherHost);
        }

        if (placedOn is not null && IsOwn(placedOn, ownHosts))
        {
            return new(text, TagOutcome.Internal);
        }

        var present = Names(Query(text));
        var missing = tags.Parameters().Where(tag => !present.Contains(tag.Key)).ToList();
        var outcome = missing.Count == 0 ? TagOutcome.AlreadyTagged
            : missing.Count < tags.Parameters().Count() ? TagOutcome.Completed
            : TagOutcome.Tagged;
        return new(missing.Aggregate(text, (so, tag) => With(so, tag.Key, tag.Value)), outcome);
    }

    /// <summary>The address as a web address; 422 for mailto:, javascript:, relative and other addresses.</summary>
    public static Uri Web(string? address, string field = "target")
    {
        var text = Rule.Text(address, field, 4000, "the address in full, starting with https://");
        Rule.Require(
            Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && text.Contains("://", StringComparison.Ordinal),
            "address-not-web",
            $"“{Excerpt.Of(text, 80)}” is no web address. Write it in full, starting with https://.",
            field);
        Rule.Require(uri.UserInfo.Length == 0, "address-with-password", "The address holds a name or password before the @. Remove it: everybody could read it.", field);
        Rule.Require(!text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)), "address-with-spaces", "The address holds a space or a line break. Write %20 for a space.", field);
        return uri;
    }

    /// <summary>Whether a host is one of the brand's own or below one.</summary>
    public static bool IsOwn(string host, IReadOnlyCollection<string> ownHosts) =>
        ownHosts.Select(Bare).Any(own => own.Length > 0 && (Bare(host) == own || Bare(host).EndsWith("." + own, StringComparison.Ordinal)));

    /// <summary>The address with one more parameter; the fragment stays last.</summary>
    public static string With(string address, string name, string value)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (front, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        var between = !front.Contains('?', StringComparison.Ordinal) ? "?" : front[^1] is '?' or '&' ? "" : "&";
        return $"{front}{between}{name}={Uri.EscapeDataString(value)}{fragment}";
    }

    private static string Bare(string host)
    {
        var lower = host.Trim().TrimEnd('.').ToLowerInvariant();
        return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    private static string Query(string address)
    {
        var front = address.Split('#')[0];
        var question = front.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? "" : front[(question + 1)..];
    }

    private static HashSet<string> Names(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => Uri.UnescapeDataString(part.Split('=')[0]).ToLowerInvariant())];
}
