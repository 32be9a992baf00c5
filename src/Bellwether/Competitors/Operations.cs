using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A new way to use a network, with what it may bring and what it takes, each from 1 to 5.</summary>
public sealed class Operation : Entity<Operation>
{
    private Operation()
    {
    }

    public Operation(Id<Brand> brand, string title) => (Brand, Title) = (brand, Rule.Text(title, "title", 200));

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    public string? Network { get; private set; }

    /// <summary>What it may bring: 1 little, 5 much.</summary>
    public int Impact { get; private set; } = 3;

    /// <summary>What it takes: 1 little, 5 much.</summary>
    public int Effort { get; private set; } = 3;

    public string? Notes { get; private set; }

    /// <summary>The id of the action it became, as text.</summary>
    public string? Action { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    /// <summary>Impact over effort: 1 is even, more is worth it sooner. From 0.2 to 5.</summary>
    public decimal Score => decimal.Round((decimal)Impact / Effort, 4);

    public void Write(string title, string? network, int impact, int effort, string? notes)
    {
        (Title, Network, Notes) = (Rule.Text(title, "title", 200), string.IsNullOrWhiteSpace(network) ? null : NetworkName.Of(network), Rule.OptionalText(notes, "notes", 2000));
        Rule.Require(impact is >= 1 and <= 5, "impact-range", "Impact goes from 1 (little) to 5 (much).", "impact");
        Rule.Require(effort is >= 1 and <= 5, "effort-range", "Effort goes from 1 (little) to 5 (much).", "effort");
        (Impact, Effort) = (impact, effort);
    }

    public void BecomeAction(string action)
    {
        Rule.Require(Action is null, "already-action", "This became an action already.");
        Action = action;
    }

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

internal sealed class OperationStorage : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("operations");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.Ignore(row => row.Score);
        builder.HasIndex(row => row.Brand);
    }
}

/// <summary>A new way to use a network, as it is ranked.</summary>
/// <param name="Score">Impact over effort.</param>
public sealed record OperationView(Id<Operation> Id, string Title, string? Network, int Impact, int Effort, decimal Score, string? Notes, string? Action, Instant? ArchivedAt, int Version) : IVersioned
{
    public static OperationView Of(Operation row) => new(row.Id, row.Title, row.Network, row.Impact, row.Effort, row.Score, row.Notes, row.Action, row.ArchivedAt, row.Version);
}

/// <summary>New ways to use networks, ranked by impact over effort; of equal ones the greater impact first.</summary>
[Needs(Permission.Read)]
public sealed record OperationList(Id<Brand> Brand) : IQuery<IReadOnlyList<OperationView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<OperationList, IReadOnlyList<OperationView>>
    {
        public async Task<IReadOnlyList<OperationView>> HandleAsync(OperationList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<Operation>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).ToListAsync(cancel);
            return [.. rows.OrderByDescending(row => row.Score).ThenByDescending(row => row.Impact).ThenBy(row => row.Title, StringComparer.OrdinalIgnoreCase).Select(OperationView.Of)];
        }
    }
}

/// <summary>Adds a new way to use a network.</summary>
/// <param name="Impact">What it may bring, 1 to 5.</param>
/// <param name="Effort">What it takes, 1 to 5.</param>
[Needs(Permission.TakePart)]
public sealed record AddOperation(Id<Brand> Brand, string Title, [property: Range(1, 5)] int Impact = 3, [property: Range(1, 5)] int Effort = 3, string? Network = null, string? Notes = null) : ICommand<OperationView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<AddOperation, OperationView>
    {
        public async Task<OperationView> HandleAsync(AddOperation request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var row = new Operation(brand.Id, request.Title);
            row.Write(request.Title, request.Network, request.Impact, request.Effort, request.Notes);
            db.Add(row);
            journal.Say($"had the idea “{row.Title}”: impact {row.Impact}, effort {row.Effort}", brand.Id.Value, null, row.Id);
            return OperationView.Of(row);
        }
    }
}

/// <summary>Changes a new way to use a network, or puts it into the archive and back; what is left out stays.</summary>
[Needs(Permission.TakePart)]
public sealed record ChangeOperation(
    Id<Operation> Operation, string? Title = null, [property: Range(1, 5)] int? Impact = null, [property: Range(1, 5)] int? Effort = null, string? Network = null, string? Notes = null, bool? Archived = null, int? IfVersion = null)
    : ICommand<OperationView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock, Journal journal) : IHandle<ChangeOperation, OperationView>
    {
        public async Task<OperationView> HandleAsync(ChangeOperation request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Operation, "operation", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            row.Expect(request.IfVersion);
            row.Write(request.Title ?? row.Title, request.Network ?? row.Network, request.Impact ?? row.Impact, request.Effort ?? row.Effort, request.Notes ?? row.Notes);
            if (request.Archived == true)
            {
                row.Archive(clock.Now());
            }
            else if (request.Archived == false)
            {
                row.Restore();
            }

            journal.Say($"changed the idea “{row.Title}”", row.Brand.Value, null, row.Id);
            return OperationView.Of(row);
        }
    }
}

/// <summary>Turns a new way to use a network into an action of a plan. Once done it is 422 to do it again.</summary>
[Needs(Permission.EditPlan)]
public sealed record StartOperation(Id<Operation> Operation, Id<Plan> Plan, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<OperationView>
{
    internal sealed class Handler(Db db, PlanFinder plans, IMakeActions actions, Journal journal) : IHandle<StartOperation, OperationView>
    {
        public async Task<OperationView> HandleAsync(StartOperation request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Operation, "operation", cancel);
            var plan = await plans.FindAsync(request.Plan, cancel);
            Rule.Found(plan.Brand == row.Brand ? plan : null, "plan");
            Rule.Require(row.Action is null, "already-action", "This became an action already.");
            row.BecomeAction(await actions.MakeAsync(new ActionSeed(plan.Id, row.Title, row.Id.ToString(), null, request.Owner, request.Due, row.Notes), cancel));
            journal.Say($"made an action of “{row.Title}”", row.Brand.Value, plan.Id.Value, row.Id);
            return OperationView.Of(row);
        }
    }
}
