using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Where a change came from.</summary>
public enum ChangeKind
{
    /// <summary>A network changed its product or rules of use.</summary>
    Platform,

    /// <summary>A network changed what it shows to whom.</summary>
    Algorithm,

    /// <summary>A law or a network's policy.</summary>
    Policy,

    /// <summary>Customers, rivals, the season.</summary>
    Market,

    /// <summary>Something the brand did itself.</summary>
    Own,
}

/// <summary>Something that changed, on the plan's time line; charts of what it affects carry a marker.</summary>
public sealed class ChangeEntry : Entity<ChangeEntry>
{
    private ChangeEntry()
    {
    }

    public ChangeEntry(Plan plan, ChangeKind kind, LocalDate date, string title)
    {
        (Plan, Kind, Date) = (plan.Id, kind, date);
        Title = Rule.Text(title, "title", 160);
    }

    public Id<Plan> Plan { get; private set; }

    public ChangeKind Kind { get; private set; }

    public LocalDate Date { get; private set; }

    public string Title { get; private set; } = "";

    public string? Notes { get; private set; }

    /// <summary>Where it can be read.</summary>
    public string? Source { get; private set; }

    /// <summary>Ids of channels, KPI targets and other nodes it affects; none means everything.</summary>
    public IReadOnlyList<string> Affects { get; private set; } = [];

    public void Describe(string? notes, string? source, IEnumerable<string> affects)
    {
        Notes = Rule.OptionalText(notes, "notes");
        Source = Rule.OptionalText(source, "source", 1000);
        Rule.Require(Source is null || (Uri.TryCreate(Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"), "source-invalid", "The source is no web address. Write it with https://.", "source");
        Affects = [.. affects.Distinct()];
    }
}

internal sealed class ChangeEntryStorage : IEntityTypeConfiguration<ChangeEntry>
{
    public void Configure(EntityTypeBuilder<ChangeEntry> builder)
    {
        builder.ToTable("change_entries");
        builder.Property(row => row.Title).HasMaxLength(160);
        builder.Property(row => row.Affects).AsJson();
        builder.HasIndex(row => new { row.Plan, row.Date });
    }
}

/// <summary>One of the things a change affects.</summary>
public sealed record AffectedNode(string Id, string Title, string Path);

/// <summary>A change entry as it is shown.</summary>
public sealed record ChangeEntryView(Id<ChangeEntry> Id, ChangeKind Kind, LocalDate Date, string Title, string? Notes, string? Source, IReadOnlyList<AffectedNode> Affects, int Version) : IVersioned;

/// <summary>Puts a change on the plan's time line: of a platform, an algorithm, a policy, the market or an own one.</summary>
/// <param name="Affects">Ids of the channels, KPI targets or other nodes it affects; none means everything.</param>
[Needs(Permission.EditPlan)]
public sealed record RecordChange(
    Id<Plan> Plan, ChangeKind Kind, LocalDate Date, string Title, string? Notes = null, string? Source = null,
    [property: MaxLength(50)] IReadOnlyList<string>? Affects = null) : ICommand<ChangeEntryView>
{
    internal sealed class Handler(Db db, PlanFinder finder, Nodes nodes, Journal journal) : IHandle<RecordChange, ChangeEntryView>
    {
        public async Task<ChangeEntryView> HandleAsync(RecordChange request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var entry = new ChangeEntry(plan, request.Kind, request.Date, request.Title);
            var affected = new List<AffectedNode>();
            foreach (var id in request.Affects ?? [])
            {
                var node = await nodes.FindAsync(id, cancel, plan);
                affected.Add(new AffectedNode(id, node.Title, node.Path));
            }

            entry.Describe(request.Notes, request.Source, affected.Select(node => node.Id));
            db.Add(entry);
            journal.Say($"noted a change: “{entry.Title}”", plan.Brand.Value, plan.Id.Value, entry.Id);
            return new ChangeEntryView(entry.Id, entry.Kind, entry.Date, entry.Title, entry.Notes, entry.Source, affected, entry.Version);
        }
    }
}

/// <summary>The changes on a plan's time line, the newest first; those of one node on request.</summary>
[Needs(Permission.Read)]
public sealed record ChangeEntryList(Id<Plan> Plan, string? Node = null, LocalDate? From = null, LocalDate? Until = null) : IQuery<IReadOnlyList<ChangeEntryView>>
{
    internal sealed class Handler(Db db, PlanFinder finder, Nodes nodes) : IHandle<ChangeEntryList, IReadOnlyList<ChangeEntryView>>
    {
        public async Task<IReadOnlyList<ChangeEntryView>> HandleAsync(ChangeEntryList request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var entries = await db.Set<ChangeEntry>().AsNoTracking().Where(entry => entry.Plan == plan.Id).ToListAsync(cancel);
            var views = new List<ChangeEntryView>();
            foreach (var entry in entries
                .Where(entry => (request.From is null || entry.Date >= request.From) && (request.Until is null || entry.Date <= request.Until))
                .Where(entry => request.Node is null || entry.Affects.Count == 0 || entry.Affects.Contains(request.Node))
                .OrderByDescending(entry => entry.Date).ThenByDescending(entry => entry.Id))
            {
                var affected = new List<AffectedNode>();
                foreach (var id in entry.Affects)
                {
                    var node = await nodes.TryFindAsync(id, cancel);
                    affected.Add(new AffectedNode(id, node?.Title ?? "something since removed", node?.Path ?? ""));
                }

                views.Add(new ChangeEntryView(entry.Id, entry.Kind, entry.Date, entry.Title, entry.Notes, entry.Source, affected, entry.Version));
            }

            return views;
        }
    }
}

/// <summary>Takes a change off the time line that was noted by mistake; the journal keeps that it was there.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveChangeEntry(Id<Plan> Plan, Id<ChangeEntry> Entry) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder finder, Journal journal) : IHandle<RemoveChangeEntry, Done>
    {
        public async Task<Done> HandleAsync(RemoveChangeEntry request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var entry = await db.FindAsync(request.Entry, "change entry", cancel);
            Rule.Found(entry.Plan == plan.Id ? entry : null, "change entry");
            db.Remove(entry);
            journal.Say($"took the change “{entry.Title}” of {entry.Date.ToString("d MMM uuuu", System.Globalization.CultureInfo.InvariantCulture)} off the time line", plan.Brand.Value, plan.Id.Value, entry.Id);
            return Done.It;
        }
    }
}
