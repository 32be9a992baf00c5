using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Inbox;

/// <summary>
/// What a plan brings along for the inbox: promises and canned answers. Both are the brand's: a brand that has promised something
/// keeps its word, and an answer of the same name stays as it is. Cases are no part of a plan.
/// </summary>
internal sealed class InboxPart(Db db) : IPlanPart
{
    public string Name => "inbox";

    public int Order => 1600;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        if (nextCycle)
        {
            return null;
        }

        var answers = await db.Set<CannedAnswer>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        var sla = await db.Set<Sla>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
        return answers.Count == 0 && sla is null
            ? null
            : PartJson.Write(new Written(sla?.Terms, answers.Select(row => new WrittenAnswer(row.Id, row.Title, row.Text)).ToList().OrNull()));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var written = PartJson.Read<Written>(Name, part);
        if (written.Sla is { } terms && !await db.Set<Sla>().AnyAsync(row => row.Brand == plan.Brand, cancel))
        {
            db.Add(PartJson.At("inbox.sla", () =>
            {
                var sla = new Sla(plan.Brand, plan.Id);
                sla.Set(terms, []);
                return sla;
            }));
        }

        var there = (await db.Set<CannedAnswer>().Where(row => row.Brand == plan.Brand).Select(row => row.Title).ToListAsync(cancel)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (each, place) in (written.Answers ?? []).Select((each, place) => (each, place)))
        {
            if (there.Add(each.Title.Trim()))
            {
                db.Add(PartJson.At($"inbox.answers[{place}]", () => new CannedAnswer(plan.Brand, plan.Id, each.Title, each.Text) { Id = each.Id }));
            }
        }
    }

    private sealed record Written(IReadOnlyList<SlaTerm>? Sla = null, IReadOnlyList<WrittenAnswer>? Answers = null);

    private sealed record WrittenAnswer(Id<CannedAnswer> Id, string Title, string Text);
}
