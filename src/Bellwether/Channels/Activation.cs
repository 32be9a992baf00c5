using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>What kind of highlight it is.</summary>
public enum ActivationKind
{
    /// <summary>Something new.</summary>
    Launch,

    /// <summary>A game with a prize.</summary>
    Contest,

    /// <summary>Live, at a time.</summary>
    Live,

    /// <summary>An offer.</summary>
    Deal,

    /// <summary>A happening elsewhere.</summary>
    Event,

    /// <summary>Returns every year: holidays, seasons.</summary>
    Seasonal,
}

/// <summary>A dated highlight of a channel: what happens, from when until when, who runs it.</summary>
public sealed class Activation : Entity<Activation>
{
    private Activation()
    {
    }

    /// <summary>A highlight has a title and its days; the last day is part of it.</summary>
    public Activation(Channel channel, string title, ActivationKind kind, LocalDate from, LocalDate until)
    {
        Channel = channel.Id;
        Plan = channel.Plan;
        Brand = channel.Brand;
        Kind = kind;
        Rename(title);
        Last(from, until);
    }

    public Id<Channel> Channel { get; private set; }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    public ActivationKind Kind { get; private set; }

    /// <summary>The first day.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day.</summary>
    public LocalDate Until { get; private set; }

    /// <summary>How it works, in words.</summary>
    public string? Mechanics { get; private set; }

    public Id<Member>? Owner { get; private set; }

    /// <summary>What it may cost, in minor units of <see cref="Currency"/>.</summary>
    public long? BudgetMinor { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>What it is judged by.</summary>
    public ChannelKpi? Kpi { get; private set; }

    public Money? Budget => BudgetMinor is { } minor ? new Money(minor, Currency!) : null;

    /// <summary>Whether it returns every year by itself; otherwise it is the brand's own highlight.</summary>
    public bool IsHook => Kind == ActivationKind.Seasonal;

    public void Rename(string title) => Title = Rule.Text(title, "title", 160);

    public void Become(ActivationKind kind) => Kind = kind;

    public void Last(LocalDate from, LocalDate until)
    {
        Rule.Require(from <= until, "ends-before-start", "The highlight ends before it starts. Put the earlier day first.", "until");
        (From, Until) = (from, until);
    }

    public void Explain(string? mechanics) => Mechanics = Rule.OptionalText(mechanics, "mechanics");

    public void Own(Id<Member>? owner) => Owner = owner;

    public void Spend(Money? budget)
    {
        Rule.Require(budget is null or { Minor: >= 0 }, "budget-negative", "A budget is zero or more.", "budget");
        (BudgetMinor, Currency) = (budget?.Minor, budget?.Currency);
    }

    public void MeasureBy(ChannelKpi? kpi) =>
        Kpi = kpi is null ? null : kpi with { Metric = Rule.Text(kpi.Metric, "kpi", 120), Note = Rule.OptionalText(kpi.Note, "kpi", 400) };
}
