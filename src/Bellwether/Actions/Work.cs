using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>What every node of the work has in common, from a tactic down to the smallest step.</summary>
public abstract class Work<T> : Entity<T>, IWork
    where T : Work<T>
{
    private protected Work()
    {
    }

    private protected Work(Id<Plan> plan, Id<Brand> brand, string title, int rank)
    {
        Plan = plan;
        Brand = brand;
        Rank = rank;
        Rename(title);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    public string? Notes { get; private set; }

    /// <summary>Its place in the plan among its siblings, from 1. Apart from the order in which things get done.</summary>
    public int Rank { get; private set; }

    /// <summary>The planned day, in the brand's days.</summary>
    public LocalDate? Due { get; private set; }

    /// <summary>How anybody can tell that it is done.</summary>
    public string? DoneWhen { get; private set; }

    /// <summary>Estimated hours; the weight in its parent's progress, 1 without an estimate.</summary>
    public decimal? Estimate { get; private set; }

    /// <summary>The one accountable person.</summary>
    public Id<Member>? Accountable { get; private set; }

    /// <summary>Who else is responsible, consulted or informed.</summary>
    public IReadOnlyList<RoleEntry> Roles { get; private set; } = [];

    /// <summary>What exactly the accountable person owes.</summary>
    public string? Duty { get; private set; }

    /// <summary>How far a leaf is, 0 to 100; a parent's progress is computed and never stored.</summary>
    public int Percent { get; private set; }

    public Instant? StartedAt { get; private set; }

    public Instant? DoneAt { get; private set; }

    /// <summary>Why it was started although something it depends on was open.</summary>
    public string? OverrideReason { get; private set; }

    public Outcome? Outcome { get; private set; }

    public string? Evidence { get; private set; }

    public Instant? OutcomeAt { get; private set; }

    /// <summary>When it was taken out of the plan; it can be put back.</summary>
    public Instant? RemovedAt { get; private set; }

    public string Key => Id.ToString();

    public abstract string? ParentKey { get; }

    public abstract WorkKind Kind { get; }

    public void Rename(string title) => Title = Rule.Text(title, "title", 200);

    public void Note(string? notes) => Notes = Rule.OptionalText(notes, "notes");

    public void Stand(int rank) => Rank = rank;

    public void Schedule(LocalDate? due) => Due = due;

    public void FinishWhen(string? criterion) => DoneWhen = Rule.OptionalText(criterion, "doneWhen", 400);

    public void Weigh(decimal? hours)
    {
        Rule.Require(hours is null or (> 0 and <= 10_000), "estimate-out-of-range", "An estimate is more than 0 and at most 10000 hours.", "estimate");
        Estimate = hours;
    }

    public void Assign(Id<Member>? accountable, string? duty)
    {
        Accountable = accountable;
        Duty = Rule.OptionalText(duty, "duty", 1000);
    }

    public void Involve(IReadOnlyList<RoleEntry> roles) => Roles = [.. roles];

    public void Start(Instant now, string? overrideReason = null)
    {
        StartedAt ??= now;
        OverrideReason = overrideReason ?? OverrideReason;
    }

    /// <summary>Done now; starting it is implied.</summary>
    public void Tick(Instant now)
    {
        if (DoneAt is not null)
        {
            throw Rule.Conflict("already-done", $"“{Title}” is ticked off already.");
        }

        StartedAt ??= now;
        (DoneAt, Percent) = (now, 100);
    }

    /// <summary>Takes the tick back.</summary>
    public void Untick() => (DoneAt, Percent) = (null, 0);

    /// <summary>How far a leaf is; 100 ticks it off, less takes the tick back.</summary>
    public void Advance(int percent, Instant now)
    {
        Rule.Require(percent is >= 0 and <= 100, "percent-out-of-range", "Progress is a per cent from 0 to 100.", "percent");
        StartedAt = percent > 0 ? StartedAt ?? now : StartedAt;
        (DoneAt, Percent) = (percent == 100 ? DoneAt ?? now : null, percent);
    }

    /// <summary>How it ended; without evidence the outcome is only claimed.</summary>
    public void Conclude(Outcome outcome, string? evidence, Instant now) =>
        (Outcome, Evidence, OutcomeAt) = (outcome, Rule.OptionalText(evidence, "evidence"), now);

    public void Remove(Instant now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    internal void Recall(int percent, Instant? startedAt, Instant? doneAt, string? overrideReason) =>
        (Percent, StartedAt, DoneAt, OverrideReason) = (percent, startedAt, doneAt, overrideReason);
}
