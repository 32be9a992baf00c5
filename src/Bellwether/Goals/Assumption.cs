using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>
/// What a plan takes for granted, made testable: a statement, why one believes it, and a number with a range by a day.
/// When the day comes the numbers decide. A revised guess stands beside the old one, never in its place.
/// </summary>
public sealed class Assumption : Entity<Assumption>
{
    private Assumption()
    {
    }

    /// <summary>A statement without reasoning is no assumption but a wish.</summary>
    public Assumption(Plan plan, string statement, string reasoning, string metric, string? subject)
    {
        Plan = plan.Id;
        Brand = plan.Brand;
        Metric = metric;
        Subject = Rule.OptionalText(subject, "subject", 80);
        Word(statement, reasoning);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The goal that rests on it.</summary>
    public Id<Goal>? Goal { get; private set; }

    public string Statement { get; private set; } = "";

    /// <summary>Why one believes it.</summary>
    public string Reasoning { get; private set; } = "";

    /// <summary>Key of the metric that will show it.</summary>
    public string Metric { get; private set; } = "";

    /// <summary>The id of what is measured, as text; null means the brand as a whole.</summary>
    public string? Subject { get; private set; }

    /// <summary>Who hears of it when it breaks.</summary>
    public Id<Member>? Owner { get; private set; }

    /// <summary>Every guess there was, the newest last, each with its own outcome.</summary>
    public IReadOnlyList<Guess> Guesses { get; private set; } = [];

    /// <summary>The outcome of the newest guess; null while its day has not come.</summary>
    public AssumptionVerdict? Verdict { get; private set; }

    /// <summary>The day of the next guess to test; null when all are tested.</summary>
    public LocalDate? DueOn { get; private set; }

    /// <summary>The guess that holds now.</summary>
    public Guess Newest => Guesses[^1];

    public void Word(string statement, string reasoning) => (Statement, Reasoning) = (Rule.Text(statement, "statement", 500), Rule.Text(reasoning, "reasoning", 2000));

    public void BearOn(Goal? goal)
    {
        Rule.Require(goal is null || goal.Plan == Plan, "other-plan", "The goal belongs to another plan.", "goal");
        Goal = goal?.Id;
    }

    public void Own(Member? owner, Instant now)
    {
        Rule.Require(owner is null || owner.IsActive(now), "owner-inactive", $"{owner?.Name} has no access any more. Choose somebody who has.", "owner");
        Owner = owner?.Id;
    }

    /// <summary>States a guess, the first or a better one. Older ones stay and are tested on their own days.</summary>
    public void State(Guess guess)
    {
        Guesses = [.. Guesses, guess.Checked() with { Revision = Guesses.Count + 1, Outcome = null }];
        Settle();
    }

    /// <summary>Keeps the outcome of one of its guesses.</summary>
    public void Judge(int revision, GuessOutcome outcome)
    {
        Guesses = [.. Guesses.Select(guess => guess.Revision == revision ? guess with { Outcome = outcome } : guess)];
        Settle();
    }

    /// <summary>Takes over guesses that were written down elsewhere.</summary>
    internal void Restore(IEnumerable<Guess> guesses)
    {
        Guesses = [.. guesses.Select((guess, i) => guess.Checked() with { Revision = i + 1 })];
        Rule.Require(Guesses.Count > 0, "guess-missing", "An assumption needs a number that can be tested.", "guesses");
        Settle();
    }

    private void Settle()
    {
        Verdict = Newest.Outcome?.Verdict;
        DueOn = Guesses.Where(guess => guess.Outcome is null).Select(guess => (LocalDate?)guess.TestDate).Min();
    }
}

internal sealed class AssumptionStorage : IEntityTypeConfiguration<Assumption>
{
    public void Configure(EntityTypeBuilder<Assumption> builder)
    {
        builder.ToTable("assumptions");
        builder.Ignore(row => row.Newest);
        builder.Property(row => row.Statement).HasMaxLength(500);
        builder.Property(row => row.Reasoning).HasMaxLength(2000);
        builder.Property(row => row.Metric).HasMaxLength(60);
        builder.Property(row => row.Subject).HasMaxLength(80);
        builder.Property(row => row.Guesses).AsJson();
        builder.HasIndex(row => row.Plan);
        builder.HasIndex(row => row.DueOn);
    }
}
