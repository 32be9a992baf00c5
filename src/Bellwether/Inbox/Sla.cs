using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>What is promised for one severity, in business minutes.</summary>
/// <param name="AnswerMinutes">Until a person answers.</param>
/// <param name="ResolveMinutes">Until it is settled.</param>
public sealed record SlaTerm(CaseSeverity Severity, int AnswerMinutes, int ResolveMinutes);

/// <summary>How soon a brand answers and settles, by severity, and on which days nobody does.</summary>
public sealed class Sla : Entity<Sla>
{
    /// <summary>Of how many business minutes a working day of the usual hours (9 to 18) is made.</summary>
    public const int Day = 540;

    private const int Most = 100_000;

    private Sla()
    {
    }

    public Sla(Id<Brand> brand, Id<Plan>? plan) => (Brand, Plan) = (brand, plan);

    /// <summary>
    /// What holds until a brand says otherwise: an urgent word within half an hour, one that does harm within the hour, an ordinary one
    /// within half a working day, the rest within a day. The hour is what most people expect who complain in public, the same day what
    /// most expect of any message; the minutes themselves are this program's own choice, to be replaced by the brand's.
    /// </summary>
    public static IReadOnlyList<SlaTerm> Usual { get; } =
    [
        new(CaseSeverity.Low, Day, 5 * Day), new(CaseSeverity.Normal, 240, 2 * Day), new(CaseSeverity.High, 60, Day), new(CaseSeverity.Urgent, 30, 240),
    ];

    public Id<Brand> Brand { get; private set; }

    /// <summary>The plan that brought it; null when a person wrote it.</summary>
    public Id<Plan>? Plan { get; private set; }

    /// <summary>One term for each severity.</summary>
    public IReadOnlyList<SlaTerm> Terms { get; private set; } = Usual;

    /// <summary>Days on which nobody answers although the weekday has hours.</summary>
    public IReadOnlyList<LocalDate> DaysOff { get; private set; } = [];

    /// <summary>Says what is promised; a severity that is left out keeps its term.</summary>
    public void Set(IReadOnlyList<SlaTerm> terms, IReadOnlyList<LocalDate> daysOff)
    {
        foreach (var term in terms)
        {
            Rule.Require(term.AnswerMinutes is >= 1 and <= Most && term.ResolveMinutes is >= 1 and <= Most, "sla-out-of-range", $"A promise is 1 to {Most} business minutes.", "terms");
            Rule.Require(term.AnswerMinutes <= term.ResolveMinutes, "sla-reversed", $"A case of {term.Severity.ToString().ToLowerInvariant()} severity would be settled before it is answered. Give the resolution more time.", "terms");
        }

        Rule.Require(terms.Select(term => term.Severity).Distinct().Count() == terms.Count, "sla-twice", "A severity has one term. Leave out the second.", "terms");
        Rule.Require(daysOff.Count <= 400, "sla-days-off-many", "At most 400 days off are kept. Leave out those that have passed.", "daysOff");
        Terms = [.. Terms.Select(old => terms.FirstOrDefault(term => term.Severity == old.Severity) ?? old)];
        DaysOff = [.. daysOff.Distinct().Order()];
    }

    public SlaTerm For(CaseSeverity severity) => Terms.First(term => term.Severity == severity);
}

internal sealed class SlaStorage : IEntityTypeConfiguration<Sla>
{
    public void Configure(EntityTypeBuilder<Sla> builder)
    {
        builder.ToTable("slas");
        builder.Property(row => row.Terms).AsJson();
        builder.Property(row => row.DaysOff).AsJson();
        builder.HasIndex(row => row.Brand).IsUnique();
    }
}
