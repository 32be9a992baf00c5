using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Inbox;

/// <summary>A brand's canned answers by title, as they are written. The case itself gives them filled in.</summary>
[Needs(Permission.Read)]
public sealed record CannedAnswerList(Id<Brand> Brand) : IQuery<IReadOnlyList<CannedAnswerView>>
{
    internal sealed class Handler(Db db) : IHandle<CannedAnswerList, IReadOnlyList<CannedAnswerView>>
    {
        public async Task<IReadOnlyList<CannedAnswerView>> HandleAsync(CannedAnswerList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var answers = await db.Set<CannedAnswer>().AsNoTracking().Where(row => row.Brand == brand.Id).OrderBy(row => row.Title).ToListAsync(cancel);
            return [.. answers.Select(CannedAnswerView.Of)];
        }
    }
}
