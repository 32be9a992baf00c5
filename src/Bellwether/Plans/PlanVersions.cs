using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>A version in the list of versions.</summary>
/// <param name="InForce">Whether this is the version in force.</param>
public sealed record PlanVersionLine(int Number, Instant At, string By, string? Reason, IReadOnlyList<string> Changes, bool InForce);

/// <summary>A plan's versions, the newest first, each with what changed.</summary>
[Needs(Permission.Read)]
public sealed record PlanVersions(Id<Plan> Plan) : IQuery<IReadOnlyList<PlanVersionLine>>
{
    internal sealed class Handler(Db db, PlanFinder finder, Outsiders outsiders) : IHandle<PlanVersions, IReadOnlyList<PlanVersionLine>>
    {
        public async Task<IReadOnlyList<PlanVersionLine>> HandleAsync(PlanVersions request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var versions = await db.Set<PlanVersion>().AsNoTracking().Where(version => version.Plan == plan.Id).OrderByDescending(version => version.Number)
                .Select(version => new { version.Number, version.CreatedAt, version.By, version.Reason, version.Changes }).ToListAsync(cancel);
            var hidden = await outsiders.HiddenAsync(plan.Brand, cancel);
            return [.. versions.Select(version => new PlanVersionLine(version.Number, version.CreatedAt, version.By, version.Reason, Outsiders.Without(version.Changes, hidden), version.Number == plan.Number))];
        }
    }
}

/// <summary>A frozen version with all its parts.</summary>
public sealed record PlanVersionView(int Number, Instant At, string By, string? Reason, IReadOnlyList<string> Changes, bool InForce, JsonObject Parts);

/// <summary>One frozen version of a plan, read-only.</summary>
[Needs(Permission.Read)]
public sealed record PlanVersionDetail(Id<Plan> Plan, int Number) : IQuery<PlanVersionView>
{
    internal sealed class Handler(PlanFinder finder, PlanHistory history, Outsiders outsiders) : IHandle<PlanVersionDetail, PlanVersionView>
    {
        public async Task<PlanVersionView> HandleAsync(PlanVersionDetail request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var version = await history.FindAsync(plan.Id, request.Number, cancel);
            var hidden = await outsiders.HiddenAsync(plan.Brand, cancel);
            return new(version.Number, version.CreatedAt, version.By, version.Reason, Outsiders.Without(version.Changes, hidden), version.Number == plan.Number, Outsiders.Without(version.Parts, hidden));
        }
    }
}

/// <summary>What differs, in sentences.</summary>
/// <param name="To">The later version; null for the plan as it is now.</param>
public sealed record PlanDifferenceView(int From, int? To, IReadOnlyList<string> Sentences);

/// <summary>What changed between two versions, with what was reviewed, learned and decided in between, or what a version made of the plan as it is now would change.</summary>
/// <param name="From">The earlier version; the one in force when left out.</param>
/// <param name="To">The later version; the plan as it is now when left out.</param>
[Needs(Permission.Read)]
public sealed record PlanDifference(Id<Plan> Plan, int? From = null, int? To = null) : IQuery<PlanDifferenceView>
{
    internal sealed class Handler(PlanFinder finder, PlanHistory history, PlanSnapshots snapshots, Outsiders outsiders) : IHandle<PlanDifference, PlanDifferenceView>
    {
        public async Task<PlanDifferenceView> HandleAsync(PlanDifference request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var from = await history.FindAsync(plan.Id, request.From ?? plan.Number, cancel);
            var hidden = await outsiders.HiddenAsync(plan.Brand, cancel);
            var before = Outsiders.Without(from.Parts, hidden);
            return new PlanDifferenceView(from.Number, request.To, request.To is { } number
                ? await snapshots.DifferencesAsync(before, Outsiders.Without((await history.FindAsync(plan.Id, number, cancel)).Parts, hidden), cancel)
                : await snapshots.ChangesAsync(before, await snapshots.WriteAsync(plan, nextCycle: false, cancel), cancel));
        }
    }
}
