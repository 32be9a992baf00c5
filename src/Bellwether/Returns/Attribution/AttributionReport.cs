using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// Who gets credit for the conversions of a span, under every model side by side, beside what nothing known led to. Credits and what is
/// unattributed always add up to the whole, to the cent. A conversion that two touched is one conversion in every total.
/// </summary>
/// <param name="From">The first day of conversions; 89 days before the last unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
/// <param name="By">What is credited.</param>
/// <param name="Plan">Only conversions that a touch of this plan led to.</param>
/// <param name="LookBackDays">How many days before a conversion a touch may lie, 1 to 90; as the brand chose unless given.</param>
/// <param name="Transform">What is done to a path with repeated touches.</param>
/// <param name="Order">How many touches the Markov chain remembers, 1 to 4.</param>
[Needs(Permission.Read)]
public sealed record AttributionReport(
    Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null, CreditBy By = CreditBy.ChannelGroup, Id<Plan>? Plan = null, int? LookBackDays = null,
    PathTransform Transform = PathTransform.Every, [property: Range(1, 4)] int Order = 1) : IQuery<AttributionReportView>
{
    /// <summary>How many days a report covers unless told otherwise.</summary>
    public const int UsualDays = 90;

    internal sealed class Handler(CreditReader credits) : IHandle<AttributionReport, AttributionReportView>
    {
        public async Task<AttributionReportView> HandleAsync(AttributionReport request, CancellationToken cancel)
        {
            var (question, rules) = await credits.QuestionAsync(new CreditAsked(request.Brand, request.From, request.Until, request.By, request.Plan, request.LookBackDays, request.Transform, request.Order), cancel);
            return await credits.ReportAsync(question with { WithOthers = true }, rules.Model, cancel);
        }
    }
}
