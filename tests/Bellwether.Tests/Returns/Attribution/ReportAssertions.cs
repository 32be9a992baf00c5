using Bellwether.Returns.Attribution;
using Shouldly;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>What every report has to hold, whatever it was asked.</summary>
internal static class ReportAssertions
{
    /// <summary>Under every model, the credits and what nobody led to are the whole: to the thousandth of a conversion and to the cent.</summary>
    public static void ShouldAddUp(this AttributionReportView report)
    {
        foreach (var model in report.Rows.SelectMany(row => row.Credits).Select(credit => credit.Model).Distinct())
        {
            var credits = report.Rows.Select(row => row.Credits.Single(credit => credit.Model == model)).ToList();
            (credits.Sum(credit => credit.Conversions) + report.Unattributed).ShouldBe(report.Conversions, model.ToString());
            (credits.Sum(credit => credit.Value.Minor) + report.UnattributedValue.Minor).ShouldBe(report.Value.Minor, model.ToString());
            credits.ShouldAllBe(credit => credit.Value.Currency == report.Value.Currency);
        }

        report.Rows.Sum(row => row.Last).ShouldBe(report.Conversions - report.Unattributed);
    }

    public static (decimal Conversions, decimal Value) Of(this AttributionReportView report, string key, AttributionModel model)
    {
        var credit = report.Rows.Single(row => row.Key == key).Credits.Single(credit => credit.Model == model);
        return (credit.Conversions, credit.Value.Amount);
    }
}
