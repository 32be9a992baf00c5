using System.Text;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Bellwether.Tests.Measures.Sheets;

[Requirement("R000-30")]
public sealed class NumberReaderTests
{
    private static readonly Gen<byte[]> Tables = AnySheet.With(["Date", "2026-01-05", "20260105", "05.01.2026"], ["likes", "12", "1,234.5"], ["Views", "7", "3.4%"], ["reach", "9"]);

    [Fact]
    public void No_file_makes_it_throw_and_no_row_is_lost() =>
        Prop.ForAll(Gen.OneOf(AnySheet.Bytes, Tables).ToArbitrary(), bytes => Desk.Lay(bytes).Read.Lost() == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Cut_or_damaged_workbooks_are_a_sentence()
    {
        var whole = File.ReadAllBytes(SharedData.File("formats/xlsx/date.xlsx"));
        Prop.ForAll(Gen.Choose(4, whole.Length - 1).ToArbitrary(), length =>
        {
            var file = SheetReader.Read(whole[..length]);
            return file.Problem is not null || file.Sheets.Count > 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Missing_days_are_counted_and_stay_without_number()
    {
        var read = Lay("Date,Likes\n2026-01-05,3\n2026-01-06,0\n2026-01-09,4\n");
        var likes = read.Column("Likes");
        (likes.Periods, likes.MissingPeriods, likes.Together!.Value).ShouldBe((3, 2, 7m));
        read.Numbers.Count.ShouldBe(3);
    }

    [Fact]
    public void A_day_that_stands_twice_is_reported_and_not_added()
    {
        var read = Lay("Date,Likes\n2026-01-05,3\n2026-01-05,4\n");
        read.Column("Likes").Together!.Value.ShouldBe(3);
        read.LeftOut.Single(row => row.Why == LeftOutWhy.Duplicate).Reason.ShouldContain("Line 2");
        read.Lost().ShouldBe(0);
    }

    [Fact]
    public void Posts_of_a_day_add_up_but_their_reach_does_not()
    {
        var read = Lay("Date,Post,Likes,Reach\n2026-01-05,a,3,10\n2026-01-05,b,4,20\n");
        read.Column("Likes").Together!.Value.ShouldBe(7);
        read.Column("Reach").Together!.Value.ShouldBe(10);
        read.LeftOut.Single(cell => cell.Column == "Reach").Reason.ShouldContain("counted once");
    }

    [Fact]
    public void A_formula_a_bad_date_and_a_day_to_come_are_reported_in_words()
    {
        var read = Lay("Date,Likes\n2026-01-05,=cmd|' /C calc'!A0\nsoon,4\n2027-01-01,5\n2026-01-06,-2\n2026-01-07,6\n");
        read.LeftOut.Where(row => row.Line > 1).Select(row => (row.Line, row.Why)).ShouldBe([(2, LeftOutWhy.NoNumber), (3, LeftOutWhy.BadDate), (4, LeftOutWhy.Impossible), (5, LeftOutWhy.Impossible)]);
        read.Numbers.Single().Point.Value.ShouldBe(6);
        read.Lost().ShouldBe(0);
    }

    [Fact]
    public void German_numbers_and_dates_are_recognised()
    {
        var (mapping, _, read) = Desk.Lay("Datum;Likes;Engagement rate by reach\n05.01.2026;1.234;3,4\n06.01.2026;12;4,1\nGesamt;1.246;\n"u8.ToArray());
        (mapping.Locale, mapping.Tables[0].Way).ShouldBe(("de-DE", "day.month.year"));
        read.Column("Likes").Together!.Value.ShouldBe(1246);
        read.Numbers.First(number => number.Metric == "er_reach").Point.Value.ShouldBe(0.034m);
        read.Column("Likes").StatedTotal.ShouldBe(1246);
    }

    [Theory]
    [InlineData("2026-01-05\n2026-01-12\n2026-01-19", PeriodLength.Week)]
    [InlineData("2025-11\n2025-12\n2026-01", PeriodLength.Month)]
    [InlineData("2026-01-05\n2026-01-06\n2026-01-08", PeriodLength.Day)]
    public void The_length_of_the_periods_shows_in_their_distance(string days, PeriodLength length) =>
        Desk.Lay(Encoding.UTF8.GetBytes("Date,Likes\n" + string.Join('\n', days.Split('\n').Select(day => day + ",1")))).Mapping.Length.ShouldBe(length);

    private static ReadNumbers Lay(string text) => Desk.Lay(Encoding.UTF8.GetBytes(text)).Read;
}
