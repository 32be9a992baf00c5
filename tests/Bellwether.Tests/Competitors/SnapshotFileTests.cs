using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Metrics.Sheets;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Competitors;

[Requirement("R003-11")]
public sealed class SnapshotFileTests
{
    private static readonly Gen<byte[]> Files = Gen.OneOf(
        AnySheet.Bytes,
        AnySheet.With(["competitor", "Bun Bros"], ["network", "mastodon", "Instagram"], ["date", "2026-03-01", "01.03.2026"], ["followers", "1,200", "300"]));

    [Fact]
    public void Whatever_the_file_every_row_is_taken_or_reported_or_the_file_is_refused_in_words()
    {
        var taken = 0;
        Prop.ForAll(Files.ToArbitrary(), bytes =>
        {
            try
            {
                var read = SnapshotFile.Read(bytes, "en-GB");
                taken += read.Rows.Count;
                return read.RowsRead == read.Rows.Count + read.Refused.Count
                    && SheetReader.Read(bytes).Sheets.Sum(sheet => sheet.Rows.Count(row => !row.IsBlank)) == read.RowsRead + 1;
            }
            catch (ProblemException problem)
            {
                return problem.Code is "file-unreadable" or "columns-missing";
            }
        }).QuickCheckThrowOnFailure();
        Assert.NotEqual(0, taken);
    }
}
