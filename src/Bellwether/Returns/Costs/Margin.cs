using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>What is left of an order after what was sold is paid for, from a day on: for the brand, or for what serves one goal.</summary>
public sealed class Margin : Entity<Margin>
{
    private Margin()
    {
    }

    public Margin(Id<Brand> brand, Id<Goal>? goal, LocalDate from, decimal percent)
    {
        (Brand, Goal, From) = (brand, goal, from);
        Set(percent);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>For which goal it holds; null for all that has none of its own.</summary>
    public Id<Goal>? Goal { get; private set; }

    public LocalDate From { get; private set; }

    /// <summary>Part of the price in percent: 40 leaves 40 cents of each euro.</summary>
    public decimal Percent { get; private set; }

    public void Set(decimal percent)
    {
        Rule.Require(percent is > 0 and <= 100, "margin-impossible", "A margin is more than 0 and at most 100 percent of the price.", "percent");
        Percent = percent;
    }
}

/// <summary>Which margin holds when.</summary>
public sealed class MarginTable(IEnumerable<Margin> margins)
{
    private readonly Dictionary<string, List<Margin>> byGoal = margins.GroupBy(margin => margin.Goal?.ToString() ?? "").ToDictionary(group => group.Key, group => group.OrderBy(margin => margin.From).ToList(), StringComparer.Ordinal);

    /// <summary>What is left of a value, rounded half to even; the goal's own margin counts before the brand's. Null where none is known for the day.</summary>
    public Money? Of(Money value, string? goal, LocalDate day) =>
        (On(goal ?? "", day) ?? On("", day)) is { } margin ? Money.Of(value.Amount * margin.Percent / 100m, value.Currency) : null;

    private Margin? On(string goal, LocalDate day) => byGoal.GetValueOrDefault(goal)?.FindLast(margin => margin.From <= day);
}

internal sealed class MarginStorage : IEntityTypeConfiguration<Margin>
{
    public void Configure(EntityTypeBuilder<Margin> builder)
    {
        builder.ToTable("margins");
        builder.HasIndex(row => new { row.Brand, row.From });
    }
}
