using Bellwether.Kernel;

namespace Bellwether.Channels;

/// <summary>One theme of a mix: what it should have and what it has.</summary>
/// <param name="Pillar">The theme; null for posts of a theme without a share, or of none.</param>
/// <param name="Planned">Its share, per cent.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="Actual">Their share, per cent; null without posts.</param>
/// <param name="Difference">Posts more (+) or fewer (−) than its share of them asks for.</param>
public sealed record MixRow(Id<ContentPillar>? Pillar, decimal Planned, int Posts, decimal? Actual, decimal Difference);

/// <summary>A channel's mix as planned and as it is.</summary>
/// <param name="Posts">How many posts it rests on.</param>
/// <param name="Distance">Half the sum of the differences of shares, 0 (as planned) to 1 (nothing in common); null without posts or with shares that are not 100 % together.</param>
/// <param name="Next">The theme the next post should have; null where no share is given.</param>
public sealed record ContentMix(int Posts, decimal? Distance, Id<ContentPillar>? Next, IReadOnlyList<MixRow> Rows)
{
    /// <summary>Compares shares with posts. Posts without a theme, or of a theme that has no share, count against the mix.</summary>
    public static ContentMix Of(IReadOnlyList<ThemeShare> shares, IReadOnlyCollection<Id<ContentPillar>?> posts)
    {
        var total = posts.Count;
        var rows = shares.Where(share => share.Share > 0).Select(share => Row(share.Pillar, share.Share, posts.Count(theme => theme == share.Pillar), total)).ToList();
        var others = total - rows.Sum(row => row.Posts);
        if (others > 0)
        {
            rows.Add(Row(null, 0, others, total));
        }

        var whole = shares.Sum(share => share.Share) == 100;
        var distance = total == 0 || !whole ? (decimal?)null : decimal.Round(rows.Sum(row => Math.Abs((row.Planned / 100) - ((decimal)row.Posts / total))) / 2, 6, MidpointRounding.ToEven);
        // The theme that lacks the most gets the next post; a tie goes to the larger share, then to the first in the list.
        var next = rows.Where(row => row.Pillar is not null).OrderBy(row => row.Difference - (row.Planned / 100)).ThenByDescending(row => row.Planned).FirstOrDefault()?.Pillar;
        return new ContentMix(total, distance, next, rows);
    }

    private static MixRow Row(Id<ContentPillar>? pillar, decimal share, int posts, int total) => new(
        pillar, share, posts, total == 0 ? null : decimal.Round(100m * posts / total, 4, MidpointRounding.ToEven), decimal.Round(posts - (share / 100 * total), 4, MidpointRounding.ToEven));
}
