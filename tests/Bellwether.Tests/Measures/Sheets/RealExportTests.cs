using System.Globalization;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Measures.Sheets;

/// <summary>Exports that networks wrote, against figures counted without our code.</summary>
[Requirement("R000-30")]
public sealed class RealExportTests
{
    [Fact]
    public void A_year_of_X_post_activity_adds_up_by_day()
    {
        var expected = Desk.Expected("x_tweet_activity_2019");
        var files = Directory.GetFiles(SharedData.FolderOf("exports/x"), "tweet_activity*.csv");
        files.Length.ShouldBe((int)expected["files"]!);
        var reads = files.Select(path => Desk.Lay(File.ReadAllBytes(path))).ToList();
        reads.ShouldAllBe(each => each.Mapping.Source == "X post activity export" && each.Read.Lost() == 0);
        foreach (var (column, figure) in new[] { ("(each row)", "tweets"), ("impressions", "impressions"), ("engagements", "engagements"), ("likes", "likes"), ("retweets", "retweets"), ("replies", "replies"), ("url clicks", "url_clicks") })
        {
            reads.Sum(each => each.Read.Column(column).Together!.Value!.Value).ShouldBe((decimal)(double)expected[figure]!, column);
        }

        var rates = reads.SelectMany(each => each.Read.Numbers).Where(number => number.Metric == "er_impressions").Select(number => number.Point).ToList();
        var pooled = Combined.Of(ShippedMetrics.Find("er_impressions")!, rates);
        ((double)pooled.Value!.Value).ShouldBe((double)expected["engagement_rate_pooled"]!, 1e-6);
        pooled.Denominator.ShouldBe(2142219m);
        reads.SelectMany(each => each.Read.Numbers).ShouldAllBe(number => number.Subject == "account of x");
    }

    [Fact]
    public void The_monthly_table_of_an_X_account_keeps_followers_that_are_not_known_apart_from_zero()
    {
        var expected = Desk.Expected("twitter_rOpenSci_monthly");
        var (mapping, _, read) = Desk.Lay("exports/x/twitter_metrics_monthly_rOpenSci.to_2019.csv");
        mapping.Source.ShouldBe("X monthly account table");
        read.Lost().ShouldBe(0);
        read.RowsTaken.ShouldBe((int)expected["rows"]!);
        read.Column("followers").Latest.ShouldBe(decimal.Parse((string)expected["latest_followers"]!, CultureInfo.InvariantCulture));
        read.LeftOut.Count(cell => cell is { Column: "followers", Why: LeftOutWhy.NoNumber }).ShouldBe((int)expected["followers_NA"]!);
        read.Column("new_followers").Together!.Value.ShouldBe((decimal)(int)expected["sum_new_followers"]!);
        read.Column("tweets").Together!.Value.ShouldBe((decimal)(int)expected["sum_tweets"]!);
        read.Column("tweet_impressions").Together!.Value.ShouldBe((decimal)(int)expected["sum_tweet_impressions"]!);
        // The file is dated by the day it was read; the numbers are those of the month before.
        read.Column("tweets").First.ShouldBe(Day((string)expected["first"]!).PlusMonths(-1));
        read.Column("tweets").Last.ShouldBe(Day((string)expected["last"]!).PlusMonths(-1));
        read.Numbers.ShouldAllBe(number => number.Point.Length == PeriodLength.Month);
    }

    [Fact]
    public void A_YouTube_chart_adds_its_parts_up_by_day()
    {
        var expected = Desk.Expected("youtube_chart");
        var (mapping, _, read) = Desk.Lay("exports/youtube/Subscription status_Chart data.csv");
        mapping.Source.ShouldBe("YouTube daily chart");
        var views = read.Column("Views");
        (read.RowsTaken, views.Periods, views.MissingPeriods, read.Lost()).ShouldBe(((int)expected["rows"]!, (int)expected["days"]!, 0, 0));
        views.Together!.Value.ShouldBe((decimal)((int)expected["views_by_status"]!["Subscribed"]! + (int)expected["views_by_status"]!["Not subscribed"]!));
    }

