using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>A template in the list, with what a plan begun with it holds.</summary>
/// <param name="Holds">How many items each part has: goals 3, channels 2.</param>
/// <param name="Archetypes">Which kinds of content it sets up.</param>
/// <param name="Own">Whether it is the workspace's own.</param>
public sealed record TemplateLine(string Key, string Title, string Intent, string Business, string Size, string Says, IReadOnlyDictionary<string, int> Holds, IReadOnlyList<string> Goals, IReadOnlyList<string> Metrics, IReadOnlyList<Archetype> Archetypes, bool Own)
{
    internal static TemplateLine Of(KnownTemplate template)
    {
        var content = template.Content;
        return new(
            content.Key, content.Title, content.Intent, content.Business, content.Size, content.Says,
            content.Parts.Where(part => part.Key != "plan").ToDictionary(part => part.Key, part => PlanItems.Main(part.Key, part.Value).Count(), StringComparer.Ordinal),
            [.. PlanItems.Main(GoalFirst.Part, content.Parts[GoalFirst.Part]).Select(goal => PlanItems.NameOf(goal) ?? "")], content.Metrics, content.Archetypes ?? [], template.Own);
    }
}

/// <summary>The templates a plan may begin with, by intent, kind of business and size.</summary>
[Needs(Permission.Read)]
public sealed record TemplateList(string? Intent = null, string? Business = null, string? Size = null) : IQuery<IReadOnlyList<TemplateLine>>
{
    internal sealed class Handler(TemplateBook book) : IHandle<TemplateList, IReadOnlyList<TemplateLine>>
    {
        public async Task<IReadOnlyList<TemplateLine>> HandleAsync(TemplateList request, CancellationToken cancel) =>
        [
            .. (await book.AllAsync(cancel))
                .Where(template => (request.Intent is null || template.Content.Intent == request.Intent)
                    && (request.Business is null || template.Content.Business == request.Business)
                    && (request.Size is null || template.Content.Size == request.Size))
                .Select(TemplateLine.Of),
        ];
    }
}

/// <summary>A template with its text, to read, copy and change.</summary>
public sealed record TemplateDetailView(TemplateLine Template, string Yaml);

/// <summary>One template with its text.</summary>
[Needs(Permission.Read)]
public sealed record TemplateDetail(string Template) : IQuery<TemplateDetailView>
{
    internal sealed class Handler(TemplateBook book) : IHandle<TemplateDetail, TemplateDetailView>
    {
        public async Task<TemplateDetailView> HandleAsync(TemplateDetail request, CancellationToken cancel)
        {
            var template = await book.FindAsync(request.Template, cancel);
            return new TemplateDetailView(TemplateLine.Of(template), template.Yaml);
        }
    }
}

/// <summary>Takes in a template of your own, or replaces one; every metric it names must be in the catalogue.</summary>
[Needs(Permission.EditPlan)]
public sealed record ImportTemplate([property: MaxLength(200_000)] string Yaml) : ICommand<TemplateLine>
{
    internal sealed class Handler(Db db, TemplateBook book, Journal journal) : IHandle<ImportTemplate, TemplateLine>
    {
        public async Task<TemplateLine> HandleAsync(ImportTemplate request, CancellationToken cancel)
        {
            var content = TemplateContent.Read(request.Yaml);
            await book.CheckAsync(content, cancel);
            if (await db.Set<PlanTemplate>().FirstOrDefaultAsync(row => row.Key == content.Key, cancel) is { } known)
            {
                known.Replace(request.Yaml);
            }
            else
            {
                db.Add(new PlanTemplate(content, request.Yaml));
            }

            journal.Say($"took in the plan template “{content.Title}”");
            return TemplateLine.Of(new KnownTemplate(content, request.Yaml, true));
        }
    }
}

/// <summary>Removes a template of your own; a shipped one of the same key shows again.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveTemplate(string Template) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemoveTemplate, Done>
    {
        public async Task<Done> HandleAsync(RemoveTemplate request, CancellationToken cancel)
        {
            var template = Rule.Found(await db.Set<PlanTemplate>().FirstOrDefaultAsync(row => row.Key == request.Template, cancel), "template of your own");
            db.Remove(template);
            journal.Say($"removed the plan template “{template.Key}”");
            return Done.It;
        }
    }
}
