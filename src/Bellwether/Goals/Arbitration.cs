using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>How a conflict between departments was settled, by whom and why. Never changed; a later one replaces it.</summary>
public sealed class Arbitration : Entity<Arbitration>
{
    private Arbitration()
    {
    }

    public Arbitration(Plan plan, GoalConflict conflict, string decision, Goal? favours, string by)
    {
        Plan = plan.Id;
        Conflict = conflict.Key;
        Sentence = conflict.Sentence;
        Decision = Rule.Text(decision, "decision", 1000);
        Favours = favours?.Id;
        By = by;
    }

    public Id<Plan> Plan { get; private set; }

    /// <summary>The key of the conflict.</summary>
    public string Conflict { get; private set; } = "";

    /// <summary>What the conflict was when it was settled.</summary>
    public string Sentence { get; private set; } = "";

    public string Decision { get; private set; } = "";

    /// <summary>The goal that goes first, where one does.</summary>
    public Id<Goal>? Favours { get; private set; }

    public string By { get; private set; } = "";
}

internal sealed class ArbitrationStorage : IEntityTypeConfiguration<Arbitration>
{
    public void Configure(EntityTypeBuilder<Arbitration> builder)
    {
        builder.ToTable("arbitrations");
        builder.Property(row => row.Conflict).HasMaxLength(160);
        builder.Property(row => row.Sentence).HasMaxLength(1000);
        builder.Property(row => row.Decision).HasMaxLength(1000);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => new { row.Plan, row.Conflict });
    }
}

/// <summary>A conflict with how it was settled, if it was.</summary>
public sealed record ConflictView(GoalConflict Conflict, string? Decision, Id<Goal>? Favours, string? SettledBy, Instant? SettledAt);

/// <summary>The conflicts of a plan.</summary>
/// <param name="Hidden">Whether one person alone plans, so that there are no departments.</param>
/// <param name="Open">How many are not settled.</param>
public sealed record ConflictsView(bool Hidden, int Open, IReadOnlyList<ConflictView> Conflicts);

/// <summary>Where departments want what cannot both be, and how that was settled. Whoever plans alone has none.</summary>
[Needs(Permission.Read)]
public sealed record ConflictList(Id<Plan> Plan) : IQuery<ConflictsView>
{
    internal sealed class Handler(PlanFinder plans, PlanLoad load) : IHandle<ConflictList, ConflictsView>
    {
        public async Task<ConflictsView> HandleAsync(ConflictList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            return await load.ConflictsAsync(plan, brand, cancel);
        }
    }
}

/// <summary>Settles a conflict between departments, on record. Settling it again adds a new record.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Conflict">The conflict's key.</param>
/// <param name="Decision">What was decided, and why.</param>
/// <param name="Favours">The goal that goes first, where one does.</param>
[Needs(Permission.RunPlan)]
public sealed record SettleConflict(Id<Plan> Plan, string Conflict, [property: MaxLength(1000)] string Decision, Id<Goal>? Favours = null) : ICommand<ConflictsView>
{
    internal sealed class Handler(Db db, PlanFinder plans, PlanLoad load, ICurrent current, TimeProvider clock, Journal journal) : IHandle<SettleConflict, ConflictsView>
    {
        public async Task<ConflictsView> HandleAsync(SettleConflict request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            var all = await load.ConflictsAsync(plan, brand, cancel);
            var found = Rule.Found(all.Conflicts.FirstOrDefault(one => one.Conflict.Key == request.Conflict), "conflict");
            var favoured = request.Favours is { } id ? await db.FindAsync(id, "goal", cancel) : null;
            Rule.Require(favoured is null || found.Conflict.Sides.Any(side => side.Goal == favoured.Id), "favours-outsider", "The goal that goes first must be one of those in conflict.", "favours");
            var settled = new Arbitration(plan, found.Conflict, request.Decision, favoured, current.Name);
            db.Add(settled);
            journal.Say($"settled between departments: {settled.Decision}", plan.Brand.Value, plan.Id.Value, favoured?.Id.ToString() ?? plan.Id.ToString(), found.Conflict.Sentence);
            var now = found with { Decision = settled.Decision, Favours = settled.Favours, SettledBy = settled.By, SettledAt = clock.Now() };
            return all with { Open = all.Open - (found.Decision is null ? 1 : 0), Conflicts = [.. all.Conflicts.Select(one => one == found ? now : one)] };
        }
    }
}
