using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Makes a template of a plan, for everybody in the workspace: its words, goals, channels and work. People, accounts, past numbers and research stay out.</summary>
/// <param name="Says">What such a plan is, in one sentence.</param>
/// <param name="Intent">What for: sell, serve, recruit ….</param>
/// <param name="Business">The kind of business: restaurant, b2b, shop ….</param>
/// <param name="Size">How many take part: solo, team or branches.</param>
[Needs(Permission.RunPlan)]
public sealed record SaveTemplate(Id<Plan> Plan, string Title, string Says, string Intent = "own", string Business = "own", string Size = "team") : ICommand<TemplateLine>
{
    internal sealed class Handler(Db db, PlanFinder finder, TemplateMaker maker, TemplateBook book, Journal journal) : IHandle<SaveTemplate, TemplateLine>
    {
        public async Task<TemplateLine> HandleAsync(SaveTemplate request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var content = await maker.MakeAsync(plan, request.Title, request.Says, request.Intent, request.Business, request.Size, cancel);
            await book.CheckAsync(content, cancel);
            var yaml = content.ToYaml();
            db.Add(new PlanTemplate(content, yaml));
            journal.Say($"made the template “{content.Title}” of the plan “{plan.Title}”", plan.Brand.Value, plan.Id.Value, plan.Id);
            return TemplateLine.Of(new KnownTemplate(content, yaml, true));
        }
    }
}

/// <summary>Changes the name and the words of a template of your own; what is left out stays. What is in it is changed by taking in its text again.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeTemplate(
    string Template, [property: MaxLength(120)] string? Title = null, [property: MaxLength(300)] string? Says = null,
    [property: MaxLength(40)] string? Intent = null, [property: MaxLength(40)] string? Business = null, [property: MaxLength(40)] string? Size = null) : ICommand<TemplateLine>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ChangeTemplate, TemplateLine>
    {
        public async Task<TemplateLine> HandleAsync(ChangeTemplate request, CancellationToken cancel)
        {
            var known = Rule.Found(await db.Set<PlanTemplate>().FirstOrDefaultAsync(row => row.Key == request.Template, cancel), "template of your own");
            var before = TemplateContent.Read(known.Yaml);
            var content = before with
            {
                Title = Rule.Text(request.Title ?? before.Title, "title", 120), Says = Rule.Text(request.Says ?? before.Says, "says", 300),
                Intent = Rule.Text(request.Intent ?? before.Intent, "intent", 40), Business = Rule.Text(request.Business ?? before.Business, "business", 40), Size = Rule.Text(request.Size ?? before.Size, "size", 40),
            };
            known.Replace(content.ToYaml());
            journal.Say($"changed the plan template “{content.Title}”");
            return TemplateLine.Of(new KnownTemplate(content, known.Yaml, true));
        }
    }
}
