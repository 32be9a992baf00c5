using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Reviews;

/// <summary>What an item of the agenda is about.</summary>
public enum AgendaKind
{
    /// <summary>A goal: what progress was made.</summary>
    Goal,

    /// <summary>A KPI target, a measure: keep, alter or drop.</summary>
    KpiTarget,

    /// <summary>A tactic, a measure: keep, alter or drop.</summary>
    Tactic,

    /// <summary>An action item, a measure: keep, alter or drop.</summary>
    ActionItem,

    /// <summary>An open comment that asks for an adjustment.</summary>
    Adjustment,

    /// <summary>Something the plan took for granted, and the numbers have broken since the last review.</summary>
    Assumption,

    /// <summary>More is spent than a sponsor approved.</summary>
    Spending,

    /// <summary>Ad spend nears its ceiling, goes out against the decision, or the day to decide has come.</summary>
    Advertising,
}

/// <summary>A number as a review looks at it.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Then">The number at the last review, or when the plan was activated.</param>
/// <param name="Now">The number now; null is no data.</param>
/// <param name="Expected">Where it should be by now.</param>
/// <param name="Target">Where it is to go.</param>
/// <param name="Status">How it stands.</param>
public sealed record ReviewFigures(string? Metric, string? Unit, decimal? Then, decimal? Now, decimal? Expected, decimal? Target, GoalStatus Status);

/// <summary>One thing a review looks at; a measure needs a verdict before the review can be closed.</summary>
public sealed class AgendaItem : Entity<AgendaItem>
{
    private AgendaItem()
    {
    }

    public AgendaItem(Review review, AgendaKind kind, string node, string title, int place, string? about = null, string? within = null, ReviewFigures? figures = null)
    {
        (Review, Kind, Node, Place, Within, Figures) = (review.Id, kind, node, place, within, figures);
        Title = Excerpt.Of(title, 300);
        About = about;
    }

    public Id<Review> Review { get; private set; }

    public AgendaKind Kind { get; private set; }

    /// <summary>The id of what it is about.</summary>
    public string Node { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>A line below the title: the goal it serves, how far it is, what the comment says.</summary>
    public string? About { get; private set; }

    /// <summary>The id of the measure this one is a part of; it goes when that one is dropped.</summary>
    public string? Within { get; private set; }

    public int Place { get; private set; }

    /// <summary>The numbers as they stood when the review was opened.</summary>
    public ReviewFigures? Figures { get; private set; }

    public MeasureVerdict? Verdict { get; private set; }

    /// <summary>What to alter; it becomes an adjustment on the measure when the review is closed.</summary>
    public string? Change { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>Whether it needs a verdict.</summary>
    public bool IsMeasure => Kind is AgendaKind.KpiTarget or AgendaKind.Tactic or AgendaKind.ActionItem;

    public void Judge(MeasureVerdict verdict, string? change)
    {
        Rule.Require(IsMeasure, "no-measure", "Only a measure gets a verdict: a tactic, an action or a KPI.");
        var text = Rule.OptionalText(change, "change", 2000);
        Rule.Require(verdict != MeasureVerdict.Alter || text is not null, "change-missing", "Say what to alter. A verdict without it changes nothing.", "change");
        (Verdict, Change) = (verdict, verdict == MeasureVerdict.Alter ? text : null);
    }

    public void Note(string? notes) => Notes = Rule.OptionalText(notes, "notes");
}

internal sealed class AgendaItemStorage : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("agenda_items");
        builder.Ignore(row => row.IsMeasure);
        builder.Property(row => row.Node).HasMaxLength(80);
        builder.Property(row => row.Within).HasMaxLength(80);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.Figures).AsJson();
        builder.HasIndex(row => new { row.Review, row.Place });
    }
}
