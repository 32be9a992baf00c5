using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>What one post, goal, channel, campaign, theme, link or deal is credited with under the model the brand chose.</summary>
/// <param name="From">The first day that is counted.</param>
/// <param name="Conversions">Of how many conversions; a part of one is part of it.</param>
public sealed record NodeCreditsView(string Subject, AttributionModel Model, int LookBackDays, LocalDate From, LocalDate Until, decimal Conversions, Money Value);

/// <summary>The credit of one post, goal, channel, campaign, theme, link or deal in the last twelve months.</summary>
/// <param name="Subject">Its id.</param>
[Needs(Permission.Read)]
public sealed record NodeCredits(string Subject) : IQuery<NodeCreditsView>
{
    private static readonly Dictionary<string, CreditBy> Kinds = new(StringComparer.Ordinal)
    {
        ["post"] = CreditBy.Post, ["goal"] = CreditBy.Goal, ["channel"] = CreditBy.Channel, ["campaign"] = CreditBy.Campaign, ["content_pillar"] = CreditBy.Theme, ["tracked_link"] = CreditBy.Link, ["deal"] = CreditBy.Deal,
    };

    internal sealed class Handler(Db db, IEnumerable<INodeSource> nodes, CreditedReturns returns, TimeProvider clock) : IHandle<NodeCredits, NodeCreditsView>
    {
        public async Task<NodeCreditsView> HandleAsync(NodeCredits request, CancellationToken cancel)
        {
            var prefix = request.Subject[..Math.Max(0, request.Subject.LastIndexOf('_'))];
            Rule.Require(Kinds.TryGetValue(prefix, out var by), "subject-unknown", $"“{request.Subject}” gets no credit. Use the id of a post, goal, channel, campaign, theme, link or deal.", "subject");
            var node = Rule.Found(await nodes.First(source => source.Prefix == prefix).FindAsync(request.Subject, cancel), "subject");
            var brand = await db.FindAsync(node.Brand, "brand", cancel);
            var until = clock.Today(brand.Zone);
            var from = until.PlusYears(-1).PlusDays(1);
            var credited = await returns.OfAsync(brand, from, until, by, cancel: cancel);
            var sum = credited.Of.GetValueOrDefault(request.Subject) ?? new CreditSum(0, Money.Zero(brand.Currency));
            return new NodeCreditsView(request.Subject, credited.Model, credited.LookBackDays, from, until, sum.Conversions, sum.Value);
        }
    }
}
