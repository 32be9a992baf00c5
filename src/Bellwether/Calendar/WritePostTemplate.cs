using System.ComponentModel.DataAnnotations;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Says a post template anew: its name, text, accounts, time and limit replace what was there. Its table stays, and posts follow with the next filling.</summary>
[Needs(Permission.WritePosts)]
public sealed record WritePostTemplate(
    Id<PostTemplate> Template,
    string Name,
    PostingTime Time,
    [property: MaxLength(20_000)] string? Text = null,
    IReadOnlyList<TemplateTelling>? Tellings = null,
    Id<Plan>? Plan = null,
    Id<Goal>? Goal = null,
    bool Unguided = false,
    Id<ContentPillar>? Theme = null,
    TemplateExpiry? Expiry = null,
    int? IfVersion = null) : ICommand<PostTemplateView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal, TemplateDesk templates, FillDesk desk) : IHandle<WritePostTemplate, PostTemplateView>
    {
        public async Task<PostTemplateView> HandleAsync(WritePostTemplate request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            template.Expect(request.IfVersion);
            await templates.WriteAsync(template, request.Name, request.Text, request.Tellings ?? [], request.Time, request.Expiry, cancel);
            await templates.AimAsync(template, request.Plan, request.Goal, request.Unguided, request.Theme, cancel);
            journal.Say($"changed the post template “{template.Name}”", template.Brand.Value, template.Plan?.Value, template.Id);
            return PostTemplateView.Of(template, await desk.TargetsAsync(template, cancel));
        }
    }
}
