using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>Where a borrowed tactic stands.</summary>
public enum BorrowedStatus
{
    /// <summary>Thought of.</summary>
    Proposed,

    /// <summary>In use: it has a goal, a reason and a test.</summary>
    Active,

    /// <summary>Not for us.</summary>
    Dropped,
}

/// <summary>
/// Something that worked for others and may work for us. Before it starts it says which goal it serves, why it fits our audience,
/// and how we will see whether it does.
/// </summary>
public sealed class BorrowedTactic : Entity<BorrowedTactic>
{
    /// <summary>From this likeness to the rival's words on we copy rather than learn.</summary>
    public const double TooClose = 0.7;

    private BorrowedTactic()
    {
    }

    public BorrowedTactic(Plan plan, string title, string from, string fromName) =>
        (Plan, Brand, Title, From, FromName) = (plan.Id, plan.Brand, Rule.Text(title, "title", 200), Rule.Text(from, "from", 80), Rule.Text(fromName, "fromName", 200));

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The id of the rival, practice or example it is borrowed from, as text.</summary>
    public string From { get; private set; } = "";

    /// <summary>What that was called when it was borrowed.</summary>
    public string FromName { get; private set; } = "";

    /// <summary>The id of the goal it serves, as text.</summary>
    public string? Goal { get; private set; }

    /// <summary>Why it fits our audience.</summary>
    public string? Fit { get; private set; }

    /// <summary>How we will see whether it works for us.</summary>
    public string? Test { get; private set; }

    /// <summary>The rival's words, where there are any.</summary>
    public string? TheirWords { get; private set; }

    /// <summary>Ours.</summary>
    public string? OurWords { get; private set; }

    public BorrowedStatus Status { get; private set; }

    /// <summary>The id of the action it became, as text.</summary>
    public string? Action { get; private set; }

    public Instant? ActivatedAt { get; private set; }

    /// <summary>What still has to be said before it starts, as field names.</summary>
    public IReadOnlyList<string> Missing => [.. new[] { (Goal, "goal"), (Fit, "fit"), (Test, "test") }.Where(pair => pair.Item1 is null).Select(pair => pair.Item2)];

    /// <summary>How alike our words are to theirs, from 0 to 1; null while one of them is missing.</summary>
    public double? Likeness => TheirWords is null || OurWords is null ? null : Math.Round(Similarity.Of(TheirWords, OurWords), 3);

    public void Rename(string title) => Title = Rule.Text(title, "title", 200);

    public void Reason(string? goal, string? fit, string? test)
    {
        (Goal, Fit, Test) = (Rule.OptionalText(goal, "goal", 80), Rule.OptionalText(fit, "fit", 1000), Rule.OptionalText(test, "test", 1000));
        // What runs keeps its reasons.
        Rule.Require(Status != BorrowedStatus.Active || Missing.Count == 0, "borrowed-incomplete", "It is in use: its goal, its fit and its test stay written.", Missing.Count > 0 ? Missing[0] : "goal");
    }

    public void Speak(string? theirs, string? ours) => (TheirWords, OurWords) = (Rule.OptionalText(theirs, "theirWords"), Rule.OptionalText(ours, "ourWords"));

    /// <summary>Starts it: 422 that names what is missing, each beside its field.</summary>
    public void Activate(string action, Instant now)
    {
        RequireReasons();
        (Status, Action, ActivatedAt) = (BorrowedStatus.Active, action, now);
    }

    /// <summary>422 while goal, fit or test is missing, or once it has started.</summary>
    public void RequireReasons()
    {
        Rule.Require(Status != BorrowedStatus.Active, "borrowed-active", "It is in use already.");
        if (Missing.Count > 0)
        {
            var words = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["goal"] = "Say which goal it serves.", ["fit"] = "Say why it fits our audience, and not only theirs.", ["test"] = "Say how we will see whether it works for us.",
            };
            throw new ProblemException(ProblemKind.Rule, "borrowed-incomplete", "What worked for others has to be thought through before it starts here.", [.. Missing.Select(field => new FieldProblem(field, words[field]))]);
        }
    }

    public void Drop()
    {
        Rule.Require(Status != BorrowedStatus.Active, "borrowed-active", "It is in use. Judge its action in a review instead.");
        Status = BorrowedStatus.Dropped;
    }

    public void Propose()
    {
        Rule.Require(Status != BorrowedStatus.Active, "borrowed-active", "It is in use already.");
        Status = BorrowedStatus.Proposed;
    }

    internal void Become(BorrowedStatus status) => Status = status;
}

internal sealed class BorrowedTacticStorage : IEntityTypeConfiguration<BorrowedTactic>
{
    public void Configure(EntityTypeBuilder<BorrowedTactic> builder)
    {
        builder.ToTable("borrowed_tactics");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.From).HasMaxLength(80);
        builder.Property(row => row.FromName).HasMaxLength(200);
        builder.Property(row => row.Goal).HasMaxLength(80);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.Ignore(row => row.Missing);
        builder.Ignore(row => row.Likeness);
        builder.HasIndex(row => row.Plan);
    }
}
