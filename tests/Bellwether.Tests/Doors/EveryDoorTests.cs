using Bellwether.Kernel;
using Bellwether.Tests.Support;
using Bellwether.Web.Doors;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Doors;

/// <summary>Every use case is behind every door, with a summary and a permission.</summary>
public sealed class EveryDoorTests
{
    [Fact]
    public async Task Every_use_case_has_a_route()
    {
        await using var site = await Site.StartEmptyAsync();
        var routed = RoutesOf(site).Select(route => route.Shape.Type).ToHashSet();
        Unreachable(RequestShape.All, routed).ShouldBeEmpty("give the use case a route in its step's Api file, or mark it [Internal(why)]");
    }

    [Fact]
    public void A_use_case_without_a_route_is_noticed() =>
        Unreachable(RequestShape.All, []).ShouldContain("MemberList");

    [Fact]
    public void Every_use_case_says_what_it_does_and_what_it_needs()
    {
        RequestShape.All.Where(shape => shape.Summary.Length == 0).Select(shape => shape.Name).ShouldBeEmpty();
        RequestShape.All.Where(shape => shape.Internal is null && shape.Needs is null).Select(shape => shape.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_approved_API_document_is_what_the_server_says()
    {
        await using var site = await Site.StartEmptyAsync();
        var said = await site.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var path = Path.Combine(Repository.Root, "docs", "api", "v1.json");
        if (Environment.GetEnvironmentVariable("BELLWETHER_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, said + "\n");
        }

        (await File.ReadAllTextAsync(path)).TrimEnd().ShouldBe(said.TrimEnd(), "run: dotnet run --project src/Bellwether.Web -- api > docs/api/v1.json, then npm run client in src/ui");
    }

    [Fact]
    public async Task Health_and_the_document_answer_without_sign_in()
    {
        await using var site = await Site.StartEmptyAsync();
        foreach (var path in new[] { "/health/live", "/health/ready", "/openapi/v1.json" })
        {
            using var answer = await site.RawAsync(HttpMethod.Get, path);
            ((int)answer.StatusCode).ShouldBe(200, path);
        }
    }

    internal static IReadOnlyList<RouteOf> RoutesOf(Site site) =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<RouteOf>()).OfType<RouteOf>()];

    private static IReadOnlyList<string> Unreachable(IEnumerable<RequestShape> all, HashSet<Type> routed) =>
        [.. all.Where(shape => shape.Internal is null && !routed.Contains(shape.Type)).Select(shape => shape.Name)];
}
