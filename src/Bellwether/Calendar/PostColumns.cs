using Bellwether.Audits;
using Bellwether.Metrics.Sheets;
using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>What a column of a file of posts can be.</summary>
/// <param name="Field">Its key: “text”; “bluesky.text” for words of one network, “tiktok.privacy” for what a network lets one say of a post.</param>
/// <param name="Label">Its name in words where it belongs to a network.</param>
public sealed record PostColumn(string Field, string? Label = null);

/// <summary>What a column can be, with the names it is known by, each as <see cref="HeaderText"/> compares them.</summary>
internal sealed record KnownColumn(string Field, string? Label, IReadOnlyList<string> Names);

/// <summary>The columns of a file of posts: those that every file can have, and those of the networks a brand is on.</summary>
internal static class PostColumns
{
    /// <summary>The field of a network's own words.</summary>
    public const string OwnText = "text";

    private static readonly KnownColumn[] Shared =
    [
        new("text", null, ["text", "post", "message", "content", "caption", "copy", "post text", "body", "nachricht", "beitrag", "inhalt"]),
        new("date", null, ["date", "day", "when", "scheduled at", "publish date", "scheduled date", "post date", "date and time", "datetime", "at", "datum", "tag"]),
        new("time", null, ["time", "hour", "publish time", "scheduled time", "post time", "uhrzeit", "zeit"]),
        new("accounts", null, ["accounts", "account", "profile", "profiles", "social accounts", "konten", "konto"]),
        new("network", null, ["network", "networks", "channel", "platform", "netzwerk", "kanal"]),
        new("handle", null, ["handle", "username", "user name", "name there"]),
        new("title", null, ["title", "name", "idea", "headline", "titel"]),
        new("theme", null, ["theme", "pillar", "category", "topic", "content pillar", "thema"]),
        new("link", null, ["link", "url", "adresse"]),
        new("hashtags", null, ["hashtags", "hashtag", "tags"]),
        new("firstComment", null, ["first comment", "firstcomment", "comment", "erster kommentar"]),
        new("pictures", null, ["pictures", "picture", "media", "images", "image", "photos", "photo", "videos", "video", "bilder", "bild"]),
        new("campaign", null, ["campaign", "kampagne"]),
    ];

    public static IReadOnlyList<KnownColumn> Of(IEnumerable<SocialAccount> accounts) =>
        [.. Shared, .. accounts.Select(account => account.Network).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(NetworkCatalogue.Of).SelectMany(Own)];

    /// <summary>The name an export gives a network's column, which the import knows.</summary>
    public static string Header(Network network, PostOption? option) => $"{network.Name}: {option?.Label ?? OwnText}";

    private static IEnumerable<KnownColumn> Own(Network network) =>
        new[] { Named(network, OwnText, Header(network, null)) }.Concat(network.Posting.Options.Select(option => Named(network, option.Key, Header(network, option), option.Label)));

    private static KnownColumn Named(Network network, string key, string header, string? label = null) =>
        new($"{network.Key}.{key}", header, [.. new[] { header, $"{network.Key}.{key}", $"{network.Key} {key}", $"{network.Name} {key}", $"{network.Name} {label ?? key}" }.Select(HeaderText.Key).Distinct(StringComparer.Ordinal)]);
}
