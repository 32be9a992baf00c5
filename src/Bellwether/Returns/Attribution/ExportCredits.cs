using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>The report of credits as a CSV file: a row for each that gets credit, conversions and value under each model, and what nothing known led to. Text that a spreadsheet would run as a formula is escaped.</summary>
[Needs(Permission.Read)]
public sealed record ExportCredits(
    Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null, CreditBy By = CreditBy.ChannelGroup, Id<Plan>? Plan = null, int? LookBackDays = null,
    PathTransform Transform = PathTransform.Every, [property: Range(1, 4)] int Order = 1) : IQuery<FileResult>
{
    internal sealed class Handler(CreditReader credits) : IHandle<ExportCredits, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportCredits request, CancellationToken cancel)
        {
            var (question, rules) = await credits.QuestionAsync(new CreditAsked(request.Brand, request.From, request.Until, request.By, request.Plan, request.LookBackDays, request.Transform, request.Order), cancel);
            var report = await credits.ReportAsync(question with { WithOthers = true }, rules.Model, cancel);
            var models = Enum.GetValues<AttributionModel>().Except(report.Silent.Select(model => model.Model)).ToList();
            var text = new StringBuilder("\uFEFF").AppendJoin(',', ["key", "name", "influenced", "assisted", "last", "currency", .. models.SelectMany(model => new[] { $"{Word(model)} conversions", $"{Word(model)} value" })]).Append("\r\n");
            foreach (var row in report.Rows)
            {
                text.AppendJoin(',', [
                    SafeCell.Of(row.Key), SafeCell.Of(row.Title ?? ""), .. new[] { row.Influenced, row.Assisted, row.Last }.Select(number => number.ToString(CultureInfo.InvariantCulture)), report.Value.Currency,
                    .. row.Credits.SelectMany(credit => new[] { Number(credit.Conversions), Number(credit.Value.Amount) })]).Append("\r\n");
            }

            text.AppendJoin(',', ["unattributed", "", "", "", "", report.Value.Currency, .. models.SelectMany(_ => new[] { Number(report.Unattributed), Number(report.UnattributedValue.Amount) })]).Append("\r\n");
            string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            return new FileResult($"credit-{Day(report.From)}-{Day(report.Until)}.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
        }

        private static string Word(AttributionModel model) => JsonNamingPolicy.KebabCaseLower.ConvertName(model.ToString()).Replace('-', ' ');

        private static string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
    }
}
