using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>What one account says in a version of a post.</summary>
/// <param name="Text">Words of its own; null where it followed the shared text.</param>
/// <param name="FirstComment">What is said below it right after it is out.</param>
/// <param name="Options">What it says of itself on its network; null for nothing.</param>
public sealed record WordedVariant(Id<SocialAccount> Account, string Network, string? Text, IReadOnlyList<VariantMedia> Media, string? Link, string? FirstComment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Options = null)
{
    /// <summary>What it says of itself, a line each, in the words of the network's form; null for nothing.</summary>
    internal string? OptionWords() => Options is not { Count: > 0 } options ? null : string.Join('\n', NetworkCatalogue.Of(Network).Posting.Options
        .Where(option => options.ContainsKey(option.Key)).Select(option => $"{option.Label}: {option.Words(options[option.Key])}"));
}

/// <summary>Everything of a post that people would read: what a version keeps and what an approval is about.</summary>
public sealed record PostWording(string Title, string Text, IReadOnlyList<WordedVariant> Variants)
{
    public static PostWording Of(Post post) => new(
        post.Title, post.Text,
        [.. post.Variants.OrderBy(variant => variant.Place).Select(variant => new WordedVariant(variant.Account, variant.Network, variant.OwnText, variant.Media, variant.Link, variant.FirstComment, variant.Options.Count == 0 ? null : variant.Options))]);

    /// <summary>The same for the same words, pictures and accounts, and for nothing else.</summary>
    internal string Seal() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, HouseJson.Options)));

    /// <summary>How it came to be from an earlier one, field by field; nothing where both say the same.</summary>
    public IReadOnlyList<PostChange> Since(PostWording earlier) => [.. Changes(earlier)];

    private IEnumerable<PostChange> Changes(PostWording earlier)
    {
        foreach (var change in Texts(PostField.Title, null, earlier.Title, Title).Concat(Texts(PostField.Text, null, earlier.Text, Text)))
        {
            yield return change;
        }

        foreach (var gone in earlier.Variants.Where(old => Variants.All(variant => variant.Account != old.Account)))
        {
            yield return new PostChange(PostField.Account, gone.Account, gone.Network, null);
        }

        foreach (var variant in Variants)
        {
            if (earlier.Variants.FirstOrDefault(old => old.Account == variant.Account) is not { } old)
            {
                yield return new PostChange(PostField.Account, variant.Account, null, variant.Network);
                continue;
            }

            var changes = Texts(PostField.OwnText, variant.Account, old.Text, variant.Text)
                .Concat(Texts(PostField.FirstComment, variant.Account, old.FirstComment, variant.FirstComment))
                .Concat(Texts(PostField.Link, variant.Account, old.Link, variant.Link))
                .Concat(Texts(PostField.Options, variant.Account, old.OptionWords(), variant.OptionWords()))
                .Concat(Texts(PostField.Media, variant.Account, Said(old.Media), Said(variant.Media)));
            foreach (var change in changes)
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<PostChange> Texts(PostField field, Id<SocialAccount>? account, string? before, string? after) =>
        string.Equals(before, after, StringComparison.Ordinal) ? [] : [new PostChange(field, account, before, after)];

    /// <summary>Pictures as lines: which, and what each says to people who cannot see it.</summary>
    private static string? Said(IReadOnlyList<VariantMedia> media) =>
        media.Count == 0 ? null : string.Join('\n', media.Select(one => $"{one.Asset}: {(one.Decorative ? "decorative" : one.Alt ?? "no alternative text")}"));
}

/// <summary>Which part of a post a change is about.</summary>
public enum PostField
{
    /// <summary>The idea in a line.</summary>
    Title,

    /// <summary>The shared text.</summary>
    Text,

    /// <summary>An account's own words; none means it follows the shared text.</summary>
    OwnText,

    /// <summary>What is said below it right after it is out.</summary>
    FirstComment,

    /// <summary>The link beside the text.</summary>
    Link,

    /// <summary>What it says of itself on its network, such as its audience, a line each.</summary>
    Options,

    /// <summary>Pictures and videos, a line each.</summary>
    Media,

    /// <summary>An account that joined or left; the values are its network.</summary>
    Account,
}

/// <summary>One part of a post that differs between two versions.</summary>
/// <param name="Account">The account it is about; null for what all share.</param>
/// <param name="Before">What it was; null where there was nothing.</param>
/// <param name="After">What it is; null where there is nothing.</param>
public sealed record PostChange(PostField Field, Id<SocialAccount>? Account, string? Before, string? After);
