using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>A question as somebody asks it, with what they leave open.</summary>
internal sealed record CreditAsked(Id<Brand> Brand, LocalDate? From, LocalDate? Until, CreditBy By, Id<Plan>? Plan, int? LookBackDays, PathTransform Transform = PathTransform.Every, int Order = 1);

/// <summary>Makes the report of credits; the screen, its file and the kept months read the same.</summary>
[Scoped]
public sealed class CreditReader(Db db, PlanFinder plans, PathReader reader, CreditedReturns returns, CreditNames names, TimeProvider clock)
{
    /// <summary>More rows than this are added up to one, under “others”.</summary>
    public const int MostRows = 200;

    /// <summary>The key of the rows that are added up.</summary>
    public const string Rest = "others";

    private static readonly AttributionModel[] Models = Enum.GetValues<AttributionModel>();

    /// <summary>The question with what was left open, and how the brand gives credit.</summary>
    internal async Task<(CreditQuestion Question, CreditRules Rules)> QuestionAsync(CreditAsked asked, CancellationToken cancel)
    {
        var brand = await db.FindAsync(asked.Brand, "brand", cancel);
        var plan = asked.Plan is { } id ? await plans.FindAsync(id, cancel) : null;
        Rule.Require(plan is null || plan.Brand == brand.Id, "plan-of-other-brand", "This plan belongs to another brand.", "plan");
        var rules = await returns.RulesAsync(brand.Id, cancel);
        var until = asked.Until ?? clock.Today(brand.Zone);
        var from = asked.From ?? until.PlusDays(1 - AttributionReport.UsualDays);
        var days = asked.LookBackDays is { } given ? CreditRules.CheckedDays(given) : rules.LookBackDays;
        return (new CreditQuestion(brand, from, until, asked.By, new AttributionRules(asked.Transform, days, Order: asked.Order), plan?.Id.ToString()).Checked(), rules);
    }

    internal async Task<AttributionReportView> ReportAsync(CreditQuestion question, AttributionModel chosen, CancellationToken cancel)
    {
        var read = await reader.ReadAsync(question, cancel);
        var (journeys, overlaps) = (read.Journeys, Overlaps.Of(read.Journeys, read.Count));
        var columns = Models.Select(model => CreditColumn.Of(model, read)).ToList();
        var last = columns[(int)AttributionModel.Last].Credits!;
        var unattributed = CreditColumn.Unattributed(last, read);
        var spoken = columns.Where(column => column.Credits is not null).Select(column => column.Column).ToList();
        var shown = Order(last, spoken.Find(column => column.Model == chosen) ?? spoken[0]);
        var called = await names.OfAsync(shown.Take(MostRows).Select(place => journeys.Channels[place]).Concat(overlaps.Most.SelectMany(pair => new[] { journeys.Channels[pair.Pair.One], journeys.Channels[pair.Pair.Other] })), cancel);
        var (conversions, several) = ((int)last.Total.Conversions, (int)overlaps.Several);
        return new AttributionReportView(
            question.Brand.Id, question.From, question.Until, question.By, (int)question.Rules.LookBackDays!, question.Rules.Transform, question.Rules.Order, chosen,
            conversions, new Money(read.Minor, question.Brand.Currency), read.Foreign,
            (int)unattributed.Conversions, unattributed.Value, Ratio.Of(unattributed.Conversions, conversions), several, (long)read.Others,
            Caution.Of(conversions, conversions - (int)unattributed.Conversions, several),
            [.. columns.Where(column => column.Column.Missing is not null).Select(column => new SilentModel(column.Column.Model, column.Column.Missing!))],
            Rows(shown, last, spoken, called, question.Brand.Currency),
            [.. overlaps.Most.Select(pair => Overlap(journeys.Channels[pair.Pair.One], journeys.Channels[pair.Pair.Other], (int)pair.Conversions, called))]);
    }

    /// <summary>Those with any credit or conversion, the largest under the chosen model first.</summary>
    private static List<int> Order(Credits last, CreditColumn by) =>
    [
        .. Enumerable.Range(0, last.Channels.Count).Where(place => last.Channels[place].Influenced > 0 || by.Credits[place].Conversions != 0)
            .OrderByDescending(place => by.Credits[place].Conversions).ThenByDescending(place => last.Channels[place].Influenced).ThenBy(place => last.Channels[place].Channel, StringComparer.Ordinal),
    ];

    private static List<CreditRow> Rows(List<int> shown, Credits last, List<CreditColumn> columns, IReadOnlyDictionary<string, PlanNode> called, string currency)
    {
        var rows = shown.Take(MostRows).Select(place =>
        {
            var channel = last.Channels[place];
            return Row(channel.Channel, called.GetValueOrDefault(channel.Channel), (int)channel.Influenced, (int)channel.Assisted, (int)channel.Last,
                columns.Select(column => new ModelCredit(column.Model, column.Credits[place].Conversions, column.Credits[place].Value)));
        }).ToList();

        // What is not shown one by one still counts; a chain may credit what led to no conversion at all.
        var rest = Enumerable.Range(0, last.Channels.Count).Except(shown.Take(MostRows)).ToList();
        if (shown.Count > MostRows || columns.Exists(column => rest.Exists(place => column.Credits[place].Conversions != 0)))
        {
            rows.Add(Row(Rest, null, 0, rest.Sum(place => (int)last.Channels[place].Assisted), rest.Sum(place => (int)last.Channels[place].Last), columns.Select(column => new ModelCredit(
                column.Model, rest.Sum(place => column.Credits[place].Conversions), rest.Aggregate(Money.Zero(currency), (sum, place) => sum + column.Credits[place].Value)))));
        }

        return rows;
    }

    private static CreditRow Row(string key, PlanNode? node, int influenced, int assisted, int last, IEnumerable<ModelCredit> credits) =>
        new(key, node?.Title, node?.Path, influenced, assisted, last, Ratio.Of(assisted, last), [.. credits]);

    private static TouchOverlap Overlap(string one, string other, int conversions, IReadOnlyDictionary<string, PlanNode> called) =>
        new(one, called.GetValueOrDefault(one)?.Title, other, called.GetValueOrDefault(other)?.Title, conversions);
}
