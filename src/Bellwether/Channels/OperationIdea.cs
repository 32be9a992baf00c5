using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Channels;

/// <summary>What became of an idea.</summary>
public enum OperationIdeaState
{
    /// <summary>On the list.</summary>
    Open,

    /// <summary>Work was made of it.</summary>
    TakenUp,

    /// <summary>Not to be done.</summary>
    Dropped,
}

/// <summary>An innovative operation that a network would allow, scored by its impact over its effort.</summary>
public sealed class OperationIdea : Entity<OperationIdea>
{
    private OperationIdea()
    {
    }

    /// <summary>An idea is a line with two guesses.</summary>
    public OperationIdea(Plan plan, string title)
    {
        (Plan, Brand) = (plan.Id, plan.Brand);
        Title = Rule.Text(title, "title", 200);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>How it would go.</summary>
    public string? About { get; private set; }

    /// <summary>The key of the network it is for; null for any.</summary>
    public string? Network { get; private set; }

    /// <summary>What it would bring, 1 (little) to 5 (much).</summary>
    public int Impact { get; private set; } = 3;

    /// <summary>What it would take, 1 (little) to 5 (much).</summary>
    public int Effort { get; private set; } = 3;

    public OperationIdeaState State { get; private set; }

    /// <summary>The id of the work made of it.</summary>
    public string? Work { get; private set; }

    /// <summary>Impact over effort, 0.2 to 5.</summary>
    public decimal Score => decimal.Round((decimal)Impact / Effort, 4, MidpointRounding.ToEven);

    public void Describe(string title, string? about, string? network)
    {
        Title = Rule.Text(title, "title", 200);
        (About, Network) = (Rule.OptionalText(about, "about", 2000), string.IsNullOrWhiteSpace(network) ? null : NetworkName.Of(network));
    }

    public void Guess(int impact, int effort)
    {
        Rule.Require(impact is >= 1 and <= 5, "impact-out-of-range", "The impact is a guess from 1 (little) to 5 (much).", "impact");
        Rule.Require(effort is >= 1 and <= 5, "effort-out-of-range", "The effort is a guess from 1 (little) to 5 (much).", "effort");
        (Impact, Effort) = (impact, effort);
    }

    /// <summary>Work is made of it; twice is refused.</summary>
    public void TakeUp(string work)
    {
        Rule.Require(State != OperationIdeaState.TakenUp, "idea-taken-up", "This idea was taken up already. Open the action that came of it.");
        (State, Work) = (OperationIdeaState.TakenUp, work);
    }

    /// <summary>Drops it, or puts it back on the list.</summary>
    public void Drop(bool dropped)
    {
        Rule.Require(State != OperationIdeaState.TakenUp, "idea-taken-up", "This idea was taken up already. Change the action that came of it.");
        State = dropped ? OperationIdeaState.Dropped : OperationIdeaState.Open;
    }
}

internal sealed class OperationIdeaStorage : IEntityTypeConfiguration<OperationIdea>
{
    public void Configure(EntityTypeBuilder<OperationIdea> builder)
    {
        builder.ToTable("operation_ideas");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Work).HasMaxLength(80);
        builder.Ignore(row => row.Score);
        builder.HasIndex(row => row.Plan);
    }
}
