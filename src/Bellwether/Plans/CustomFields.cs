using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>A field of one's own.</summary>
/// <param name="Choices">What can be chosen; empty for other types.</param>
/// <param name="Used">At how many things something is written into it.</param>
public sealed record CustomFieldView(Id<CustomField> Id, FieldPlace Place, FieldType Type, string Label, string? Hint, IReadOnlyList<string> Choices, bool Archived, int Used, int Version) : IVersioned
{
    internal static CustomFieldView Of(CustomField field, int used) => new(field.Id, field.Place, field.Type, field.Label, field.Hint, field.Choices, field.ArchivedAt is not null, used, field.Version);
}

/// <summary>The fields a brand added, by kind of thing and in the order they were made.</summary>
/// <param name="Archived">True for those that were put away as well.</param>
[Needs(Permission.Read)]
public sealed record CustomFieldList(Id<Brand> Brand, bool Archived = false) : IQuery<IReadOnlyList<CustomFieldView>>
{
    internal sealed class Handler(Db db) : IHandle<CustomFieldList, IReadOnlyList<CustomFieldView>>
    {
        public async Task<IReadOnlyList<CustomFieldView>> HandleAsync(CustomFieldList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var fields = await db.Set<CustomField>().AsNoTracking().Where(field => field.Brand == brand.Id && (request.Archived || field.ArchivedAt == null)).OrderBy(field => field.Id).ToListAsync(cancel);
            var used = await db.Set<FieldValue>().Where(value => value.Brand == brand.Id).GroupBy(value => value.Field).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
            return [.. fields.OrderBy(field => field.Place).ThenBy(field => field.Id).Select(field => CustomFieldView.Of(field, used.GetValueOrDefault(field.Id)))];
        }
    }
}

/// <summary>Adds a field to every goal, account or whatever else it is for. 409 when there is one of that name.</summary>
[Needs(Permission.RunPlan)]
public sealed record AddCustomField(Id<Brand> Brand, FieldPlace Place, [property: MaxLength(60)] string Label, FieldType Type = FieldType.Text, IReadOnlyList<string>? Choices = null, [property: MaxLength(200)] string? Hint = null) : ICommand<CustomFieldView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<AddCustomField, CustomFieldView>
    {
        public async Task<CustomFieldView> HandleAsync(AddCustomField request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var field = new CustomField(brand.Id, request.Place, request.Type, request.Label);
            field.Offer(request.Choices ?? []);
            field.Explain(request.Hint);
            await FieldNames.RequireFreeAsync(db, field, field.Label, cancel);
            db.Add(field);
            journal.Say($"added the field “{field.Label}”", brand.Id.Value, null, field.Id);
            return CustomFieldView.Of(field, 0);
        }
    }
}

/// <summary>Changes the name, the hint or the choices of a field. What was chosen before stays as it was written.</summary>
[Needs(Permission.RunPlan)]
public sealed record ChangeCustomField(Id<CustomField> Field, [property: MaxLength(60)] string? Label = null, [property: MaxLength(200)] string? Hint = null, IReadOnlyList<string>? Choices = null, int? IfVersion = null) : ICommand<CustomFieldView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ChangeCustomField, CustomFieldView>
    {
        public async Task<CustomFieldView> HandleAsync(ChangeCustomField request, CancellationToken cancel)
        {
            var field = await db.FindAsync(request.Field, "field", cancel);
            field.Expect(request.IfVersion);
            if (request.Label is { } label)
            {
                await FieldNames.RequireFreeAsync(db, field, label.Trim(), cancel);
                field.Rename(label);
            }

            field.Explain(request.Hint ?? field.Hint);
            field.Offer(request.Choices ?? field.Choices);
            journal.Say($"changed the field “{field.Label}”", field.Brand.Value, null, field.Id);
            return CustomFieldView.Of(field, await db.Set<FieldValue>().CountAsync(value => value.Field == field.Id, cancel));
        }
    }
}

/// <summary>Puts a field away, or takes it out again; what was written into it is kept.</summary>
[Needs(Permission.RunPlan)]
public sealed record ArchiveCustomField(Id<CustomField> Field, bool Archived = true) : ICommand<CustomFieldView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ArchiveCustomField, CustomFieldView>
    {
        public async Task<CustomFieldView> HandleAsync(ArchiveCustomField request, CancellationToken cancel)
        {
            var field = await db.FindAsync(request.Field, "field", cancel);
            if (request.Archived)
            {
                field.Archive(clock.Now());
            }
            else
            {
                field.Restore();
            }

            journal.Say($"{(request.Archived ? "put away" : "took out again")} the field “{field.Label}”", field.Brand.Value, null, field.Id);
            return CustomFieldView.Of(field, await db.Set<FieldValue>().CountAsync(value => value.Field == field.Id, cancel));
        }
    }
}

/// <summary>One name, one field: for each kind of thing of a brand.</summary>
internal static class FieldNames
{
    public static async Task RequireFreeAsync(Db db, CustomField field, string label, CancellationToken cancel)
    {
        if (await db.Set<CustomField>().FirstOrDefaultAsync(other => other.Brand == field.Brand && other.Place == field.Place && other.Label == label && other.Id != field.Id, cancel) is { } taken)
        {
            throw Rule.Conflict("label-taken", taken.ArchivedAt is null ? $"There is a field “{label}” already. Give this one another name." : $"There is a field “{label}” already; it is put away. Take it out again, or choose another name.", "label");
        }
    }
}
