using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Reads posts as the calendar shows them: two queries, no entity.</summary>
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
    public static async Task<IReadOnlyList<CalendarEntry>> ReadAsync(Db db, IQueryable<Post> posts, DateTimeZone zone, CancellationToken cancel)
    {
        var rows = await posts.Select(post => new
        {
            post.Id,
            post.Title,
            Words = post.Text.Substring(0, FirstWords),
            post.Status,
            post.DueAt,
            post.Theme,
            post.Goal,
            post.Author,
            post.SaidStage,
            HasWords = post.Text != "",
            Ended = post.EndedAt != null,
            post.Campaign,
            post.Version,
        }).ToListAsync(cancel);
        // By their posts alone, which are filtered already: joined with a filter of their own, SQLite reads all variants of a workspace for each post.
        var ids = rows.ConvertAll(row => row.Id);
        var variants = (await db.Set<Variant>().IgnoreQueryFilters().AsNoTracking().Where(variant => EF.Parameter(ids).Contains(variant.Post)).Select(variant => new { variant.Post, variant.Place, variant.Network, variant.Account }).ToListAsync(cancel))
            .OrderBy(variant => variant.Place).ToLookup(variant => variant.Post);
        return
        [
            .. rows.Select(row => new CalendarEntry(
                row.Id, row.Title, Whole(row.Words), row.Status, row.DueAt?.InZone(zone).LocalDateTime, row.DueAt, row.Theme, row.Goal is not null,
                [.. variants[row.Id].Select(variant => variant.Network).Distinct()],
                [.. variants[row.Id].Select(variant => variant.Account)],
                row.Ended, row.Campaign, row.Goal, row.Author is { } author ? new Id<Member>(author) : null, Post.StageOf(row.SaidStage, row.HasWords), row.Version)),
        ];
    }

    // The database may have cut a surrogate pair in two.
    private static string Whole(string words) => words.Length > 0 && char.IsHighSurrogate(words[^1]) ? words[..^1] : words;
}
