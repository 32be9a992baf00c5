using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Ads;

/// <summary>How many results of one kind an ad brought. Kinds are the network's own words and never add up with one another.</summary>
public sealed record AdResult(string Kind, decimal Count);

/// <summary>What a row of an export says of an ad in some days.</summary>
/// <param name="Key">What tells it from other rows of the same days: the ad's id or name, and the parts it was divided into.</param>
/// <param name="Reach">How many people saw it: never added up, since the same people see several ads.</param>
public sealed record AdSheet(
    string Key, string Name, string? Campaign, LocalDate From, LocalDate Until, Money Spent, long Impressions, long Clicks, long? Reach, IReadOnlyList<AdResult> Results);

/// <summary>What one ad cost and brought in some days, from an export of its network. The same row again changes nothing.</summary>
public sealed class AdRow : Entity<AdRow>
{
    private AdRow()
    {
    }

    public AdRow(Plan plan, AdSheet sheet, string? work)
    {
        (Plan, Brand, Key, From, Until) = (plan.Id, plan.Brand, Rule.Text(sheet.Key, "key", 200), sheet.From, sheet.Until);
        Tell(sheet, work);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Key { get; private set; } = "";

    public LocalDate From { get; private set; }

    public LocalDate Until { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The network's own name of its campaign.</summary>
    public string? Campaign { get; private set; }

    public long Minor { get; private set; }

    public string Currency { get; private set; } = "";

    public long Impressions { get; private set; }

    public long Clicks { get; private set; }

    public long? Reach { get; private set; }

    public IReadOnlyList<AdResult> Results { get; private set; } = [];

    /// <summary>The id of the goal, channel, campaign or theme it counts for; null for the plan as a whole.</summary>
    public string? Work { get; private set; }

    public Money Spent => new(Minor, Currency);

    public AdSheet Sheet => new(Key, Name, Campaign, From, Until, Spent, Impressions, Clicks, Reach, Results);

    /// <summary>Says it anew; whether anything is different.</summary>
    public bool Tell(AdSheet sheet, string? work)
    {
        Rule.Require(sheet.Spent.Minor >= 0 && sheet.Impressions >= 0 && sheet.Clicks >= 0 && sheet.Reach is null or >= 0, "ad-negative", "An ad costs and brings something or nothing, never less.");
        Rule.Require(sheet.Until >= sheet.From, "ends-before-start", "It ends before it begins.");
        var name = sheet.Name.Length > 200 ? sheet.Name[..200] : sheet.Name;
        var campaign = sheet.Campaign is { Length: > 200 } much ? much[..200] : sheet.Campaign;
        var same = (Name, Campaign, Minor, Currency, Impressions, Clicks, Reach, Work) == (name, campaign, sheet.Spent.Minor, sheet.Spent.Currency, sheet.Impressions, sheet.Clicks, sheet.Reach, work) && Results.SequenceEqual(sheet.Results);
        (Name, Campaign, Minor, Currency) = (name, campaign, sheet.Spent.Minor, sheet.Spent.Currency);
        (Impressions, Clicks, Reach, Work) = (sheet.Impressions, sheet.Clicks, sheet.Reach, work);
        if (!same)
        {
            Results = sheet.Results;
        }

        return !same;
    }
}

internal sealed class AdRowStorage : IEntityTypeConfiguration<AdRow>
{
    public void Configure(EntityTypeBuilder<AdRow> builder)
    {
        builder.ToTable("ad_rows");
        builder.Ignore(row => row.Spent);
        builder.Ignore(row => row.Sheet);
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Campaign).HasMaxLength(200);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Work).HasMaxLength(60);
        builder.Property(row => row.Results).AsJson();
        builder.HasIndex(row => new { row.Plan, row.Key, row.From, row.Until }).IsUnique();
        builder.HasIndex(row => row.Brand);
    }
}
