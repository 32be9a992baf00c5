using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Research;

/// <summary>A snapshot of the people who follow an account.</summary>
/// <param name="AccountName">The account; null where it is gone.</param>
/// <param name="Warnings">Shares that do not add up to 100 ± 1; nothing was refused for it.</param>
/// <param name="Suppressed">Parts left out because they stand for fewer than ten persons.</param>
/// <param name="Newest">Whether it is the last one of its account.</param>
/// <param name="GrowthPercent">Change of followers since the account's snapshot before, in per cent; null without both numbers.</param>
public sealed record AudienceSnapshotView(
    Id<AudienceSnapshot> Id, string? AccountName, SnapshotSheet Sheet, IReadOnlyList<string> Warnings, int Suppressed, bool Newest, decimal? GrowthPercent);

/// <summary>
/// Keeps who follows an account as of a day: followers, ages, languages, active hours, with the source. Shares of one kind that
/// do not add up to 100 ± 1 are warned of; parts of fewer than ten persons are not kept.
/// </summary>
[Needs(Permission.EditNumbers)]
public sealed record TakeAudienceSnapshot(Id<Plan> Plan, SnapshotSheet Sheet) : ICommand<AudienceSnapshotView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, Nodes nodes) : IHandle<TakeAudienceSnapshot, AudienceSnapshotView>
    {
        public async Task<AudienceSnapshotView> HandleAsync(TakeAudienceSnapshot request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            plan.RequireEditable();
            Rule.Require(request.Sheet.Account.StartsWith("social_account_", StringComparison.Ordinal), "not-an-account", "A snapshot belongs to an account of the audit. Choose one of the list.", "account");
            var account = await nodes.FindAsync(request.Sheet.Account, cancel, plan);
            var snapshot = new AudienceSnapshot(plan, request.Sheet, today);
            db.Add(snapshot);
            desk.Say(snapshot, $"kept who follows {account.Title} on {snapshot.Sheet.On:uuuu-MM-dd}");
            return new AudienceSnapshotView(snapshot.Id, account.Title, snapshot.Sheet, [.. snapshot.Uneven.Select(shares => shares.Words)], snapshot.Suppressed, true, null);
        }
    }
}

/// <summary>Removes a snapshot that was taken by mistake.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveAudienceSnapshot(Id<AudienceSnapshot> Snapshot) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveAudienceSnapshot, Done>
    {
        public Task<Done> HandleAsync(RemoveAudienceSnapshot request, CancellationToken cancel) =>
            desk.RemoveAsync(request.Snapshot, "snapshot", snapshot => snapshot.Sheet.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), cancel);
    }
}

/// <summary>Who follows the accounts, the newest snapshot first.</summary>
[Needs(Permission.Read)]
public sealed record AudienceSnapshotList(Id<Plan> Plan) : IQuery<IReadOnlyList<AudienceSnapshotView>>
{
    internal sealed class Handler(ResearchDesk desk, Nodes nodes) : IHandle<AudienceSnapshotList, IReadOnlyList<AudienceSnapshotView>>
    {
        public async Task<IReadOnlyList<AudienceSnapshotView>> HandleAsync(AudienceSnapshotList request, CancellationToken cancel)
        {
            var plan = await desk.PlanAsync(request.Plan, cancel);
            var views = new List<AudienceSnapshotView>();
            foreach (var account in (await desk.AllAsync<AudienceSnapshot>(plan.Id, cancel)).GroupBy(snapshot => snapshot.Sheet.Account, StringComparer.Ordinal))
            {
                var name = (await nodes.TryFindAsync(account.Key, cancel))?.Title;
                var ordered = account.OrderByDescending(snapshot => snapshot.Sheet.On).ThenByDescending(snapshot => snapshot.Id).ToList();
                views.AddRange(ordered.Select((snapshot, place) => new AudienceSnapshotView(
                    snapshot.Id, name, snapshot.Sheet, [.. snapshot.Uneven.Select(shares => shares.Words)], snapshot.Suppressed, place == 0,
                    Growth(snapshot.Sheet.Followers, ordered.ElementAtOrDefault(place + 1)?.Sheet.Followers))));
            }

            return [.. views.OrderByDescending(view => view.Sheet.On)];
        }

        private static decimal? Growth(long? now, long? before) =>
            now is { } many && before is { } few && few > 0 ? decimal.Round((many - few) * 100m / few, 2) : null;
    }
}
