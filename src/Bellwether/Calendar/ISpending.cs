using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// Port: what posts of an account cost in the month of an instant, where its network charges for them. Publishing fulfils it.
/// </summary>
[Port]
public interface ISpending
{
    /// <summary>Per account whose network charges; others are left out.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="except">A post that does not count, because it is the one that is asked about.</param>
    /// <param name="at">An instant of the month.</param>
    /// <param name="cancel">Stops the reading.</param>
    Task<IReadOnlyDictionary<Id<SocialAccount>, MonthSpending>> OfAsync(IReadOnlyCollection<Id<SocialAccount>> accounts, Id<Post>? except, Instant at, CancellationToken cancel);
}

/// <summary>What posts of an account cost in a month, by the network's price list; a month is the one of UTC, as networks bill.</summary>
/// <param name="Spent">For what is out.</param>
/// <param name="Planned">For what is scheduled and waits.</param>
/// <param name="Ceiling">The most that may be spent, as the owner said; null without one.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record MonthSpending(YearMonth Month, decimal Spent, decimal Planned, decimal? Ceiling, string Currency)
{
    /// <summary>Why a post of this cost does not fit any more; null while it does.</summary>
    public string? Against(decimal cost, string network) => Ceiling is { } most && Spent + Planned + cost > most
        ? $"{network} charges about {Say(cost)} for this, and {Say(Spent + Planned)} of {Say(most)} are spent or planned for {Name}. Leave the account out, choose another month, or ask the owner to raise the ceiling."
        : null;

    private string Say(decimal amount) => Money.Say(amount, Currency, most: 3);

    /// <summary>The month as people say it: “November 2026”.</summary>
    public string Name => Month.ToDateInterval().Start.ToString("MMMM uuuu", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a post costs on a network that charges for posting: each part of a thread is one, with a link or without.</summary>
public static class PostCosts
{
    /// <summary>The cost of these parts.</summary>
    /// <param name="cost">The network's price list.</param>
    /// <param name="parts">The parts as they go out.</param>
    /// <param name="link">A link beside the text, which goes out with the first part.</param>
    public static decimal Of(PostCost cost, IEnumerable<string> parts, string? link) =>
        parts.Select((part, place) => (place == 0 && link is not null) || LinksInText.Find(part).Count > 0 ? cost.WithLink : cost.Plain).Sum();
}
