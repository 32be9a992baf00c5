using System.Net;
using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Doors;

/// <summary>No route that takes an id opens another workspace's thing.</summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task Every_route_that_takes_an_id_answers_404_to_another_workspace()
    {
        await using var site = await Site.StartAsync();
        await Everything.InDemoAsync(site);
        var rows = await FirstRowsAsync(site);
        using var stranger = site.Client(await OtherWorkspaceAsync(site));
        var tried = 0;
        var leaks = new List<string>();
        foreach (var route in EveryDoorTests.RoutesOf(site).Where(route => route.Pattern.Contains('{')))
        {
            if (PathOf(route, rows) is not { } path)
            {
                continue;
            }

            tried++;
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), "/api/v1" + path);
            if (route.Method is not ("GET" or "DELETE"))
            {
                request.Content = new StringContent(Bodies.For(route).ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            }
            else
            {
                request.RequestUri = new Uri("/api/v1" + path + Bodies.QueryFor(route), UriKind.Relative);
            }

            using var answer = await stranger.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                leaks.Add($"{route.Method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }

        leaks.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(3);
    }

    private static string? PathOf(Bellwether.Web.Doors.RouteOf route, Dictionary<Type, string> rows)
    {
        var path = route.Pattern;
        foreach (var property in route.Shape.Type.GetProperties().Where(property => path.Contains("{" + char.ToLowerInvariant(property.Name[0]) + property.Name[1..] + "}", StringComparison.Ordinal)))
        {
            var mark = "{" + char.ToLowerInvariant(property.Name[0]) + property.Name[1..] + "}";
            var id = property.PropertyType.IsGenericType && rows.TryGetValue(property.PropertyType, out var known) ? known
                : property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Id<>) ? Activator.CreateInstance(property.PropertyType, Guid.CreateVersion7())!.ToString()
                : null;
            if (id is null)
            {
                return null;
            }

            path = path.Replace(mark, id, StringComparison.Ordinal);
        }

        return path.Contains('{') ? null : path;
    }

    /// <summary>One stored id of every kind that the workspace has.</summary>
    private static async Task<Dictionary<Type, string>> FirstRowsAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var rows = new Dictionary<Type, string>();
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.GetProperty("Id")?.PropertyType is { IsGenericType: true }))
        {
            var all = (IQueryable<Entity>)db.GetType().GetMethod("Set", Type.EmptyTypes)!.MakeGenericMethod(type).Invoke(db, null)!;
            if (await all.IgnoreQueryFilters().FirstOrDefaultAsync() is { } row)
            {
                var id = type.GetProperty("Id")!;
                rows[id.PropertyType] = id.GetValue(row)!.ToString()!;
            }
        }

        return rows;
    }

    /// <summary>A second workspace with an owner who may do everything there; gives a token.</summary>
    private static async Task<string> OtherWorkspaceAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var workspace = new Workspace("Other");
        var owner = new Member(workspace.Id.Value, "Otto", "otto@example.org", Role.Owner);
        db.AddRange(workspace, owner);
        await db.SaveAsync(default);
        var made = await site.Services.GetRequiredService<Runner>().RunAsync(
            new MakeApiToken("All", Roles.PermissionsOf(Role.Owner)), current => current.Become(workspace.Id.Value, owner.Id.Value, "Otto", _ => true));
        return made.Secret;
    }
}
