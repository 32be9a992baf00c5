using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Reads posts as the calendar shows them: one query, no entity.</summary>
internal static class CalendarEntries
{
    private const int FirstWords = 120;

    /// <summary>Posts on an account or a network; all of them when neither is named.</summary>
    public static IQueryable<Post> On(this IQueryable<Post> posts, Db db, Id<SocialAccount>? account, string? network) =>
        account is null && network is null
            ? posts
            : posts.Where(post => db.Set<Variant>().Any(variant => variant.Post == post.Id
                && (account == null || variant.Account == account) && (network == null || variant.Network == network)));

    /// <summary>The entries of ordered posts, in their order.</summary>
    public static async Task<IReadOnlyList<CalendarEntry>> ReadAsync(IQueryable<Post> posts, DateTimeZone zone, CancellationToken cancel)
    {
        var rows = await posts.Select(post => new
        {
            post.Id,
            post.Title,
            Words = post.Text.Substring(0, FirstWords),
            post.Status,
            post.DueAt,
            post.Theme,
            HasGoal = post.Goal != null,
            Ended = post.EndedAt != null,
            post.Campaign,
            post.Version,
            Variants = post.Variants.OrderBy(variant => variant.Place).Select(variant => new { variant.Network, variant.Account }).ToList(),
        }).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new CalendarEntry(
                row.Id, row.Title, Whole(row.Words), row.Status, row.DueAt?.InZone(zone).LocalDateTime, row.DueAt, row.Theme, row.HasGoal,
                [.. row.Variants.Select(variant => variant.Network).Distinct()],
                [.. row.Variants.Select(variant => variant.Account)],
                row.Ended, row.Campaign, row.Version)),
        ];
    }

    // The database may have cut a surrogate pair in two.
    private static string Whole(string words) => words.Length > 0 && char.IsHighSurrogate(words[^1]) ? words[..^1] : words;
}
