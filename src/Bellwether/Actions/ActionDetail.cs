using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>One node with everything below it and the history of its progress.</summary>
[Needs(Permission.Read)]
public sealed record ActionDetail(string Node) : IQuery<ActionDetail.WorkDetail>
{
    /// <summary>The node, its parts in plan order, and how its progress came about, newest first.</summary>
    public sealed record WorkDetail(WorkView Work, IReadOnlyList<WorkView> Parts, IReadOnlyList<ProgressView> History);

    /// <summary>One change of progress, in per cent, and its cause.</summary>
    public sealed record ProgressView(Instant At, decimal Before, decimal After, string Why);

    internal sealed class Handler(Db db, WorkBook book) : IHandle<ActionDetail, WorkDetail>
    {
        public async Task<WorkDetail> HandleAsync(ActionDetail request, CancellationToken cancel)
        {
            var node = await book.OpenAsync(request.Node, cancel);
            var below = node.Down.Skip(1).Select(part => part.Work.Key).ToHashSet(StringComparer.Ordinal);
            var rows = WorkViews.Of(book);
            var history = await db.Set<ProgressEntry>().AsNoTracking().Where(entry => entry.Node == request.Node)
                .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(100).ToListAsync(cancel);
            return new WorkDetail(
                rows.First(row => row.Id == node.Work.Key),
                [.. rows.Where(row => below.Contains(row.Id))],
                [.. history.Select(entry => new ProgressView(entry.At, entry.Before, entry.After, entry.Why))]);
        }
    }
}
