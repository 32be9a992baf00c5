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
        return pages.Count == 0 ? null : PartJson.Write(pages.Select(page => new Written(page.Id, page.Title, page.Text)));
    }

    public Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        foreach (var (page, place) in PartJson.Read<List<Written>>(Name, part).Select((page, place) => (page, place)))
        {
            db.Add(PartJson.At($"playbook[{place}]", () => new PlaybookPage(plan, page.Title, page.Text, place + 1) { Id = page.Id }));
        }

        return Task.CompletedTask;
    }
}
