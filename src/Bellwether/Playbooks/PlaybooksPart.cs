using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Playbooks;

/// <summary>The own pages of the playbook as the part “playbook”.</summary>
internal sealed class PlaybooksPart(Db db) : IPlanPart
{
    private sealed record Written(Id<PlaybookPage> Id, string Title, string Text);

    public string Name => "playbook";

    public int Order => 2500;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var pages = await db.Set<PlaybookPage>().AsNoTracking().Where(page => page.Plan == plan.Id).OrderBy(page => page.Place).ToListAsync(cancel);
        return pages.Count == 0 ? null : JsonSerializer.SerializeToNode(pages.Select(page => new Written(page.Id, page.Title, page.Text)), HouseJson.Options);
    }

    public Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        try
        {
            var place = 0;
            foreach (var page in part.Deserialize<List<Written>>(HouseJson.Options)!)
            {
                db.Add(new PlaybookPage(plan, page.Title, page.Text, ++place) { Id = page.Id });
            }
        }
        catch (JsonException failure)
        {
            throw Rule.Broken("part-invalid", $"playbook{failure.Path?.TrimStart('$')}: {failure.Message}", "playbook");
        }

        return Task.CompletedTask;
    }
}
