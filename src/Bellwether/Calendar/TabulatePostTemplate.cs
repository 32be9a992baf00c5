using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>
/// Replaces the table of a post template: one row for each day or weekday with its place, hours and further values. A row
/// for a date takes the place of those that come again; a dash as the place says that nothing is on. Posts follow with the
/// next filling.
/// </summary>
[Needs(Permission.WritePosts)]
public sealed record TabulatePostTemplate(Id<PostTemplate> Template, IReadOnlyList<RowText> Rows) : ICommand<PostTemplateView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, FillDesk desk) : IHandle<TabulatePostTemplate, PostTemplateView>
    {
        public async Task<PostTemplateView> HandleAsync(TabulatePostTemplate request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            var brand = await db.FindAsync(template.Brand, "brand", cancel);
            template.Tabulate(request.Rows, clock.Today(brand.Zone));
            journal.Say($"changed the table of the post template “{template.Name}”", template.Brand.Value, template.Plan?.Value, template.Id);
            return PostTemplateView.Of(template, await desk.TargetsAsync(template, cancel));
        }
    }
}
