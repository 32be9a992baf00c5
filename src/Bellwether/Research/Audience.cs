using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>People we address: who they are, what they need, and which goals they matter to.</summary>
/// <param name="Name">“Office people within ten minutes”.</param>
/// <param name="Needs">What they need, one line each.</param>
/// <param name="Segment">Whether they are customers already; null for both.</param>
/// <param name="Size">About how many there are.</param>
/// <param name="Need">Which of the brand's needs they belong to; Internal for its own people.</param>
/// <param name="Goals">The ids of the goals they matter to.</param>
public sealed record AudienceSheet(
    string Name, string? Description = null, IReadOnlyList<string>? Needs = null, CustomerSegment? Segment = null, long? Size = null, ResearchNeed? Need = null, IReadOnlyList<string>? Goals = null)
{
    public AudienceSheet Checked()
    {
        Rule.Require(Size is null or > 0, "size-impossible", "An audience has at least one person. Leave the size out when you do not know it.", "size");
        return this with
        {
            Name = Rule.Text(Name, "name", 160),
            Description = Rule.OptionalText(Description, "description", 2000),
            Needs = [.. (Needs ?? []).Select(need => Rule.Text(need, "needs", 300))],
            Goals = [.. (Goals ?? []).Distinct(StringComparer.Ordinal)],
        };
    }
}

/// <summary>A segment of people that the brand addresses.</summary>
public sealed class Audience : PlanResearch<Audience>
{
    private Audience()
    {
    }

    public Audience(Plan plan, AudienceSheet sheet)
        : base(plan) => Sheet = sheet.Checked();

    public AudienceSheet Sheet { get; private set; } = null!;

    public bool IsInternal => Sheet.Need == ResearchNeed.Internal;

    /// <summary>What it is called, for the journal that everybody reads.</summary>
    internal string Spoken => IsInternal ? "for our own people" : Sheet.Name;

    public void Word(AudienceSheet sheet) => Sheet = sheet.Checked();
}

/// <summary>One made-up person who stands for many of an audience.</summary>
/// <param name="Job">What the person wants to get done.</param>
/// <param name="Obstacles">What stands in the way.</param>
/// <param name="Quote">Words that somebody really said.</param>
/// <param name="Place">Where one meets the person: networks, places, times.</param>
public sealed record PersonaSheet(string Name, string? Who = null, string? Job = null, string? Obstacles = null, string? Quote = null, string? Place = null)
{
    public PersonaSheet Checked() => new(
        Rule.Text(Name, "name", 80), Rule.OptionalText(Who, "who", 400), Rule.OptionalText(Job, "job", 1000),
        Rule.OptionalText(Obstacles, "obstacles", 1000), Rule.OptionalText(Quote, "quote", 400), Rule.OptionalText(Place, "place", 400));
}

/// <summary>An archetype within an audience.</summary>
public sealed class Persona : PlanResearch<Persona>
{
    private Persona()
    {
    }

    public Persona(Audience audience, Plan plan, PersonaSheet sheet)
        : base(plan) => (Audience, Sheet) = (audience.Id, sheet.Checked());

    public Id<Audience> Audience { get; private set; }

    public PersonaSheet Sheet { get; private set; } = null!;

    public void Word(PersonaSheet sheet) => Sheet = sheet.Checked();
}

/// <summary>How much of an audience uses a network, and who says so.</summary>
/// <param name="Share">Per cent of the audience, 0 to 100.</param>
public sealed record NetworkUseSheet(decimal Share, Evidence Source, string? Notes = null)
{
    public NetworkUseSheet Checked(LocalDate today)
    {
        Rule.Require(Share is >= 0 and <= 100, "share-out-of-range", "A share is a per cent from 0 to 100.", "share");
        return new NetworkUseSheet(Share, Source.Checked(today), Rule.OptionalText(Notes, "notes", 400));
    }
}

/// <summary>An audience's use of one network.</summary>
public sealed class NetworkUse : PlanResearch<NetworkUse>
{
    private NetworkUse()
    {
    }

    public NetworkUse(Audience audience, Plan plan, string network, NetworkUseSheet sheet, LocalDate today)
        : base(plan) => (Audience, Network, Sheet) = (audience.Id, NetworkName.Of(network), sheet.Checked(today));

    public Id<Audience> Audience { get; private set; }

    public string Network { get; private set; } = "";

    public NetworkUseSheet Sheet { get; private set; } = null!;

    public void Word(NetworkUseSheet sheet, LocalDate today) => Sheet = sheet.Checked(today);
}

internal sealed class AudienceStorage() : ResearchStorage<Audience>("audiences")
{
    protected override void Map(EntityTypeBuilder<Audience> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.Ignore(row => row.IsInternal);
    }
}

internal sealed class PersonaStorage() : ResearchStorage<Persona>("personas")
{
    protected override void Map(EntityTypeBuilder<Persona> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.HasIndex(row => row.Audience);
    }
}

internal sealed class NetworkUseStorage() : ResearchStorage<NetworkUse>("network_uses")
{
    protected override void Map(EntityTypeBuilder<NetworkUse> builder)
    {
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Sheet).AsJson();
        builder.HasIndex(row => new { row.Audience, row.Network }).IsUnique();
    }
}
