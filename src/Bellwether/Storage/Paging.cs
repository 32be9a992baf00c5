using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Storage;

/// <summary>Cursor paging: the cursor is the id of the last item seen, so a page never shifts under new rows.</summary>
public static class Paging
{
    public const int Most = 200;

    /// <summary>One page of an ordered query. <paramref name="beyond"/> keeps what comes after the cursor.</summary>
    public static async Task<Page<TView>> PageAsync<T, TView>(
        this IQueryable<T> ordered, string? after, int take, Func<T, Id<T>> id, Func<IQueryable<T>, Id<T>, IQueryable<T>> beyond, Func<T, TView> view, CancellationToken cancel)
    {
        Rule.Require(take is >= 1 and <= Most, "take-out-of-range", $"A page has 1 to {Most} items.", "take");
        var rows = ordered;
        if (after is not null)
        {
            Rule.Require(Id<T>.TryParse(after, null, out var cursor), "after-invalid", "This is no place in the list. Start again without “after”.", "after");
            rows = beyond(rows, cursor);
        }

        var found = await rows.Take(take + 1).ToListAsync(cancel);
        var next = found.Count > take ? id(found[take - 1]).ToString() : null;
        return new Page<TView>([.. found.Take(take).Select(view)], next);
    }
}
