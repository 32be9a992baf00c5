using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>A picture or video of a variant, in its place; the alt text is said here for this post.</summary>
/// <param name="Asset">The asset in Media.</param>
/// <param name="Alt">What a person who cannot see it should know; null only when decorative.</param>
/// <param name="Decorative">Said on purpose: it carries no information.</param>
/// <param name="Original">The picture this one was cut from for this network; null where it is shown whole.</param>
public sealed record VariantMedia(Id<Asset> Asset, string? Alt = null, bool Decorative = false, Id<Asset>? Original = null);

/// <summary>What one account is to say, as it is written.</summary>
/// <param name="Account">The account it goes out on.</param>
/// <param name="Network">The account's network.</param>
/// <param name="Text">Words of its own; null follows the shared text.</param>
/// <param name="Media">Pictures and videos in their order.</param>
/// <param name="Link">A link shown beside the text where the network wants one.</param>
/// <param name="Id">The id a file gave it; null for a fresh one.</param>
/// <param name="FirstComment">What is said below it right after it is out.</param>
/// <param name="Options">What it says of itself on this network, by the keys of the network's options; the account's settings count for the rest.</param>
public sealed record VariantDraft(
    Id<SocialAccount> Account, string Network, string? Text, IReadOnlyList<VariantMedia> Media, string? Link, Id<Variant>? Id = null, string? FirstComment = null,
    IReadOnlyDictionary<string, string>? Options = null);

/// <summary>A post as one account tells it.</summary>
public sealed class Variant : Entity<Variant>
{
    private Variant()
    {
    }

    internal Variant(Id<Post> post, Id<SocialAccount> account, string network) => (Post, Account, Network) = (post, account, network);

    public Id<Post> Post { get; private set; }

    public Id<SocialAccount> Account { get; private set; }

    /// <summary>Key of the network, such as “mastodon”.</summary>
    public string Network { get; private set; } = "";

    /// <summary>Words of its own; null while it follows the shared text.</summary>
    public string? OwnText { get; private set; }

    /// <summary>The text with its links made short and tracked; null until the post is scheduled.</summary>
    public string? LinkedText { get; private set; }

    /// <summary>A link shown beside the text where the network wants one.</summary>
    public string? Link { get; private set; }

    /// <summary>The link made short and tracked; null until the post is scheduled.</summary>
    public string? TrackedLink { get; private set; }

    /// <summary>What is said below it right after it is out, such as the link or the hashtags.</summary>
    public string? FirstComment { get; private set; }

    /// <summary>The first comment with its links made short and tracked; null until the post is scheduled.</summary>
    public string? LinkedComment { get; private set; }

    public IReadOnlyList<VariantMedia> Media { get; private set; } = [];

    /// <summary>What it says of itself on this network, such as its audience; the account's settings count for the rest.</summary>
    public IReadOnlyDictionary<string, string> Options { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The addresses among the options made short and tracked, by their keys; null until the post is scheduled, or where there are none.</summary>
    public IReadOnlyDictionary<string, string>? LinkedOptions { get; private set; }

    /// <summary>What it says of itself as it goes out, with tracked addresses where they were made.</summary>
    public IReadOnlyDictionary<string, string> OptionsToSend =>
        LinkedOptions is not { Count: > 0 } linked ? Options : Options.ToDictionary(pair => pair.Key, pair => linked.GetValueOrDefault(pair.Key) ?? pair.Value, StringComparer.Ordinal);

    /// <summary>Its place among the post's variants.</summary>
    public int Place { get; private set; }

    /// <summary>Whether it has left the shared text.</summary>
    public bool IsDetached => OwnText is not null;

    /// <summary>Its words as written.</summary>
    public string Written(Post post) => OwnText ?? post.Text;

    /// <summary>The parts to send, one unless it is a thread, with tracked links where they were made; the first comment goes out last.</summary>
    public IReadOnlyList<string> Parts(Post post)
    {
        var parts = ThreadText.Parts(LinkedText ?? Written(post));
        return (LinkedComment ?? FirstComment) is { } comment ? [.. parts, comment] : parts;
    }

    /// <summary>Everything it says, to be said again.</summary>
    public VariantDraft Draft() => new(Account, Network, OwnText, Media, Link, FirstComment: FirstComment, Options: Options.Count == 0 ? null : Options);

    /// <summary>How many of the parts are the post itself; what follows is its first comment.</summary>
    public int PartsOfPost(Post post) => ThreadText.Parts(LinkedText ?? Written(post)).Count;

    internal void Become(VariantDraft draft, int place)
    {
        OwnText = Rule.OptionalText(draft.Text, "text", 20_000);
        Link = Rule.OptionalText(draft.Link, "link", 2_000);
        Rule.Require(Link is null || (Uri.TryCreate(Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"), "link-invalid", $"“{Link}” is no web address. Start it with https://.", "link");
        FirstComment = Rule.OptionalText(draft.FirstComment, "firstComment", 10_000);
        Media = [.. draft.Media.Select(media => media with { Alt = Rule.OptionalText(media.Alt, "alt", 4_000) })];
        Options = OptionsOf(draft);
        (Place, Network, LinkedText, TrackedLink, LinkedComment, LinkedOptions) = (place, draft.Network, null, null, null, null);
    }

    /// <summary>What was said, in one order, without what was left empty; 422 for what the network does not know.</summary>
    private static Dictionary<string, string> OptionsOf(VariantDraft draft)
    {
        var network = NetworkCatalogue.Of(draft.Network);
        var known = network.Posting.Options.Select(option => option.Key).ToList();
        var said = (draft.Options ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(pair => (pair.Key, Value: Rule.OptionalText(pair.Value, "options", 2_000))).Where(pair => pair.Value is not null).ToList();
        var strange = said.Find(pair => !known.Contains(pair.Key)).Key;
        Rule.Require(strange is null, "option-unknown", $"{network.Name} knows no option “{strange}”. {(known.Count == 0 ? "It has none." : $"It has: {string.Join(", ", known)}.")}", "options");
        return said.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
    }

    internal void LinkAs(string text, string? link, string? comment, IReadOnlyDictionary<string, string>? options = null) =>
        (LinkedText, TrackedLink, LinkedComment, LinkedOptions) = (text, link, comment, options is { Count: > 0 } ? options : null);

    /// <summary>The addresses that the options say, by their keys.</summary>
    internal static IEnumerable<(string Key, string Address)> LinksAmong(string network, IReadOnlyDictionary<string, string> options) =>
        from option in NetworkCatalogue.Of(network).Posting.Options
        where option.Kind == PostOptionKind.Link && options.ContainsKey(option.Key)
        select (option.Key, options[option.Key]);
}
