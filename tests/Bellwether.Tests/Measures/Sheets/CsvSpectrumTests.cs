using System.Text;
using System.Text.Json;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics.Sheets;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Measures.Sheets;

[Requirement("R000-30")]
public sealed class CsvSpectrumTests
{
    [Fact]
    public void Every_file_of_the_spectrum_reads_as_its_json_says()
    {
        var files = Directory.GetFiles(SharedData.FolderOf("formats/csv-spectrum/csvs"), "*.csv");
        files.Length.ShouldBe(8);
        foreach (var path in files)
        {
            var json = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(path))!, "json", Path.GetFileNameWithoutExtension(path) + ".json");
            var expected = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(json))!;
            var rows = SheetReader.Read(File.ReadAllBytes(path)).Sheets.Single().Rows.Where(row => !row.IsBlank).ToList();
            var read = rows.Skip(1).Select(row => rows[0].Cells.Zip(row.Cells).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
            read.Count.ShouldBe(expected.Count, path);
            for (var i = 0; i < expected.Count; i++)
            {
                read[i].OrderBy(pair => pair.Key).ShouldBe(expected[i].OrderBy(pair => pair.Key), path);
            }
        }
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void Any_usual_encoding_gives_the_same_text(string name, bool mark)
    {
        const string Text = "Datum;Aufrufe;Größe\n2026-01-05;12;„so“\n2026-01-06;14;ok\n";
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(name.StartsWith("utf-16", StringComparison.Ordinal) && !mark ? Text.Replace("„so“", "so", StringComparison.Ordinal) : Text)];
        var file = SheetReader.Read(bytes);
        file.Problem.ShouldBeNull();
        file.Sheets[0].Rows[0].Cells.ShouldBe(["Datum", "Aufrufe", "Größe"]);
        file.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_utf8_is_read_as_windows_1252_and_says_so()
    {
        var file = SheetReader.Read([.. "Gr"u8, 0xF6, 0xDF, .. "e,1\n"u8]);
        file.Sheets[0].Rows[0].Cells[0].ShouldBe("Größe");
        file.Notices.Single().ShouldContain("Windows-1252");
    }

    [Fact]
    public void A_quoted_line_break_stays_in_its_cell_and_lines_are_counted_on()
    {
        var rows = SheetReader.Read("Date,Note,Likes\n2026-01-05,\"two\nlines\",3\n2026-01-06,x,4\n"u8.ToArray()).Sheets[0].Rows;
        rows.Select(row => row.Line).ShouldBe([1, 2, 4]);
        rows[1].Cells[1].ShouldBe("two\nlines");
    }

    [Theory]
    [InlineData("formats/xlsx/date.xlsx", "2021-01-01")]
    [InlineData("formats/xlsx/date_1904.xlsx", "2021-01-01")]
    [InlineData("formats/xlsx/date.xls", "2021-01-01")]
    public void Dates_of_a_workbook_are_the_days_it_shows(string path, string first)
    {
        var file = SheetReader.Read(File.ReadAllBytes(SharedData.File(path)));
        file.Problem.ShouldBeNull();
        file.Sheets[0].Rows[0].Cells[0].ShouldBe(first);
        file.Sheets[0].Rows[0].Cells[1].ShouldBe("15");
    }

    [Theory]
    [InlineData("formats/xlsx/empty_sheet.xlsx", "nothing in it")]
    [InlineData("formats/xlsx/date.ods", "spreadsheet")]
    public void What_is_no_readable_workbook_is_a_sentence(string path, string words) =>
        SheetReader.Read(File.ReadAllBytes(SharedData.File(path))).Problem.ShouldNotBeNull().ShouldContain(words);

    [Theory]
    [InlineData("formats/xlsx/errors.xlsx")]
    [InlineData("formats/xlsx/has_x000D_.xlsx")]
    [InlineData("formats/xlsx/header-row.xlsx")]
    [InlineData("formats/xlsx/inlineStr_with_value.xlsx")]
    [InlineData("formats/xlsx/merged_range.xlsx")]
    [InlineData("formats/xlsx/temperature.xlsx")]
    [InlineData("formats/xlsx/date_iso.xlsx")]
    public void Awkward_workbooks_are_read_or_refused_in_words(string path)
    {
        var file = SheetReader.Read(File.ReadAllBytes(SharedData.File(path)));
        (file.Problem ?? file.Sheets[0].Name).ShouldNotBeNullOrEmpty();
        TableFinder.Find(file).RowsRead.ShouldBe(file.Sheets.Sum(sheet => sheet.Rows.Count(row => !row.IsBlank)));
    }
}
