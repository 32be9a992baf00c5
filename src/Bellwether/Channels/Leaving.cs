namespace Bellwether.Channels;

/// <summary>Whether people leave more on days with many posts than on days with fewer: an exact test of two counts.</summary>
public static class Leaving
{
    // One in twenty: rarer than this by chance alone is called a rise.
    private const double Rare = 0.05;

    /// <summary>Whether days with at least so many posts lost more people than the others; null where one side was never counted.</summary>
    public static bool? Rises(IReadOnlyCollection<PostingDay> days, int posts)
    {
        var counted = days.Where(day => day.Unfollows is not null).ToList();
        var (many, few) = (counted.Where(day => day.Posts >= posts).ToList(), counted.Where(day => day.Posts < posts).ToList());
        if (many.Count == 0 || few.Count == 0)
        {
            return null;
        }

        var (left, all) = ((int)many.Sum(day => day.Unfollows!.Value), (int)counted.Sum(day => day.Unfollows!.Value));
        return Chance(left, all, (double)many.Count / counted.Count) < Rare;
    }

    /// <summary>The chance of at least this many out of all, when each falls on such a day with the share of those days.</summary>
    public static double Chance(int atLeast, int all, double share)
    {
        if (atLeast <= 0)
        {
            return 1;
        }

        // Summed over logarithms of the terms, so that large counts do not overflow.
        var chance = 0.0;
        var term = all * Math.Log(1 - share);
        for (var i = 0; i <= all; i++)
        {
            chance += i >= atLeast ? Math.Exp(term) : 0;
            term += Math.Log((all - i) / (i + 1.0)) + Math.Log(share / (1 - share));
        }

        return Math.Min(1, chance);
    }
}
