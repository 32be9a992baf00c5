using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>What a part of an audience is told apart by.</summary>
public enum BreakdownKind
{
    Age,
    Gender,
    Country,
    City,
    Language,

    /// <summary>Hours of the day, local to the brand: “18”.</summary>
    ActiveHour,

    /// <summary>People who take part most; their names are kept, never more.</summary>
    TopFan,
}

/// <summary>One part of the people who follow an account.</summary>
/// <param name="Label">“25–34”, “de”, “18”.</param>
/// <param name="Percent">Its share of the followers, 0 to 100.</param>
/// <param name="Count">How many persons or acts.</param>
public sealed record BreakdownPart(BreakdownKind Kind, string Label, decimal? Percent = null, long? Count = null);

/// <summary>Shares of one kind that did not add up to 100 ± 1 when they were told.</summary>
/// <param name="Sum">What they added up to; null where a part was left out, since the sum would tell its share.</param>
public sealed record UnevenShares(BreakdownKind Kind, decimal? Sum)
{
    /// <summary>What to look into.</summary>
    public string Words => Sum is { } sum
        ? string.Create(CultureInfo.InvariantCulture, $"The shares by {Kind.ToString().ToLowerInvariant()} add up to {sum:0.##} %, not to 100. Look whether one is missing.")
        : $"The shares by {Kind.ToString().ToLowerInvariant()} do not add up to 100 %. Look whether one is missing.";
}

/// <summary>Who follows an account on a day, and who says so.</summary>
/// <param name="Account">The id of the account in the inventory.</param>
public sealed record SnapshotSheet(string Account, LocalDate On, string Source, long? Followers = null, IReadOnlyList<BreakdownPart>? Parts = null, string? Notes = null)
{
    /// <summary>Parts with fewer persons could point at somebody; they are not kept.</summary>
    public const int FewestPersons = 10;

    public SnapshotSheet Checked(LocalDate today)
    {
        Rule.Require(On <= today, "snapshot-in-future", "A snapshot shows what was. Choose a day that has come.", "on");
        Rule.Require(Followers is null or >= 0, "followers-negative", "Nobody has fewer than no followers.", "followers");
        var parts = (Parts ?? []).Select(part => part with { Label = Rule.Text(part.Label, "parts", 80) }).ToList();
        Rule.Require(parts.Count <= 300, "parts-too-many", "A snapshot keeps at most 300 parts.", "parts");
        Rule.Require(parts.TrueForAll(part => part.Percent is null or (>= 0 and <= 100)), "share-out-of-range", "A share is a per cent from 0 to 100.", "parts");
        Rule.Require(parts.TrueForAll(part => part.Count is null or >= 0), "count-negative", "A count is not negative.", "parts");
        return this with { Source = Rule.Text(Source, "source", 200), Notes = Rule.OptionalText(Notes, "notes", 1000), Parts = [.. parts.Where(part => !IsSmall(part))] };
    }

    /// <summary>Kinds whose shares should make a whole and are off by more than a point.</summary>
    internal IReadOnlyList<UnevenShares> Uneven() =>
    [
        .. from part in Parts ?? []
           where part.Percent is not null && part.Kind is BreakdownKind.Age or BreakdownKind.Gender or BreakdownKind.Country or BreakdownKind.Language
           group part by part.Kind into kind
           let sum = kind.Sum(part => part.Percent ?? 0)
           where Math.Abs(sum - 100) > 1
           orderby kind.Key
           select new UnevenShares(kind.Key, kind.Any(IsSmall) ? null : sum),
    ];

    /// <summary>Whether a part stands for fewer than ten persons, by its count or by its share of the followers.</summary>
    public bool IsSmall(BreakdownPart part) =>
        part.Kind is not (BreakdownKind.TopFan or BreakdownKind.ActiveHour)
        && (part.Count ?? (part.Percent is { } percent && Followers is { } all ? percent / 100 * all : (decimal?)null)) is { } persons && persons > 0 && persons < FewestPersons;
}

/// <summary>The people who follow one account, as they were on a day.</summary>
public sealed class AudienceSnapshot : PlanResearch<AudienceSnapshot>
{
    private AudienceSnapshot()
    {
    }

    public AudienceSnapshot(Plan plan, SnapshotSheet sheet, LocalDate today)
        : base(plan)
    {
        Sheet = sheet.Checked(today);
        Suppressed = (sheet.Parts ?? []).Count(sheet.IsSmall);
        // Asked of all that was told: what is left out below would tear a hole into every sum.
        Uneven = sheet.Uneven();
    }

    public SnapshotSheet Sheet { get; private set; } = null!;

    /// <summary>How many parts were left out because they stood for fewer than ten persons.</summary>
    public int Suppressed { get; private set; }

    /// <summary>Shares that did not make a whole when it was taken.</summary>
    public IReadOnlyList<UnevenShares> Uneven { get; private set; } = [];

    /// <summary>A reading from a plan file keeps what was left out and what was uneven then.</summary>
    internal void Remember(int suppressed, IReadOnlyList<UnevenShares>? uneven) => (Suppressed, Uneven) = (suppressed, uneven ?? (suppressed > 0 ? [] : Uneven));
}

internal sealed class AudienceSnapshotStorage() : ResearchStorage<AudienceSnapshot>("audience_snapshots")
{
    protected override void Map(EntityTypeBuilder<AudienceSnapshot> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.Property(row => row.Uneven).AsJson();
    }
}
