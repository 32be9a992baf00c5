using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>
/// Adds a post template: a text with {{variables}} and, at once or later, the table that fills them. A name is enough to
/// begin with; it goes out at nine unless told otherwise.
/// </summary>
/// <param name="Text">The shared text; {{place}}, {{from}}, {{to}}, {{until}}, {{day}} and {{date}} come from the row, others from its further values.</param>
/// <param name="Tellings">The accounts, or channels of the plan, it goes out on, and what differs there.</param>
/// <param name="Time">A time of day, or minutes from the beginning of the row.</param>
/// <param name="Expiry">Until when its posts hold; for good when absent.</param>
/// <param name="Rows">The table.</param>
[Needs(Permission.WritePosts)]
public sealed record AddPostTemplate(
    Id<Brand> Brand,
    string Name,
    [property: MaxLength(20_000)] string? Text = null,
    IReadOnlyList<TemplateTelling>? Tellings = null,
    Id<Plan>? Plan = null,
    Id<Goal>? Goal = null,
    bool Unguided = false,
    Id<ContentPillar>? Theme = null,
    PostingTime? Time = null,
    TemplateExpiry? Expiry = null,
    IReadOnlyList<RowText>? Rows = null) : ICommand<PostTemplateView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, TemplateDesk templates, FillDesk desk) : IHandle<AddPostTemplate, PostTemplateView>
    {
        public async Task<PostTemplateView> HandleAsync(AddPostTemplate request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var template = new PostTemplate(brand.Id, request.Name);
            await templates.WriteAsync(template, request.Name, request.Text, request.Tellings ?? [], request.Time ?? template.Time, request.Expiry, cancel);
            await templates.AimAsync(template, request.Plan, request.Goal, request.Unguided, request.Theme, cancel);
            template.Tabulate(request.Rows ?? [], clock.Today(brand.Zone));
            db.Add(template);
            journal.Say($"added the post template “{template.Name}”", brand.Id.Value, template.Plan?.Value, template.Id);
            return PostTemplateView.Of(template, await desk.TargetsAsync(template, cancel));
        }
    }
}
