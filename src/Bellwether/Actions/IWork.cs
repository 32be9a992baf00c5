using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>A node of the work, whichever kind it is; see <see cref="Work{T}"/> for what each member means.</summary>
public interface IWork
{
    string Key { get; }

    string? ParentKey { get; }

    WorkKind Kind { get; }

    Id<Plan> Plan { get; }

    Id<Brand> Brand { get; }

    string Title { get; }

    string? Notes { get; }

    int Rank { get; }

    LocalDate? Due { get; }

    string? DoneWhen { get; }

    decimal? Estimate { get; }

    Id<Member>? Accountable { get; }

    IReadOnlyList<RoleEntry> Roles { get; }

    string? Duty { get; }

    int Percent { get; }

    Instant? StartedAt { get; }

    Instant? DoneAt { get; }

    string? OverrideReason { get; }

    Outcome? Outcome { get; }

    string? Evidence { get; }

    Instant? OutcomeAt { get; }

    Instant? RemovedAt { get; }

    int Version { get; }

    void Rename(string title);

    void Note(string? notes);

    void Stand(int rank);

    void Schedule(LocalDate? due);

    void FinishWhen(string? criterion);

    void Weigh(decimal? hours);

    void Assign(Id<Member>? accountable, string? duty);

    void Involve(IReadOnlyList<RoleEntry> roles);

    void Start(Instant now, string? overrideReason = null);

    void Tick(Instant now);

    void Untick();

    void Advance(int percent, Instant now);

    void Conclude(Outcome outcome, string? evidence, Instant now);

    void Remove(Instant now);

    void Restore();

    void Expect(int? version);
}
