using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>The tracked links of a brand, newest first.</summary>
/// <param name="Subject">Only links of one post, variant, channel, account, goal, campaign or plan: its id.</param>
/// <param name="Find">Only links whose code, title or address contains this.</param>
/// <param name="Archived">Archived links instead of those in use.</param>
[Needs(Permission.Read)]
public sealed record LinkList(
    Id<Brand> Brand,
    string? Subject = null,
    [property: MaxLength(200)] string? Find = null,
    bool Archived = false,
    string? After = null,
    int Take = 50) : IQuery<Page<LinkView>>
{
    internal sealed class Handler(Db db, PublicAddress address) : IHandle<LinkList, Page<LinkView>>
    {
        public async Task<Page<LinkView>> HandleAsync(LinkList request, CancellationToken cancel)
        {
            var links = db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == request.Brand && (link.ArchivedAt != null) == request.Archived);
            if (request.Subject is { } subject)
            {
                links = links.Where(LinkSubject.Is(subject));
            }

            if (!string.IsNullOrWhiteSpace(request.Find))
            {
                var find = request.Find.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters, not this program.
                links = links.Where(link => link.Code.Contains(find) || link.Destination.ToLower().Contains(find) || link.Title!.ToLower().Contains(find));
#pragma warning restore CA1304, CA1311, CA1862
            }

            return await links.OrderByDescending(link => link.Id).PageAsync(
                request.After, request.Take, link => link.Id, (rows, cursor) => rows.Where(link => link.Id.CompareTo(cursor) < 0), link => LinkView.Of(link, address), cancel);
        }
    }
}