    [Fact]
    public void A_total_row_is_not_counted_twice_but_compared_with()
    {
        var expected = Desk.Expected("youtube_chart");
        var (_, _, read) = Desk.Lay("exports/youtube/Subscription_status.csv");
        var views = read.Column("Views");
        views.StatedTotal.ShouldBe((decimal)(int)expected["table_total_row_views"]!);
        (views.StatedTotal - views.Together!.Value).ShouldBe((decimal)(int)expected["difference_chart_vs_total"]!);
        (views.StatedTotal + views.Together!.Value).ShouldBe((decimal)(int)expected["naive_sum_of_Subscription_status.csv"]!);
        read.LeftOut.Single(row => row.Why == LeftOutWhy.Total).Line.ShouldBe(2);
        read.NeedsStart.ShouldBeTrue();
        read.Lost().ShouldBe(0);
    }

    [Fact]
    public void A_YouTube_content_table_ends_before_its_footer()
    {
        var expected = Desk.Expected("youtube_content_table");
        var (mapping, _, read) = Desk.Lay("exports/youtube/DangerTV_Content.csv");
        mapping.Source.ShouldBe("YouTube content table");
        read.LeftOut.Single(row => row.Why == LeftOutWhy.Footer).Text.ShouldBe((string)expected["footer_row"]!);
        (read.RowsTaken, read.Lost()).ShouldBe(((int)expected["videos"]!, 0));
        read.Column("Views").Together!.Value.ShouldBe((decimal)(int)expected["sum Views"]!);
        read.Column("Impressions").Together!.Value.ShouldBe((decimal)(int)expected["sum Impressions"]!);
        read.Column("Subscribers").Together!.Value.ShouldBe((decimal)(int)expected["sum Subscribers"]!);
        // Weighted by impressions 5.589 %, not the plain mean of 5.893 %.
        ((double)read.Column("Impressions click-through rate (%)").Together!.Value!.Value * 100).ShouldBe((double)expected["impression_weighted_ctr_pct"]!, 1e-4);
        Desk.Lay("exports/youtube/DangerTV_Content.csv", Desk.With("Watch time (hours)", "own_sum")).Read.Column("Watch time (hours)").Together!.Value
            .ShouldBe((decimal)(double)expected["sum Watch time (hours)"]!);
        var revenue = Desk.Lay("exports/youtube/DangerTV_Content.csv", Desk.With("Estimated revenue (USD)", "own_sum")).Read;
        revenue.Column("Estimated revenue (USD)").Together!.Value.ShouldBe((decimal)(double)expected["sum Estimated revenue (USD)"]!);
        revenue.LeftOut.Count(row => row.Why == LeftOutWhy.NoNumber).ShouldBe((int)expected["videos_without_revenue"]!);
        revenue.Lost().ShouldBe(0);
    }

    [Theory]
    [InlineData("Follows", "Follows")]
    [InlineData("Follows", "Instagram follows")]
    [InlineData("Visits", "Facebook visits")]
    [InlineData("Visits", "Instagram profile visits")]
    public void Meta_series_stacked_in_one_file_are_told_apart(string file, string title)
    {
        var expected = Desk.Expected("meta_insight_files")[$"meta_MH4U/{file}.csv"]!["series"]![title]!;
        var (mapping, tables, read) = Desk.Lay($"exports/meta/{file}.csv", Desk.With(title, "own_sum"));
        mapping.Source.ShouldBe("Meta Business Suite daily series");
        tables.Tables.Count.ShouldBe(2);
        var series = read.Column(title);
        (series.Periods, series.MissingPeriods, series.First, series.Last).ShouldBe(((int)expected["days"]!, (int)expected["missing_days"]!, Day((string)expected["first"]!), Day((string)expected["last"]!)));
        (series.Together!.Value, series.Most).ShouldBe(((decimal?)(int)expected["sum"]!, (decimal?)(int)expected["max"]!));
        read.Lost().ShouldBe(0);
    }

