using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A kind of media that time and money go to.</summary>
public enum Medium
{
    Social,
    Search,
    Mail,
    Website,
    Print,
    Radio,
    Television,
    Outdoor,
    Events,
    Sponsoring,
    Other,
}

/// <summary>What a month of one medium was planned to take and what it took.</summary>
/// <param name="Month">Any day of the month.</param>
/// <param name="Name">Which one, where a medium has several: “Local paper”.</param>
/// <param name="PlannedMoney">Planned money, in <paramref name="Currency"/>.</param>
/// <param name="SpentMoney">Spent money, in <paramref name="Currency"/>.</param>
/// <param name="Currency">Needed as soon as there is money: three letters such as EUR.</param>
public sealed record MediaUsageSheet(
    Medium Medium, LocalDate Month, string? Name = null, decimal? PlannedHours = null, decimal? SpentHours = null, decimal? PlannedMoney = null, decimal? SpentMoney = null, string? Currency = null, string? Notes = null)
{
    private const decimal Most = 1_000_000_000;

    public MediaUsageSheet Checked()
    {
        var money = PlannedMoney is not null || SpentMoney is not null;
        Rule.Require(!money || !string.IsNullOrWhiteSpace(Currency), "currency-missing", "The money has no currency. Add three letters such as EUR.", "currency");
        var currency = money ? Currency!.Trim().ToUpperInvariant() : null;
        Rule.Require(Fits(PlannedHours) && Fits(SpentHours), "hours-out-of-range", "Hours are a number from 0 up.", "spentHours");
        Rule.Require(Fits(PlannedMoney) && Fits(SpentMoney), "money-out-of-range", "An amount is a number from 0 up.", "spentMoney");
        Rule.Require(PlannedHours is not null || SpentHours is not null || money, "usage-empty", "There are neither hours nor money. Give at least one of them.", "spentMoney");
        return this with
        {
            Month = new LocalDate(Month.Year, Month.Month, 1), Name = Rule.OptionalText(Name, "name", 120), Notes = Rule.OptionalText(Notes, "notes", 400), Currency = currency,
            PlannedMoney = Told(PlannedMoney, currency, "plannedMoney"), SpentMoney = Told(SpentMoney, currency, "spentMoney"),
        };
    }

    private static bool Fits(decimal? amount) => amount is null or (>= 0 and <= Most);

    private static decimal? Told(decimal? amount, string? currency, string field) => amount is { } some ? Money.Told(some, currency, field).Amount : null;
}

/// <summary>One line of the media usage ledger.</summary>
public sealed class MediaUsageEntry : PlanResearch<MediaUsageEntry>
{
    private MediaUsageEntry()
    {
    }

    public MediaUsageEntry(Plan plan, MediaUsageSheet sheet)
        : base(plan) => Word(sheet);

    public MediaUsageSheet Sheet { get; private set; } = null!;

    /// <summary>Month, medium and name: a line stands once.</summary>
    public string Key { get; private set; } = "";

    public void Word(MediaUsageSheet sheet)
    {
        Sheet = sheet.Checked();
        Key = KeyOf(Sheet);
    }

    public static string KeyOf(MediaUsageSheet sheet) => $"{sheet.Month:uuuu-MM}/{sheet.Medium}/{sheet.Name?.ToLowerInvariant()}/{sheet.Currency}";
}

/// <summary>The share of the money that a medium should have.</summary>
/// <param name="Share">Per cent, 0 to 100.</param>
public sealed record MediaShare(Medium Medium, decimal Share);

/// <summary>The shares a plan aims at; they are compared month by month.</summary>
public sealed class MediaTargets : PlanResearch<MediaTargets>
{
    private MediaTargets()
    {
    }

    public MediaTargets(Plan plan)
        : base(plan)
    {
    }

    public IReadOnlyList<MediaShare> Shares { get; private set; } = [];

    /// <summary>Shares of 0 to 100 that make 100 together; none at all clears them.</summary>
    public void Aim(IReadOnlyList<MediaShare> shares)
    {
        Rule.Require(shares.All(share => share.Share is >= 0 and <= 100), "share-out-of-range", "A share is a per cent from 0 to 100.", "shares");
        Rule.Require(shares.Select(share => share.Medium).Distinct().Count() == shares.Count, "medium-twice", "A medium stands here twice. Give it one share.", "shares");
        var sum = shares.Sum(share => share.Share);
        Rule.Require(shares.Count == 0 || sum == 100, "shares-not-100", $"The shares add up to {sum:0.##} %, not to 100. Change one of them.", "shares");
        Shares = [.. shares.OrderBy(share => share.Medium)];
    }
}

internal sealed class MediaUsageStorage() : ResearchStorage<MediaUsageEntry>("media_usage")
{
    protected override void Map(EntityTypeBuilder<MediaUsageEntry> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.HasIndex(row => new { row.Plan, row.Key }).IsUnique();
    }
}

internal sealed class MediaTargetsStorage() : ResearchStorage<MediaTargets>("media_targets")
{
    protected override void Map(EntityTypeBuilder<MediaTargets> builder)
    {
        builder.Property(row => row.Shares).AsJson();
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}
