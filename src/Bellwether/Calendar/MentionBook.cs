using System.Text.RegularExpressions;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Whom a brand mentions, and what each is called on each network. A mention is written “@{name}” and filled in per network.</summary>
public sealed partial record Mentions(IReadOnlyDictionary<string, TextBlockView> Known)
{
    /// <summary>Nobody.</summary>
    public static Mentions None { get; } = new(new Dictionary<string, TextBlockView>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The text as it reads on a network: the handle there, or the plain name where none is known. An unknown mention stays as written.</summary>
    public string Fill(string text, string network) => !text.Contains("@{", StringComparison.Ordinal) ? text : Mention().Replace(text, match =>
        !Known.TryGetValue(match.Groups["name"].Value.Trim(), out var who) ? match.Value
        : who.Handles.TryGetValue(network, out var handle) ? $"@{handle}" : who.Text);

    /// <summary>Names that are mentioned and that nobody wrote down.</summary>
    public IReadOnlyList<string> Unknown(string? text) =>
        text is null ? [] : [.. Mention().Matches(text).Select(match => match.Groups["name"].Value.Trim()).Where(name => !Known.ContainsKey(name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(@"@\{(?<name>[^{}\r\n]{1,80})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Mention();
}

/// <summary>Reads whom a brand mentions.</summary>
[Scoped]
public sealed class MentionBook(Db db)
{
    private readonly Dictionary<Id<Brand>, Mentions> read = [];

    public async Task<Mentions> OfAsync(Id<Brand> brand, CancellationToken cancel)
    {
        if (!read.TryGetValue(brand, out var mentions))
        {
            var blocks = await db.Set<TextBlock>().AsNoTracking().Where(row => row.Brand == brand && row.Kind == TextBlockKind.Mention && row.ArchivedAt == null).ToListAsync(cancel);
            read[brand] = mentions = new Mentions(blocks.ToDictionary(block => block.Name, TextBlockView.Of, StringComparer.OrdinalIgnoreCase));
        }

        return mentions;
    }
}
