using Bellwether.Channels;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Checks the slot against an account's cadence and quiet hours, and offers the next time that breaks nothing.</summary>
internal static class TimeCheck
{
    public static IEnumerable<PostFinding> Of(AccountFacts facts, PrecheckFacts all)
    {
        if (all.At is not { } slot)
        {
            return [];
        }

        var breaches = facts.Cadence.Check(slot.Local, facts.Others, all.WeekStart);
        var network = NetworkCatalogue.Of(facts.Account.Network);
        var name = $"{network.Name} @{facts.Account.Handle}";
        var free = breaches.Count == 0 ? null : Next(slot.Local, all);
        return
        [
            .. breaches.Select(breach => new PostFinding(breach.Code, false, $"{name}: {breach.Message}", facts.Account.Id, "at", free is { } at ? new PostFix(PostFixKind.Move, at) : null)),
            .. Quota(network, name, slot.Local, facts),
        ];
    }

    /// <summary>How much of what the network takes from a program in a day is used, from four fifths on: said before it is hit.</summary>
    private static IEnumerable<PostFinding> Quota(Network network, string name, LocalDateTime at, AccountFacts facts)
    {
        if (network.Posting.PerDay is not { } most)
        {
            yield break;
        }

        var number = facts.Others.Count(other => other > at.PlusHours(-24) && other <= at) + 1;
        if (number > most)
        {
            yield return new PostFinding("quota-over", false, $"{name}: the network takes {most} posts from a program in a day, and this would be number {number}. It would wait until there is room again; choose another day.", facts.Account.Id, "at");
        }
        else if (number * 5 >= most * 4)
        {
            yield return new PostFinding("quota-near", false, $"{name}: this is post {number} of the {most} that the network takes from a program in a day.", facts.Account.Id, "at");
        }
    }

    /// <summary>The first later time, at the same hour or on the hour, that suits every account of the post; within four weeks.</summary>
    private static LocalDateTime? Next(LocalDateTime from, PrecheckFacts all)
    {
        bool Suits(LocalDateTime at) => all.Variants.All(variant => variant.Facts.Cadence.Check(at, variant.Facts.Others, all.WeekStart).Count == 0);
        var hours = Enumerable.Range(1, 24).Select(hour => from.Date.At(new LocalTime(from.Hour, 0)).PlusHours(hour)).Where(at => at.Date == from.Date);
        var days = Enumerable.Range(1, 28).SelectMany(day => (LocalDateTime[])[from.PlusDays(day), from.Date.PlusDays(day).At(new LocalTime(10, 0))]);
        var free = hours.Concat(days).Where(Suits).Take(1).ToList();
        return free.Count == 0 ? null : free[0];
    }
}
