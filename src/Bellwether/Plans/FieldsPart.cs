using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>The fields of one's own that hold something in the plan, as the part “fields”.</summary>
internal sealed class FieldsPart(Db db) : IPlanPart
{
    private sealed record Written(Id<CustomField> Id, FieldPlace Place, string Label, FieldType Type, IReadOnlyList<WrittenValue> Values, string? Hint = null, IReadOnlyList<string>? Choices = null);

    private sealed record WrittenValue(Id<FieldValue> Id, string On, string Value);

    public string Name => "fields";

    public int Order => 2700;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var values = (await db.Set<FieldValue>().AsNoTracking().Where(value => value.Plan == plan.Id).OrderBy(value => value.Id).ToListAsync(cancel)).ToLookup(value => value.Field);
        var ids = values.Select(group => group.Key).ToList();
        var fields = await db.Set<CustomField>().AsNoTracking().Where(field => ids.Contains(field.Id)).OrderBy(field => field.Id).ToListAsync(cancel);
        return fields.Count == 0 ? null : PartJson.Write(fields.Select(field => new Written(
            field.Id, field.Place, field.Label, field.Type, [.. values[field.Id].Select(value => new WrittenValue(value.Id, value.Node, value.Value))], field.Hint, field.Choices.OrNull())).ToList());
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var known = await db.Set<CustomField>().Where(field => field.Brand == plan.Brand).ToListAsync(cancel);
        var nodes = db.ChangeTracker.Entries().Select(entry => entry.Property("Id").CurrentValue?.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var (written, place) in PartJson.Read<List<Written>>(Name, part).Select((written, place) => (written, place)))
        {
            var field = PartJson.At($"fields[{place}]", () => known.Find(one => one.Place == written.Place && one.Label == written.Label && one.Type == written.Type) ?? Made(plan, written, known));
            // The next cycle leaves things behind; what was written at them stays with them.
            foreach (var (value, at) in written.Values.Select((value, at) => (value, at)).Where(pair => nodes.Contains(pair.value.On)))
            {
                db.Add(PartJson.At($"fields[{place}].values[{at}]", () =>
                {
                    Rule.Require(NodeFields.Place(value.On) == field.Place, "field-elsewhere", $"“{field.Label}” belongs to another kind of thing.", "on");
                    return new FieldValue(field, value.On, plan.Id, value.Value) { Id = value.Id };
                }));
            }
        }
    }

    private CustomField Made(Plan plan, Written written, List<CustomField> known)
    {
        Rule.Require(!known.Exists(one => one.Place == written.Place && one.Label == written.Label), "label-taken", $"The brand has a field “{written.Label}” that takes something else. Rename that one first.", "label");
        var field = new CustomField(plan.Brand, written.Place, written.Type, written.Label) { Id = written.Id };
        field.Offer(written.Choices ?? []);
        field.Explain(written.Hint);
        known.Add(field);
        db.Add(field);
        return field;
    }
}
