using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Ranking;

/// <summary>What was answered to a proposal.</summary>
/// <param name="Action">The action that does it; null when it was declined.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record AnsweredReallocation(string From, string? FromTitle, string To, string? ToTitle, Money Amount, int Minutes, string By, Instant At, string? Action, string? Reason);

/// <summary>Concepts in the order of what they surely return.</summary>
/// <param name="Concepts">The best first.</param>
/// <param name="Proposal">What might be moved; null while ranges overlap, or for a month after it was answered.</param>
/// <param name="Why">Why nothing is proposed; null when something is.</param>
/// <param name="Answers">What was answered before, the latest first.</param>
public sealed record ConceptRankingView(IReadOnlyList<RankedConcept> Concepts, ReallocationProposal? Proposal, string? Why, IReadOnlyList<AnsweredReallocation> Answers);

/// <summary>Ranks channels, campaigns, themes or goals by what they return for their cost and hours, with the range in which that may lie, and proposes what to move where the ranges lie apart.</summary>
[Needs(Permission.SeeCosts)]
public sealed record ConceptRanking(Id<Plan> Plan, ReturnsBy By = ReturnsBy.Theme) : IQuery<ConceptRankingView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ReturnsBook book, TimeProvider clock) : IHandle<ConceptRanking, ConceptRankingView>
    {
        public async Task<ConceptRankingView> HandleAsync(ConceptRanking request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var facts = await book.OfAsync(plan, brand, null, null, cancel);
            var ranked = RankedConcept.Rank(facts, request.By);
            var proposal = RankedConcept.Propose(ranked);
            var answers = await db.Set<Reallocation>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderByDescending(row => row.CreatedAt).Take(20).ToListAsync(cancel);
            var month = clock.Now() - Duration.FromDays(30);
            var answered = proposal is not null && answers.Exists(row => row.From == proposal.From && row.To == proposal.To && row.CreatedAt > month);
            var why = proposal is null ? Reason(ranked) : answered ? "The proposal was answered within the last month." : null;
            return new ConceptRankingView(
                ranked, answered ? null : proposal, why,
                [.. answers.Select(row => new AnsweredReallocation(row.From, facts.Places.Titles.GetValueOrDefault(row.From), row.To, facts.Places.Titles.GetValueOrDefault(row.To), new Money(row.Minor, row.Currency), row.Minutes, row.By, row.CreatedAt, row.Action, row.Reason))]);
        }

        private static string Reason(IReadOnlyList<RankedConcept> ranked) => ranked.Count(concept => concept.Low is not null) < 2
            ? $"Nothing is proposed: fewer than two of them have {ReturnRange.Least} orders and a known cost."
            : "Nothing is proposed: what the best and the weakest return may as well be the same.";
    }
}
