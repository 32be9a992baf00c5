using Bellwether.Metrics.Sheets;

namespace Bellwether.Measures.Sheets;

/// <summary>One table of a file: a file may stack several.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Title">The line above its header, or the sheet's name; empty when there is none.</param>
/// <param name="Columns">The names of its columns, trimmed.</param>
/// <param name="Rows">What stands under the header.</param>
public sealed record FoundTable(int Index, string Title, IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The place of a column by its name, without regard to case; -1 when there is none.</summary>
    public int Find(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (HeaderText.Key(Columns[i]) == HeaderText.Key(name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether all these columns are there.</summary>
    public bool Has(params string[] names) => names.All(name => Find(name) >= 0);
}

/// <summary>Why a row, or a cell of one, brought no number.</summary>
public enum LeftOutWhy
{
    /// <summary>Names the columns.</summary>
    Header,

    /// <summary>Says what the table under it is.</summary>
    Title,

    /// <summary>A comment of the program that wrote the file.</summary>
    Comment,

    /// <summary>Adds up other rows of the file.</summary>
    Total,

    /// <summary>A note under the table.</summary>
    Footer,

    /// <summary>Its table or column is not imported.</summary>
    NotUsed,

    /// <summary>Its date cannot be read.</summary>
    BadDate,

    /// <summary>There is no number, which is no zero.</summary>
    NoNumber,

    /// <summary>The number cannot be one of this metric.</summary>
    Impossible,

    /// <summary>The period has a number in the file already.</summary>
    Duplicate,
}

/// <summary>A row that was not taken, or one cell of a row that was.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="Column">The column, when only this cell was left out; null for the whole row.</param>
/// <param name="Why">The kind of reason.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Text">What stands there.</param>
public sealed record LeftOut(int Line, string? Column, LeftOutWhy Why, string Reason, string Text);
