using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>A template as text and as data.</summary>
public sealed record KnownTemplate(TemplateContent Content, string Yaml, bool Own);

/// <summary>All templates: those of the product and the workspace's own.</summary>
[Scoped]
public sealed class TemplateBook(Db db, MetricCatalogue metrics)
{
    private const string Folder = "Bellwether.Plans.Templates.";
    private static readonly Lazy<IReadOnlyList<KnownTemplate>> Shipped = new(ReadShipped);

    /// <summary>Every template by title; an own one stands for a shipped one of the same key.</summary>
    public async Task<IReadOnlyList<KnownTemplate>> AllAsync(CancellationToken cancel)
    {
        var rows = await db.Set<PlanTemplate>().AsNoTracking().ToListAsync(cancel);
        var own = rows.Select(row => new KnownTemplate(TemplateContent.Read(row.Yaml), row.Yaml, true)).ToList();
        return [.. own.Concat(Shipped.Value.Where(shipped => !own.Exists(mine => mine.Content.Key == shipped.Content.Key))).OrderBy(template => template.Content.Title, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The template of a key, or 404.</summary>
    public async Task<KnownTemplate> FindAsync(string key, CancellationToken cancel) =>
        Rule.Found(await TryFindAsync(key, cancel), "template");

    /// <summary>The template of a key, or null.</summary>
    public async Task<KnownTemplate?> TryFindAsync(string key, CancellationToken cancel) => (await AllAsync(cancel)).FirstOrDefault(template => template.Content.Key == key);

    /// <summary>422 that names every metric key the catalogue does not have.</summary>
    public async Task CheckAsync(TemplateContent content, CancellationToken cancel)
    {
        var unknown = new List<string>();
        foreach (var key in content.Metrics)
        {
            if (await metrics.FindAsync(key, cancel) is null)
            {
                unknown.Add(key);
            }
        }

        if (unknown.Count > 0)
        {
            var message = $"The catalogue has no metric {string.Join(", ", unknown.Select(key => $"“{key}”"))}. Define it first, or choose one of the catalogue.";
            throw new ProblemException(ProblemKind.Rule, "metric-unknown", message, new FieldProblem("yaml", message)) { Details = unknown };
        }
    }

    private static List<KnownTemplate> ReadShipped()
    {
        var assembly = typeof(TemplateBook).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var yaml = reader.ReadToEnd();
                return new KnownTemplate(TemplateContent.Read(yaml), yaml, false);
            }),
        ];
    }
}
