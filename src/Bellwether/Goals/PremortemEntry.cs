using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>“It is a year later and the plan has failed. Why?” One answer, and what is done so that it does not come true.</summary>
public sealed class PremortemEntry : Entity<PremortemEntry>
{
    private PremortemEntry()
    {
    }

    public PremortemEntry(Plan plan, string reason, string? guard, Id<Member>? by)
    {
        Plan = plan.Id;
        By = by;
        Word(reason, guard);
    }

    public Id<Plan> Plan { get; private set; }

    /// <summary>Why it failed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What is done against it; null while nobody knows.</summary>
    public string? Guard { get; private set; }

    public Id<Member>? By { get; private set; }

    public void Word(string reason, string? guard) => (Reason, Guard) = (Rule.Text(reason, "reason", 500), Rule.OptionalText(guard, "guard", 500));
}

internal sealed class PremortemEntryStorage : IEntityTypeConfiguration<PremortemEntry>
{
    public void Configure(EntityTypeBuilder<PremortemEntry> builder)
    {
        builder.ToTable("premortem_entries");
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.Guard).HasMaxLength(500);
        builder.HasIndex(row => row.Plan);
    }
}

/// <summary>One answer of the premortem as it is shown.</summary>
public sealed record PremortemEntryView(Id<PremortemEntry> Id, string Reason, string? Guard, string? ByName, Instant CreatedAt, int Version) : IVersioned
{
    internal static PremortemEntryView Of(PremortemEntry entry, IReadOnlyDictionary<Id<Member>, string> names) =>
        new(entry.Id, entry.Reason, entry.Guard, entry.By is { } by ? names.GetValueOrDefault(by) : null, entry.CreatedAt, entry.Version);
}

/// <summary>Names a reason why the plan might have failed when it is over, and what is done against it.</summary>
[Needs(Permission.TakePart)]
public sealed record AddPremortemEntry(Id<Plan> Plan, [property: MaxLength(500)] string Reason, [property: MaxLength(500)] string? Guard = null) : ICommand<PremortemEntryView>
{
    internal sealed class Handler(Db db, GoalFinder finder, ICurrent current, Journal journal) : IHandle<AddPremortemEntry, PremortemEntryView>
    {
        public async Task<PremortemEntryView> HandleAsync(AddPremortemEntry request, CancellationToken cancel)
        {
            var plan = await finder.PlanToChangeAsync(request.Plan, cancel);
            var entry = new PremortemEntry(plan, request.Reason, request.Guard, current.MemberKey is { } me ? new Id<Member>(me) : null);
            db.Add(entry);
            journal.Say($"fears: {entry.Reason}", plan.Brand.Value, plan.Id.Value, entry.Id);
            return PremortemEntryView.Of(entry, await finder.NamesAsync(cancel));
        }
    }
}

/// <summary>Words an answer of the premortem better, or says what is done against it; an empty guard takes that back.</summary>
[Needs(Permission.TakePart)]
public sealed record ChangePremortemEntry(Id<PremortemEntry> Entry, [property: MaxLength(500)] string? Reason = null, [property: MaxLength(500)] string? Guard = null, int? IfVersion = null)
    : ICommand<PremortemEntryView>, IExpectsVersion
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<ChangePremortemEntry, PremortemEntryView>
    {
        public async Task<PremortemEntryView> HandleAsync(ChangePremortemEntry request, CancellationToken cancel)
        {
            var entry = await db.FindAsync(request.Entry, "entry", cancel);
            entry.Expect(request.IfVersion);
            var plan = await finder.PlanToChangeAsync(entry.Plan, cancel);
            entry.Word(request.Reason ?? entry.Reason, request.Guard ?? entry.Guard);
            journal.Say($"looked again at the fear “{entry.Reason}”", plan.Brand.Value, plan.Id.Value, entry.Id);
            return PremortemEntryView.Of(entry, await finder.NamesAsync(cancel));
        }
    }
}

/// <summary>Takes an answer of the premortem away.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemovePremortemEntry(Id<PremortemEntry> Entry) : ICommand<Done>
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<RemovePremortemEntry, Done>
    {
        public async Task<Done> HandleAsync(RemovePremortemEntry request, CancellationToken cancel)
        {
            var entry = await db.FindAsync(request.Entry, "entry", cancel);
            var plan = await finder.PlanToChangeAsync(entry.Plan, cancel);
            db.Remove(entry);
            journal.Say($"no longer fears: {entry.Reason}", plan.Brand.Value, plan.Id.Value, plan.Id);
            return Done.It;
        }
    }
}
