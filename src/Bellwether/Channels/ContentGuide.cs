using Bellwether.Kernel;

namespace Bellwether.Channels;

/// <summary>Somebody who speaks well of the brand and whom it speaks well of.</summary>
/// <param name="Where">Where one meets them: a handle, an address, a place.</param>
/// <param name="Why">What they share with the brand, or what is done together.</param>
public sealed record Ally(string Name, string? Where = null, string? Why = null);

/// <summary>What an editorial strategy promotes and leaves out, and who its friends are.</summary>
/// <param name="Promote">Content to promote, a line each.</param>
/// <param name="Avoid">Content to avoid: terms found as whole words in what is written, a line each.</param>
/// <param name="Allies">Friends whose content is shared and who share it.</param>
public sealed record ContentGuide(IReadOnlyList<string>? Promote = null, IReadOnlyList<string>? Avoid = null, IReadOnlyList<Ally>? Allies = null)
{
    /// <summary>Nothing said yet.</summary>
    public static ContentGuide Empty { get; } = new([], [], []);

    private const int Most = 100;

    /// <summary>The same lists trimmed, nothing twice; 422 when something is to be promoted and avoided.</summary>
    public ContentGuide Checked()
    {
        var (promote, avoid) = (Lines(Promote, "promote"), Lines(Avoid, "avoid"));
        var both = promote.Intersect(avoid, StringComparer.OrdinalIgnoreCase).FirstOrDefault();
        Rule.Require(both is null, "content-both-ways", $"“{both}” is to be promoted and to be avoided. Decide for one.", "avoid");
        var allies = (Allies ?? []).Where(ally => !string.IsNullOrWhiteSpace(ally.Name))
            .Select(ally => new Ally(Rule.Text(ally.Name, "allies", 160), Rule.OptionalText(ally.Where, "allies", 400), Rule.OptionalText(ally.Why, "allies", 400)))
            .DistinctBy(ally => ally.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return new ContentGuide(promote, avoid, allies);
    }

    private static List<string> Lines(IReadOnlyList<string>? lines, string field)
    {
        var clean = (lines ?? []).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => Rule.Text(line, field, 200)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Rule.Require(clean.Count <= Most, $"{field}-too-many", $"At most {Most} lines fit. Keep the ones that matter.", field);
        return clean;
    }
}
