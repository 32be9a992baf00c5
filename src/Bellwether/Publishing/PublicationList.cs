using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Which publications to list.</summary>
public enum PublicationFilter
{
    /// <summary>What only a person can settle: unknown, missed, refused, held.</summary>
    NeedsYou,

    /// <summary>What waits or is on its way, the next first.</summary>
    Waiting,

    /// <summary>What ended, the latest first.</summary>
    Out,
}

/// <summary>The publications of a brand: what needs you, what waits, or what went out.</summary>
/// <param name="Post">Only those of one post.</param>
/// <param name="After">The last publication of the page before.</param>
[Needs(Permission.Read)]
public sealed record PublicationList(Id<Brand> Brand, PublicationFilter Filter = PublicationFilter.NeedsYou, Id<Post>? Post = null, Id<Publication>? After = null, int Take = 50)
    : IQuery<Page<PublicationView>>
{
    internal sealed class Handler(Db db, ICurrent current) : IHandle<PublicationList, Page<PublicationView>>
    {
        public async Task<Page<PublicationView>> HandleAsync(PublicationList request, CancellationToken cancel)
        {
            Rule.Require(request.Take is >= 1 and <= Paging.Most, "take-out-of-range", $"A page has 1 to {Paging.Most} items.", "take");
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rows = Of(db.Set<Publication>().AsNoTracking().Where(row => row.Brand == brand.Id && !row.Withdrawn), request.Filter);
            rows = request.Post is { } post ? rows.Where(row => row.Post == post) : rows;
            // Many share a minute, so the place in the list is the time and then the id.
            if (request.After is { } after)
            {
                var last = Rule.Found(await db.Set<Publication>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == after, cancel), "publication");
                rows = request.Filter == PublicationFilter.Waiting
                    ? rows.Where(row => row.DueAt > last.DueAt || (row.DueAt == last.DueAt && row.Id.CompareTo(after) > 0))
                    : rows.Where(row => row.DueAt < last.DueAt || (row.DueAt == last.DueAt && row.Id.CompareTo(after) < 0));
            }

            var ordered = request.Filter == PublicationFilter.Waiting
                ? rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id)
                : rows.OrderByDescending(row => row.DueAt).ThenByDescending(row => row.Id);
            var found = await ordered.Take(request.Take + 1).ToListAsync(cancel);
            return new Page<PublicationView>(await ViewAsync(db, current, [.. found.Take(request.Take)], cancel), found.Count > request.Take ? found[request.Take - 1].Id.ToString() : null);
        }
    }

    internal static IQueryable<Publication> Of(IQueryable<Publication> rows, PublicationFilter filter) => filter switch
    {
        PublicationFilter.NeedsYou => rows.Where(row => row.Status == PublicationStatus.NeedsPerson || row.Status == PublicationStatus.Missed || row.Status == PublicationStatus.Rejected
            || (row.Status == PublicationStatus.Queued && row.Hold == PublicationHold.Held)),
        PublicationFilter.Waiting => rows.Where(row => (row.Status == PublicationStatus.Queued && row.Hold != PublicationHold.Held) || row.Status == PublicationStatus.Claimed || row.Status == PublicationStatus.MediaReady
            || row.Status == PublicationStatus.Armed || row.Status == PublicationStatus.Sent || row.Status == PublicationStatus.Unknown || row.Status == PublicationStatus.Reconciling),
        _ => rows.Where(row => row.Status == PublicationStatus.Confirmed || row.Status == PublicationStatus.Deleted || row.Status == PublicationStatus.Skipped),
    };

    internal static async Task<IReadOnlyList<PublicationView>> ViewAsync(Db db, ICurrent current, IReadOnlyList<Publication> rows, CancellationToken cancel)
    {
        var posts = rows.Select(row => row.Post).Distinct().ToList();
        var accounts = rows.Select(row => row.Account).Distinct().ToList();
        var titles = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => posts.Contains(post.Id)).ToDictionaryAsync(post => post.Id, post => post.Title, cancel);
        var handles = await db.Set<SocialAccount>().AsNoTracking().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Handle, cancel);
        return [.. rows.Select(row => PublicationView.Of(row, titles.GetValueOrDefault(row.Post, "a post"), handles.GetValueOrDefault(row.Account, ""), current))];
    }
}

/// <summary>How publishing stands: how many wait, how many need somebody, whether it is paused.</summary>
/// <param name="Waiting">Publications that wait or are on their way.</param>
/// <param name="NeedsYou">Publications only a person can settle.</param>
/// <param name="NextAt">When the next one is due.</param>
public sealed record PublishingState(int Waiting, int NeedsYou, Instant? NextAt, Instant? PausedAt, string? PausedBy, string? PauseReason, int LateMinutes)
{
    public bool Paused => PausedAt is not null;
}

/// <summary>How publishing stands for a brand, in numbers.</summary>
[Needs(Permission.Read)]
public sealed record PublishingStateOf(Id<Brand> Brand) : IQuery<PublishingState>
{
    internal sealed class Handler(Db db) : IHandle<PublishingStateOf, PublishingState>
    {
        public async Task<PublishingState> HandleAsync(PublishingStateOf request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var all = db.Set<Publication>().AsNoTracking().Where(row => row.Brand == brand.Id && !row.Withdrawn);
            var waiting = PublicationList.Of(all, PublicationFilter.Waiting);
            var rules = await db.Set<PublishingRules>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand.Id, cancel);
            return new PublishingState(
                await waiting.CountAsync(cancel), await PublicationList.Of(all, PublicationFilter.NeedsYou).CountAsync(cancel),
                await waiting.OrderBy(row => row.NextTryAt).Select(row => (Instant?)row.NextTryAt).FirstOrDefaultAsync(cancel),
                rules?.PausedAt, rules?.PausedBy, rules?.PauseReason, rules?.LateMinutes ?? PublishingRules.UsualLateMinutes);
        }
    }
}