    [Theory]
    [InlineData("Facebook reach", "account of facebook")]
    [InlineData("Instagram reach", "account of instagram")]
    public void Reach_is_never_added_up(string title, string subject)
    {
        var expected = Desk.Expected("meta_insight_files")["meta_MH4U/Reach.csv"]!["series"]![title]!;
        var read = Desk.Lay("exports/meta/Reach.csv").Read;
        var reach = read.Column(title);
        (reach.Choice.Metric, reach.Choice.Subject, reach.Periods).ShouldBe(("reach", subject, (int)expected["days"]!));
        reach.Together!.Value.ShouldBeNull();
        // The sum is only the upper bound of how many people there were, the best day the lower.
        (reach.Together.Low, reach.Together.High).ShouldBe(((decimal?)(int)expected["max"]!, (decimal?)(int)expected["sum"]!));
        read.Lost().ShouldBe(0);
    }

    [Fact]
    public void An_audience_file_brings_followers_once_somebody_says_the_day()
    {
        var (mapping, _, read) = Desk.Lay("exports/meta/Audience.csv");
        mapping.Source.ShouldBe("Meta Business Suite audience");
        read.Numbers.Select(number => (number.Metric, number.Subject, number.Point.Value)).ShouldBe([("followers", "account of facebook", 30222m), ("followers", "account of instagram", 3098m)]);
        (read.NeedsStart, read.Lost()).ShouldBe((true, 0));
    }

    [Fact]
    public void A_GA4_report_with_comment_lines_and_unsorted_days_is_whole()
    {
        var expected = Desk.Expected("ga4_MH4U");
        foreach (var (column, metric, figure) in new[] { ("Event count", "own_sum", "sum Event count"), ("New users", "own_sum", "sum New users"), ("Returning users", "own_sum", "sum Returning users"), ("Total users", "own_people", "sum Total users (not unique)") })
        {
            var (mapping, _, read) = Desk.Lay("exports/ga4/data-export.csv", Desk.With(column, metric));
            mapping.Source.ShouldBe("Google Analytics 4 report");
            read.LeftOut.Count(row => row.Why == LeftOutWhy.Comment).ShouldBe((int)expected["comment_lines"]!);
            var report = read.Column(column);
            (report.Periods, report.MissingPeriods, read.Lost()).ShouldBe(((int)expected["days"]!, (int)expected["missing_days"]!, 0));
            (report.First, report.Last).ShouldBe((Day((string)expected["first"]!), Day((string)expected["last"]!)));
            (metric == "own_people" ? report.Together!.High : report.Together!.Value).ShouldBe((decimal)(int)expected[figure]!, column);
        }
    }

    [Fact]
    public void NAN_of_TikTok_is_no_data_and_not_zero()
    {
        var expected = Desk.Expected("tiktok_overview_restaurant");
        var (mapping, tables, read) = Desk.Lay("exports/tiktok/overview.csv");
        mapping.Source.ShouldBe("TikTok overview");
        tables.Tables[0].Columns.ShouldContain("Phone number clicks");
        foreach (var column in new[] { "Comments", "Likes", "Lost followers", "Net growth", "Profile views", "Shares", "Video views" })
        {
            read.Column(column).Together!.Value.ShouldBe((decimal)(int)expected["sum " + column]!, column);
            read.Column(column).Periods.ShouldBe((int)expected["days"]!);
        }

        Desk.Lay("exports/tiktok/overview.csv", Desk.With("New followers", "own_sum")).Read.Column("New followers").Together!.Value.ShouldBe((decimal)(int)expected["sum New followers"]!);
        var empty = read.LeftOut.Where(cell => cell.Why == LeftOutWhy.NoNumber).ToList();
        empty.Count.ShouldBe((int)expected["NAN_cells"]!);
        (empty[0].Column, empty[0].Line, empty[0].Text).ShouldBe(("Reached audience", 2, "NAN"));
        read.Column("Reached audience").Periods.ShouldBe((int)expected["days"]! - 1);
        read.Lost().ShouldBe(0);
    }

    private static LocalDate Day(string text) => new(int.Parse(text[..4], CultureInfo.InvariantCulture), int.Parse(text[5..7], CultureInfo.InvariantCulture), int.Parse(text[8..], CultureInfo.InvariantCulture));
}
