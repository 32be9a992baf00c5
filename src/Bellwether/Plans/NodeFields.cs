using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>A field of one's own at a thing, with what is written there.</summary>
/// <param name="Value">Null while nothing is written.</param>
public sealed record NodeFieldView(Id<CustomField> Field, string Label, FieldType Type, string? Hint, IReadOnlyList<string> Choices, string? Value);

/// <summary>The fields one's organisation added to a thing, with their values there. Fields that were put away are left out.</summary>
/// <param name="Node">The id of the goal, the account, the action item …</param>
[Needs(Permission.Read)]
public sealed record NodeFields(string Node) : IQuery<IReadOnlyList<NodeFieldView>>
{
    internal sealed class Handler(Db db, Nodes nodes) : IHandle<NodeFields, IReadOnlyList<NodeFieldView>>
    {
        public async Task<IReadOnlyList<NodeFieldView>> HandleAsync(NodeFields request, CancellationToken cancel)
        {
            var node = await nodes.FindAsync(request.Node, cancel);
            if (Place(request.Node) is not { } place)
            {
                return [];
            }

            var fields = await db.Set<CustomField>().AsNoTracking().Where(field => field.Brand == node.Brand && field.Place == place && field.ArchivedAt == null).OrderBy(field => field.Id).ToListAsync(cancel);
            var values = await db.Set<FieldValue>().AsNoTracking().Where(value => value.Node == request.Node).ToDictionaryAsync(value => value.Field, value => value.Value, cancel);
            return [.. fields.Select(field => new NodeFieldView(field.Id, field.Label, field.Type, field.Hint, field.Choices, values.GetValueOrDefault(field.Id)))];
        }
    }

    /// <summary>The kind of thing an id names, or null when it takes no fields of one's own.</summary>
    internal static FieldPlace? Place(string node) =>
        node.LastIndexOf('_') is > 0 and var end && Enum.TryParse<FieldPlace>(node[..end].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var place) ? place : null;
}

/// <summary>Writes into a field of one's own at a thing; an empty value takes it out.</summary>
/// <param name="Node">The id of the thing.</param>
/// <param name="Value">As the field's type takes it: “12.5”, “2026-11-26”, “yes”, one of the choices.</param>
[Needs(Permission.EditPlan)]
public sealed record WriteField(string Node, Id<CustomField> Field, [property: MaxLength(CustomField.LongestValue)] string? Value = null) : ICommand<NodeFieldView>
{
    internal sealed class Handler(Db db, Nodes nodes, Journal journal) : IHandle<WriteField, NodeFieldView>
    {
        public async Task<NodeFieldView> HandleAsync(WriteField request, CancellationToken cancel)
        {
            var node = await nodes.FindAsync(request.Node, cancel);
            var field = await db.FindAsync(request.Field, "field", cancel);
            Rule.Found(field.Brand == node.Brand && field.Place == NodeFields.Place(request.Node) ? field : null, "field");
            Rule.Require(field.ArchivedAt is null, "field-archived", $"The field “{field.Label}” is put away. Take it out again first.", "field");
            var stored = await db.Set<FieldValue>().FirstOrDefaultAsync(value => value.Node == request.Node && value.Field == field.Id, cancel);
            if (string.IsNullOrWhiteSpace(request.Value))
            {
                if (stored is not null)
                {
                    db.Remove(stored);
                }

                journal.Say($"emptied “{field.Label}” of “{node.Title}”", node.Brand.Value, node.Plan?.Value, request.Node);
                return View(field, null);
            }

            if (stored is null)
            {
                db.Add(stored = new FieldValue(field, request.Node, node.Plan, request.Value));
            }
            else
            {
                stored.Write(field, request.Value);
            }

            journal.Say($"wrote “{field.Label}” of “{node.Title}”: {Excerpt.Of(stored.Value, 80)}", node.Brand.Value, node.Plan?.Value, request.Node);
            return View(field, stored.Value);
        }

        private static NodeFieldView View(CustomField field, string? value) => new(field.Id, field.Label, field.Type, field.Hint, field.Choices, value);
    }
}
