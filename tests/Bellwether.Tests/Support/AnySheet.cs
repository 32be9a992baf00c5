using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Support;

/// <summary>Files that somebody could take for a table: some say a little of what is looked for, some nothing at all.</summary>
internal static class AnySheet
{
    private static readonly string[] Odd = ["", " ", "\"", "\"a\nb\"", "Total", "=1+1", "#", "# x", "sep=,", "\u00e4", "-", "999999999999999999999999", "NAN", "-5", "3.4%", "1.234,5", "2026-02-30", "0"];

    /// <summary>Whatever bytes.</summary>
    public static Gen<byte[]> Bytes { get; } = ArbMap.Default.GeneratorFor<byte[]>();

    /// <summary>Tables of these columns, each its name and what may stand in it; other things stand there too, and half of the tables do not name them.</summary>
    public static Gen<byte[]> With(params string[][] columns) =>
        from separator in Gen.Elements(",", ";", "\t")
        from end in Gen.Elements("\n", "\r\n", "\r", "\n\n")
        from named in Gen.Elements(true, false)
        from rows in Row(columns).Select(cells => string.Join(separator, cells)).ListOf(9)
        select Encoding.UTF8.GetBytes(string.Join(end, named ? rows.Prepend(string.Join(separator, columns.Select(column => column[0]))) : rows));

    private static Gen<IEnumerable<string>> Row(string[][] columns) =>
        from fitting in Gen.CollectToArray([.. columns.Select(column => Gen.Elements(column[1..]))])
        from odd in Gen.Elements([.. Odd, .. columns.Select(column => column[0])]).ArrayOf(columns.Length)
        from isOdd in Gen.Choose(0, 5).ArrayOf(columns.Length)
        select fitting.Select((cell, place) => isOdd[place] == 0 ? odd[place] : cell);
}
