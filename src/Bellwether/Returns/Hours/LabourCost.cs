using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>What worked time costs, by the rates that held on its days.</summary>
public sealed class LabourCost(IEnumerable<HourlyRate> rates)
{
    private readonly Dictionary<Id<Member>, List<HourlyRate>> byMember = rates.GroupBy(rate => rate.Member).ToDictionary(group => group.Key, group => group.OrderBy(rate => rate.From).ToList());

    /// <summary>What an hour of the member cost on a day; null before the first rate.</summary>
    public Money? PerHour(Id<Member> member, LocalDate day) =>
        byMember.GetValueOrDefault(member)?.FindLast(rate => rate.From <= day) is { } rate ? rate.PerHour : null;

    /// <summary>What some minutes cost, rounded half to even to the minor unit; null where no rate is known.</summary>
    public Money? Of(Id<Member> member, LocalDate day, int minutes) =>
        PerHour(member, day) is { } perHour ? Money.Of(perHour.Amount * minutes / 60m, perHour.Currency) : null;
}
