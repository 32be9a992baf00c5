using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Doors;

/// <summary>Everything stored that hangs on one thing, found by following ids from row to row and not by the filters under test.</summary>
internal sealed class Belongings
{
    private static readonly string[] TextColumns = ["Subject", "Node", "NodeId", "Plan", "Post", "Goal", "Channel", "Account", "From", "To"];

    private Belongings(Dictionary<Type, string> first, HashSet<string> ids) => (First, Ids) = (first, ids);

    /// <summary>One id of every kind, by the type of the id.</summary>
    public Dictionary<Type, string> First { get; }

    public HashSet<string> Ids { get; }

    /// <summary>All rows that point to the thing, directly or through others.</summary>
    public static async Task<Belongings> OfAsync(Site site, string root)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var rows = new List<Entity>();
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.GetProperty("Id")?.PropertyType is { IsGenericType: true } && type != typeof(Member) && type != typeof(AuditLine) && type != typeof(OutboxEvent)))
        {
            var all = (IQueryable<Entity>)db.GetType().GetMethod("Set", Type.EmptyTypes)!.MakeGenericMethod(type).Invoke(db, null)!;
            rows.AddRange(await all.IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
        }

        var known = rows.Select(row => (Row: row, Id: IdOf(row), Points: PointsOf(row))).ToList();
        var ids = new HashSet<string>(StringComparer.Ordinal) { root };
        int before;
        do
        {
            before = ids.Count;
            ids.UnionWith(known.Where(row => row.Points.Any(ids.Contains)).Select(row => row.Id));
        }
        while (ids.Count > before);

        var first = new Dictionary<Type, string>();
        // The oldest of each kind, whatever order the database gives its rows in: both databases are asked the same.
        foreach (var (row, id, _) in known.Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id, StringComparer.Ordinal))
        {
            first.TryAdd(row.GetType().GetProperty("Id")!.PropertyType, id);
        }

        return new Belongings(first, ids);
    }

    private static string IdOf(Entity row) => row.GetType().GetProperty("Id")!.GetValue(row)!.ToString()!;

    private static List<string> PointsOf(Entity row)
    {
        var points = new List<string>();
        foreach (var column in row.GetType().GetProperties().Where(column => column.Name != "Id" && column.GetIndexParameters().Length == 0))
        {
            var plain = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
            var isId = plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>) && plain.GetGenericArguments()[0] != typeof(Member);
            if ((isId || (plain == typeof(string) && TextColumns.Contains(column.Name, StringComparer.Ordinal))) && column.GetValue(row) is { } value)
            {
                points.Add(value.ToString()!);
            }
        }

        return points;
    }
}
