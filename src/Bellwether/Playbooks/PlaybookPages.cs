using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Playbooks;

/// <summary>An own page of the playbook.</summary>
public sealed record PlaybookPageView(Id<PlaybookPage> Id, string Title, string Text, int Place, int Version) : IVersioned
{
    public static PlaybookPageView Of(PlaybookPage page) => new(page.Id, page.Title, page.Text, page.Place, page.Version);
}

/// <summary>The own pages of a plan's playbook, in order.</summary>
[Needs(Permission.Read)]
public sealed record PlaybookPageList(Id<Plan> Plan) : IQuery<IReadOnlyList<PlaybookPageView>>
{
    internal sealed class Handler(Db db) : IHandle<PlaybookPageList, IReadOnlyList<PlaybookPageView>>
    {
        public async Task<IReadOnlyList<PlaybookPageView>> HandleAsync(PlaybookPageList request, CancellationToken cancel)
        {
            var plan = await db.FindAsync(request.Plan, "plan", cancel);
            var pages = await db.Set<PlaybookPage>().AsNoTracking().Where(page => page.Plan == plan.Id).OrderBy(page => page.Place).ToListAsync(cancel);
            return [.. pages.Select(PlaybookPageView.Of)];
        }
    }
}

/// <summary>Writes an own page into the playbook, after the others.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddPlaybookPage(Id<Plan> Plan, string Title, string Text) : ICommand<PlaybookPageView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<AddPlaybookPage, PlaybookPageView>
    {
        public async Task<PlaybookPageView> HandleAsync(AddPlaybookPage request, CancellationToken cancel)
        {
            var plan = await db.FindAsync(request.Plan, "plan", cancel);
            var last = await db.Set<PlaybookPage>().Where(page => page.Plan == plan.Id).MaxAsync(page => (int?)page.Place, cancel) ?? 0;
            var added = new PlaybookPage(plan, request.Title, request.Text, last + 1);
            db.Add(added);
            journal.Say($"wrote the playbook page “{added.Title}”", plan.Brand.Value, plan.Id.Value, added.Id);
            return PlaybookPageView.Of(added);
        }
    }
}

/// <summary>Rewrites an own page of the playbook, or moves it to another place.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangePlaybookPage(Id<PlaybookPage> Page, string? Title = null, string? Text = null, [property: Range(1, 1000)] int? Place = null, int? IfVersion = null)
    : ICommand<PlaybookPageView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ChangePlaybookPage, PlaybookPageView>
    {
        public async Task<PlaybookPageView> HandleAsync(ChangePlaybookPage request, CancellationToken cancel)
        {
            var page = await db.FindAsync(request.Page, "page", cancel);
            page.Expect(request.IfVersion);
            page.Write(request.Title ?? page.Title, request.Text ?? page.Text);
            if (request.Place is { } place)
            {
                var pages = await db.Set<PlaybookPage>().Where(each => each.Plan == page.Plan).OrderBy(each => each.Place).ToListAsync(cancel);
                pages.Remove(page);
                pages.Insert(Math.Min(place, pages.Count + 1) - 1, page);
                for (var i = 0; i < pages.Count; i++)
                {
                    pages[i].Move(i + 1);
                }
            }

            journal.Say($"rewrote the playbook page “{page.Title}”", plan: page.Plan.Value, subject: page.Id);
            return PlaybookPageView.Of(page);
        }
    }
}

/// <summary>Takes an own page out of the playbook; its text stays in the journal.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemovePlaybookPage(Id<PlaybookPage> Page) : ICommand<PlaybookPageView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemovePlaybookPage, PlaybookPageView>
    {
        public async Task<PlaybookPageView> HandleAsync(RemovePlaybookPage request, CancellationToken cancel)
        {
            var page = await db.FindAsync(request.Page, "page", cancel);
            db.Remove(page);
            journal.Say($"removed the playbook page “{page.Title}”", plan: page.Plan.Value, subject: page.Id, why: page.Text.Length > 500 ? page.Text[..500] : page.Text);
            return PlaybookPageView.Of(page);
        }
    }
}
