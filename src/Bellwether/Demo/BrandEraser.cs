using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Demo;

/// <summary>
/// Removes a brand with everything that hangs on it, whatever step it belongs to: it follows ids from row to row through
/// the model, so that a new step's tables are emptied too.
/// </summary>
[Scoped]
public sealed partial class BrandEraser(Db db, TimeProvider clock)
{
    /// <summary>Deletes the brand and all rows that point to it, directly or through others; gives their number.</summary>
    public async Task<int> EraseAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var gone = new Dictionary<Type, HashSet<Guid>> { [typeof(Brand)] = [brand.Value] };
        var types = db.Model.GetEntityTypes().Where(type => type.BaseType is null && Row.IsKeyed(type.ClrType)).Select(type => Row.Of(type.ClrType)).ToList();
        var people = (await db.Set<Member>().AsNoTracking().Where(member => member.UserKey == null && member.InvitationHash == null).ToListAsync(cancel))
            .Where(member => member.OnlyBrands.SequenceEqual([brand.ToString()])).Select(member => member.Id.Value).ToList();
        // Each round looks for what points to the rows that the round before found.
        for (var fresh = gone; fresh.Count > 0;)
        {
            var found = new Dictionary<Type, HashSet<Guid>>();
            foreach (var row in types)
            {
                var ids = (await row.PointingToAsync(db, fresh, cancel)).ToHashSet();
                ids.ExceptWith(gone.GetValueOrDefault(row.Type) ?? []);
                if (ids.Count > 0)
                {
                    found[row.Type] = ids;
                }
            }

            foreach (var (type, ids) in found)
            {
                gone[type] = [.. gone.GetValueOrDefault(type) ?? [], .. ids];
            }

            fresh = found;
        }

        var deleted = 0;
        foreach (var row in types.Where(row => gone.ContainsKey(row.Type)).OrderBy(row => row.Type == typeof(Brand)))
        {
            deleted += await row.DeleteAsync(db, gone[row.Type], cancel);
        }

