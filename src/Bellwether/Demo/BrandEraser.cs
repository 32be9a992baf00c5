using System.Linq.Expressions;
using System.Reflection;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Demo;

/// <summary>
/// Removes a brand with everything that hangs on it, whatever step it belongs to: it follows ids from row to row through
/// the model, so that a new step's tables are emptied too.
/// </summary>
[Scoped]
public sealed class BrandEraser(Db db)
{
    /// <summary>Deletes the brand and all rows that point to it, directly or through others; gives their number.</summary>
    public async Task<int> EraseAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var gone = new Dictionary<Type, HashSet<Guid>> { [typeof(Brand)] = [brand.Value] };
        var types = db.Model.GetEntityTypes().Where(type => type.BaseType is null && Row.IsKeyed(type.ClrType)).Select(type => Row.Of(type.ClrType)).ToList();
        bool found;
        do
        {
            found = false;
            foreach (var row in types)
            {
                var known = gone.TryGetValue(row.Type, out var ids) ? ids : gone[row.Type] = [];
                var before = known.Count;
                known.UnionWith(await row.PointingToAsync(db, gone, cancel));
                found |= known.Count > before;
            }
        }
        while (found);

        var deleted = 0;
        foreach (var row in types.OrderBy(row => row.Type == typeof(Brand)))
        {
            deleted += await row.DeleteAsync(db, gone[row.Type], cancel);
        }

        return deleted;
    }

    /// <summary>One kind of row: what it points to by id, by typed column or as text.</summary>
    private abstract class Row(Type type)
    {
        // Columns that hold any node's id as text; what they name goes with the node.
        private static readonly string[] TextColumns = ["Subject", "Node", "NodeId"];

        public Type Type { get; } = type;

        public static bool IsKeyed(Type type) => typeof(Entity).IsAssignableFrom(type) && type.GetProperty("Id")?.PropertyType == typeof(Id<>).MakeGenericType(type);

        public static Row Of(Type type) => (Row)Activator.CreateInstance(typeof(Row<>).MakeGenericType(type), type)!;

        public abstract Task<List<Guid>> PointingToAsync(Db db, Dictionary<Type, HashSet<Guid>> gone, CancellationToken cancel);

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

        /// <summary>The ids as texts; observations and links point to every kind of node so.</summary>
        private static IEnumerable<string> Texts(Dictionary<Type, HashSet<Guid>> gone) =>
            gone.Where(pair => pair.Key != typeof(T)).SelectMany(pair => pair.Value.Select(key => Activator.CreateInstance(typeof(Id<>).MakeGenericType(pair.Key), key)!.ToString()!));

        private static async Task<List<Guid>> MatchingAsync(Db db, PropertyInfo column, Type element, object[] values, CancellationToken cancel)
        {
            var list = Array.CreateInstance(element, values.Length);
            Array.Copy(values, list, values.Length);
            var row = Expression.Parameter(typeof(T), "row");
            Expression value = Expression.Property(row, column);
            if (value.Type != element)
            {
                value = Expression.Convert(value, element);
            }

            var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [element], Expression.Constant(list), value);
            Expression filter = Nullable.GetUnderlyingType(column.PropertyType) is null
                ? contains
                : Expression.AndAlso(Expression.NotEqual(Expression.Property(row, column), Expression.Constant(null, column.PropertyType)), contains);
            var ids = await db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(filter, row)).Select(found => found.Id).ToListAsync(cancel);
            return [.. ids.Select(id => id.Value)];
        }
    }
}
