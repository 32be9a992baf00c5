using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>A brand's post templates by name, with how far each has filled the calendar.</summary>
[Needs(Permission.Read)]
public sealed record PostTemplateList(Id<Brand> Brand, bool Archived = false) : IQuery<IReadOnlyList<PostTemplateLine>>
{
    internal sealed class Handler(Db db, TimeProvider clock, FillDesk desk) : IHandle<PostTemplateList, IReadOnlyList<PostTemplateLine>>
    {
        public async Task<IReadOnlyList<PostTemplateLine>> HandleAsync(PostTemplateList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var today = clock.Today(brand.Zone);
            var templates = await db.Set<PostTemplate>().AsNoTracking().Where(row => row.Brand == brand.Id && (row.ArchivedAt != null) == request.Archived).OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancel);
            var filled = await db.Set<FilledPost>().AsNoTracking().Where(row => row.Brand == brand.Id && !row.IsOut)
                .Select(row => new { row.Template, row.Day }).ToListAsync(cancel);
            var lines = new List<PostTemplateLine>();
            foreach (var template in templates)
            {
                var days = filled.Where(row => row.Template == template.Id).Select(row => row.Day).ToList();
                var networks = (await desk.TargetsAsync(template, cancel)).Select(target => target.Network).Where(network => network.Length > 0).Distinct().ToList();
                lines.Add(new PostTemplateLine(template.Id, template.Name, template.Text, template.Rows.Count, networks, days.Count(day => day >= today), days.Count == 0 ? null : days.Max(), template.ArchivedAt));
            }

            return lines;
        }
    }
}

/// <summary>One post template with its text, its accounts and its table.</summary>
[Needs(Permission.Read)]
public sealed record PostTemplateDetail(Id<PostTemplate> Template) : IQuery<PostTemplateView>
{
    internal sealed class Handler(Db db, FillDesk desk) : IHandle<PostTemplateDetail, PostTemplateView>
    {
        public async Task<PostTemplateView> HandleAsync(PostTemplateDetail request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            return PostTemplateView.Of(template, await desk.TargetsAsync(template, cancel));
        }
    }
}
