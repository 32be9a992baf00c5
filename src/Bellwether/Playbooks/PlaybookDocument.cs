using NodaTime;

namespace Bellwether.Playbooks;

/// <summary>What a block of a chapter is.</summary>
public enum BlockKind
{
    /// <summary>A heading inside the chapter.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Text,

    /// <summary>A list of short lines.</summary>
    List,

    /// <summary>A table with a head.</summary>
    Table,
}

/// <summary>One block of a chapter; which fields it has depends on its kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words of a heading or paragraph.</param>
/// <param name="Items">The lines of a list.</param>
/// <param name="Head">The column names of a table.</param>
/// <param name="Rows">The rows of a table, a cell for each column.</param>
public sealed record PlaybookBlock(BlockKind Kind, string? Text = null, IReadOnlyList<string>? Items = null, IReadOnlyList<string>? Head = null, IReadOnlyList<IReadOnlyList<string>>? Rows = null)
{
    public static PlaybookBlock Heading(string text) => new(BlockKind.Heading, text);

    public static PlaybookBlock Paragraph(string text) => new(BlockKind.Text, text);

    public static PlaybookBlock List(IEnumerable<string> items) => new(BlockKind.List, Items: [.. items]);

    public static PlaybookBlock Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) => new(BlockKind.Table, Head: head, Rows: [.. rows]);
}

/// <summary>Adds what was said; what was not leaves no empty line.</summary>
internal static class PlaybookBlocks
{
    public static void Tell(this List<PlaybookBlock> blocks, string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            blocks.Add(PlaybookBlock.Paragraph(label + text));
        }
    }

    public static void Listed(this List<PlaybookBlock> blocks, string label, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            blocks.Add(PlaybookBlock.Paragraph(label));
            blocks.Add(PlaybookBlock.List(items));
        }
    }
}

/// <summary>A chapter of the playbook.</summary>
/// <param name="Key">Stable, for links: “goals”.</param>
public sealed record PlaybookChapter(string Key, string Title, IReadOnlyList<PlaybookBlock> Blocks);

/// <summary>The playbook of a plan: who we are, what we want, how we go about it, generated from the plan as it stands.</summary>
/// <param name="Title">The brand and the plan.</param>
/// <param name="Version">The plan's version it was made from.</param>
/// <param name="Status">How the plan stands, in a word.</param>
/// <param name="MadeOn">The brand's date when it was made.</param>
public sealed record PlaybookDocument(string Title, string Brand, int Version, string Status, LocalDate MadeOn, IReadOnlyList<PlaybookChapter> Chapters);
