using Bellwether.Kernel;
using Bellwether.Metrics.Sheets;
using Bellwether.Research;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Research;

[Requirement("R004-11")]
public sealed class MediaRowsTests
{
    private static readonly Gen<byte[]> Files = Gen.OneOf(
        AnySheet.Bytes,
        AnySheet.With(["medium", "print", "tv", "Facebook"], ["month", "2026-03", "03/2026", "2026-04-01"], ["planned", "120", "1.234,5"], ["spent", "90", ""], ["hours", "3", ""], ["currency", "EUR", "yen", ""]));

    [Fact]
    public void Whatever_the_file_every_row_is_taken_or_reported_or_the_file_is_refused_in_words()
    {
        var taken = 0;
        Prop.ForAll(Files.ToArbitrary(), bytes =>
        {
            try
            {
                var read = MediaRows.Read(bytes, "EUR", "de-DE");
                taken += read.Lines.Count;
                return SheetReader.Read(bytes).Sheets.Sum(sheet => sheet.Rows.Count(row => !row.IsBlank)) == read.Lines.Count + read.NotTaken.Count + 1;
            }
            catch (ProblemException problem)
            {
                return problem.Code is "file-unreadable" or "columns-missing";
            }
        }).QuickCheckThrowOnFailure();
        Assert.NotEqual(0, taken);
    }
}
