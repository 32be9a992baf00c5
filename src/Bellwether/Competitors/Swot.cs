using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Competitors;

/// <summary>The four fields of a SWOT.</summary>
public enum SwotKind
{
    /// <summary>Inside, helps.</summary>
    Strength,

    /// <summary>Inside, hinders.</summary>
    Weakness,

    /// <summary>Outside, helps.</summary>
    Opportunity,

    /// <summary>Outside, hinders.</summary>
    Threat,
}

/// <summary>One point of a SWOT, of ours or of a rival's, with what it stands on.</summary>
public sealed class SwotPoint : Entity<SwotPoint>
{
    private SwotPoint()
    {
    }

    public SwotPoint(Id<Brand> brand, Competitor? rival, SwotKind kind, string text, string? evidence)
    {
        (Brand, Competitor, Kind) = (brand, rival?.Id, kind);
        Write(text, evidence);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Whose it is; null for ours.</summary>
    public Id<Competitor>? Competitor { get; private set; }

    public SwotKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>What it stands on; a point without is an opinion.</summary>
    public string? Evidence { get; private set; }

    public void Write(string text, string? evidence) => (Text, Evidence) = (Rule.Text(text, "text", 400), Rule.OptionalText(evidence, "evidence", 400));
}

internal sealed class SwotPointStorage : IEntityTypeConfiguration<SwotPoint>
{
    public void Configure(EntityTypeBuilder<SwotPoint> builder)
    {
        builder.ToTable("swot_points");
        builder.HasIndex(row => new { row.Brand, row.Competitor });
    }
}

/// <summary>A point as it is shown.</summary>
public sealed record SwotPointView(Id<SwotPoint> Id, Id<Competitor>? Competitor, SwotKind Kind, string Text, string? Evidence, int Version) : IVersioned
{
    public static SwotPointView Of(SwotPoint row) => new(row.Id, row.Competitor, row.Kind, row.Text, row.Evidence, row.Version);
}

/// <summary>Strengths, weaknesses, opportunities and threats: ours, or a rival's.</summary>
/// <param name="Competitor">Whose; ours when left out.</param>
[Needs(Permission.Read)]
public sealed record SwotBoard(Id<Brand> Brand, Id<Competitor>? Competitor = null) : IQuery<IReadOnlyList<SwotPointView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<SwotBoard, IReadOnlyList<SwotPointView>>
    {
        public async Task<IReadOnlyList<SwotPointView>> HandleAsync(SwotBoard request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<SwotPoint>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Competitor == request.Competitor).ToListAsync(cancel);
            return [.. rows.OrderBy(row => row.Kind).ThenBy(row => row.Id).Select(SwotPointView.Of)];
        }
    }
}

/// <summary>Adds a point to a SWOT.</summary>
/// <param name="Evidence">What it stands on.</param>
[Needs(Permission.TakePart)]
public sealed record AddSwotPoint(Id<Brand> Brand, SwotKind Kind, [property: MaxLength(400)] string Text, string? Evidence = null, Id<Competitor>? Competitor = null) : ICommand<SwotPointView>
{
    internal sealed class Handler(Db db, PlanFinder plans, RivalBook rivals, Journal journal) : IHandle<AddSwotPoint, SwotPointView>
    {
        public async Task<SwotPointView> HandleAsync(AddSwotPoint request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rival = await rivals.OfBrandAsync(request.Competitor, brand.Id, cancel);
            var row = new SwotPoint(brand.Id, rival, request.Kind, request.Text, request.Evidence);
            db.Add(row);
            journal.Say($"noted a {row.Kind.ToString().ToLowerInvariant()} {(rival is null ? "of ours" : $"of “{rival.Name}”")}: {row.Text}", brand.Id.Value, null, row.Id);
            return SwotPointView.Of(row);
        }
    }
}

/// <summary>Rewrites a point of a SWOT.</summary>
[Needs(Permission.TakePart)]
public sealed record ChangeSwotPoint(Id<SwotPoint> Point, string? Text = null, string? Evidence = null, int? IfVersion = null) : ICommand<SwotPointView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<ChangeSwotPoint, SwotPointView>
    {
        public async Task<SwotPointView> HandleAsync(ChangeSwotPoint request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Point, "point", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            row.Expect(request.IfVersion);
            row.Write(request.Text ?? row.Text, request.Evidence ?? row.Evidence);
            journal.Say($"rewrote a point of the SWOT: {row.Text}", row.Brand.Value, null, row.Id);
            return SwotPointView.Of(row);
        }
    }
}

/// <summary>Takes a point out of a SWOT; its words stay in the journal.</summary>
[Needs(Permission.TakePart)]
public sealed record RemoveSwotPoint(Id<SwotPoint> Point) : ICommand<SwotPointView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<RemoveSwotPoint, SwotPointView>
    {
        public async Task<SwotPointView> HandleAsync(RemoveSwotPoint request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Point, "point", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            db.Remove(row);
            journal.Say($"took a point out of the SWOT: {row.Text}", row.Brand.Value, null, row.Id);
            return SwotPointView.Of(row);
        }
    }
}