        await ForgetEventsAsync(gone.Values.SelectMany(ids => ids).ToHashSet(), cancel);
        return deleted + await DismissAsync(people, types, cancel);
    }

    /// <summary>Removes events that were handed over: those that name one of the ids, or all of this workspace.</summary>
    public async Task ForgetEventsAsync(HashSet<Guid>? about, CancellationToken cancel)
    {
        var done = db.Set<OutboxEvent>().Where(row => row.WorkspaceKey == db.WorkspaceKey && row.DoneAt != null);
        if (about is null)
        {
            await done.ExecuteDeleteAsync(cancel);
            return;
        }

        var rows = await done.AsNoTracking().Select(row => new { row.Id, row.Content }).ToListAsync(cancel);
        var named = rows.Where(row => Ids().Matches(row.Content).Any(match => IdText.TryDecode(match.ValueSpan[1..], out var id) && about.Contains(id))).Select(row => row.Id).ToList();
        foreach (var some in named.Chunk(500))
        {
            await db.Set<OutboxEvent>().Where(row => some.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        }
    }

    [GeneratedRegex("_[0-9a-z]{26}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Ids();

    /// <summary>The people of this brand alone, who never had a sign-in, go too. Whoever is named elsewhere stays as somebody who has left.</summary>
    private async Task<int> DismissAsync(List<Guid> people, List<Row> types, CancellationToken cancel)
    {
        var members = types.Find(row => row.Type == typeof(Member))!;
        // What an hour of them cost goes with the brand they worked for; it is no reason to keep them.
        var ids = people.Select(key => new Id<Member>(key)).ToList();
        var deleted = await db.Set<HourlyRate>().Where(rate => ids.Contains(rate.Member)).ExecuteDeleteAsync(cancel);
        foreach (var key in people)
        {
            var named = false;
            foreach (var row in types.Where(row => !named))
            {
                named = await row.NamesAsync(db, new Id<Member>(key), cancel);
            }

            if (named)
            {
                (await db.FindAsync(new Id<Member>(key), "member", cancel)).Leave(clock.Now());
                await db.SaveAsync(cancel);
            }
            else
            {
                deleted += await members.DeleteAsync(db, [key], cancel);
            }
        }

        return deleted;
    }

    /// <summary>One kind of row: what it points to by id, by typed column or as text.</summary>
    private abstract class Row(Type type)
    {
        // Columns that hold any node's id as text; what they name goes with the node.
        private static readonly string[] TextColumns = ["Subject", "Node", "NodeId"];

        public Type Type { get; } = type;

        // The audit trail is only ever added to; it keeps that a demo was loaded and removed.
        public static bool IsKeyed(Type type) => type != typeof(AuditLine) && typeof(Entity).IsAssignableFrom(type) && type.GetProperty("Id")?.PropertyType == typeof(Id<>).MakeGenericType(type);

        public static Row Of(Type type) => (Row)Activator.CreateInstance(typeof(Row<>).MakeGenericType(type), type)!;

        public abstract Task<List<Guid>> PointingToAsync(Db db, Dictionary<Type, HashSet<Guid>> gone, CancellationToken cancel);

        /// <summary>Whether a row names a member, in a column of its own or within a list.</summary>
        public abstract Task<bool> NamesAsync(Db db, Id<Member> member, CancellationToken cancel);

        public abstract Task<int> DeleteAsync(Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancel);

        protected static bool IsText(string column) => TextColumns.Contains(column, StringComparer.Ordinal);
    }

    private sealed class Row<T>(Type type) : Row(type)
        where T : Entity<T>
    {
        private const int Batch = 500;

        // Rows that say their brand or plan are found by it.
        private static readonly bool OfABrand = typeof(T).GetProperty("Brand") is not null || typeof(T).GetProperty("Plan") is not null;

        public override async Task<List<Guid>> PointingToAsync(Db db, Dictionary<Type, HashSet<Guid>> gone, CancellationToken cancel)
        {
            var ids = new List<Guid>();
            foreach (var column in db.Model.FindEntityType(typeof(T))!.GetProperties().Select(property => property.PropertyInfo).OfType<PropertyInfo>().Where(column => column.Name != "Id"))
            {
                var plain = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
                if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>) && gone.TryGetValue(plain.GetGenericArguments()[0], out var targets))
                {
                    foreach (var some in targets.Chunk(Batch))
                    {
                        ids.AddRange(await MatchingAsync(db, column, plain, [.. some.Select(key => Activator.CreateInstance(plain, key)!)], cancel));
                    }
                }
                else if (!OfABrand && plain == typeof(string) && IsText(column.Name))
                {
                    foreach (var some in Texts(gone).Chunk(Batch))
                    {
                        ids.AddRange(await MatchingAsync(db, column, typeof(string), [.. some], cancel));
                    }
                }
            }

            return ids;
        }

        public override async Task<int> DeleteAsync(Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
        {
            var deleted = 0;
            foreach (var some in ids.Select(id => new Id<T>(id)).Chunk(Batch))
            {
                deleted += await db.Set<T>().Where(row => some.Contains(row.Id)).ExecuteDeleteAsync(cancel);
            }

            return deleted;
        }

        public override async Task<bool> NamesAsync(Db db, Id<Member> member, CancellationToken cancel)
        {
            if ((await PointingToAsync(db, new() { [typeof(Member)] = [member.Value] }, cancel)).Count > 0)
            {
                return true;
            }

            var lists = db.Model.FindEntityType(typeof(T))!.GetProperties().Select(property => property.PropertyInfo).OfType<PropertyInfo>().Where(column => HoldsMembers(column.PropertyType)).ToList();
            return lists.Count > 0 && (await db.Set<T>().AsNoTracking().ToListAsync(cancel))
                .Exists(row => lists.Exists(list => JsonSerializer.Serialize(list.GetValue(row), list.PropertyType, HouseJson.Options).Contains(member.ToString(), StringComparison.Ordinal)));
        }

        /// <summary>Whether a column is a list of members, or of records that name one.</summary>
        private static bool HoldsMembers(Type column) =>
            column.IsGenericType && column.GetGenericArguments() is [var item] && typeof(System.Collections.IEnumerable).IsAssignableFrom(column)
            && (item == typeof(Id<Member>) || item.GetProperties().Any(property => property.PropertyType == typeof(Id<Member>) || property.PropertyType == typeof(Id<Member>?)));

        /// <summary>The ids as texts; observations and links point to every kind of node so.</summary>
        private static IEnumerable<string> Texts(Dictionary<Type, HashSet<Guid>> gone) =>
            gone.Where(pair => pair.Key != typeof(T)).SelectMany(pair => pair.Value.Select(key => Activator.CreateInstance(typeof(Id<>).MakeGenericType(pair.Key), key)!.ToString()!));

        private static async Task<List<Guid>> MatchingAsync(Db db, PropertyInfo column, Type element, object[] values, CancellationToken cancel)
        {
            var holder = (Values)Activator.CreateInstance(typeof(Values<>).MakeGenericType(element))!;
            holder.Take(values);
            var row = Expression.Parameter(typeof(T), "row");
            Expression value = Expression.Property(row, column);
            if (value.Type != element)
            {
                value = Expression.Convert(value, element);
            }

            // A field of something is a parameter; values in the expression itself would make each batch a query of its own, compiled anew.
            var list = Expression.Field(Expression.Constant(holder), nameof(Values<>.All));
            var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [element], list, value);
            Expression filter = Nullable.GetUnderlyingType(column.PropertyType) is null
                ? contains
                : Expression.AndAlso(Expression.NotEqual(Expression.Property(row, column), Expression.Constant(null, column.PropertyType)), contains);
            var ids = await db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(filter, row)).Select(found => found.Id).ToListAsync(cancel);
            return [.. ids.Select(id => id.Value)];
        }
    }

    /// <summary>What a query looks for.</summary>
    private abstract class Values
    {
        public abstract void Take(object[] values);
    }

    private sealed class Values<T> : Values
    {
        public T[] All = [];

        public override void Take(object[] values) => All = [.. values.Cast<T>()];
    }
}
