using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Judges assumptions, watches expectations and ad spend, and asks for late numbers in every workspace that has such.</summary>
[Single]
public sealed class GoalWatch(Rounds rounds)
{
    public async Task<int> RunAsync(CancellationToken cancel) =>
        await rounds.SendAsync(db => db.Set<Assumption>().IgnoreQueryFilters().Where(row => row.DueOn != null).Select(row => row.WorkspaceKey), new TestDueAssumptions(), tested => tested.Count, cancel)
        + await rounds.SendAsync(db => db.Set<Expectation>().IgnoreQueryFilters().Where(row => row.AlarmAt == null).Select(row => row.WorkspaceKey), new WatchExpectations(), alarmed => alarmed.Count, cancel)
        + await rounds.SendAsync(db => db.Set<Advertising>().IgnoreQueryFilters().Select(row => row.WorkspaceKey), new WatchAdvertising(), watched => watched.Count, cancel)
        + await rounds.SendAsync(db => db.Set<KpiTarget>().IgnoreQueryFilters().Where(row => row.Frequency != null).Select(row => row.WorkspaceKey), new RemindOfCollections(), reminded => reminded.Count, cancel);
}
