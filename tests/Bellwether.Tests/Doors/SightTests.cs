using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Web.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Doors;

/// <summary>Whoever is limited to some brands or plans gets nothing of the others, through no route and in no list.</summary>
[Requirement("R000-24")]
public sealed partial class SightTests
{
    // The same filter stands in the same questions on both databases; asking all of them takes a minute on each.
    [Fact]
    public async Task A_member_of_one_brand_sees_nothing_of_another()
    {
        await using var site = await Site.StartAsync(DatabaseKind.Postgres);
        var hidden = await Everything.InDemoAsync(site);
        using var limited = site.Client(await TokenAsync(site, Role.Manager, [site.Brand], []));
        var owner = await LooksAsync(site, site.Http, hidden);
        owner.Leaks.Count.ShouldBeGreaterThan(40, "the same questions must show the other brand to who may see it, or this test shows nothing");
        var seen = await LooksAsync(site, limited, hidden);
        seen.Leaks.ShouldBeEmpty();
        seen.Asked.ShouldBeGreaterThan(80);
        var touched = await TouchesAsync(site, limited, hidden, [HttpStatusCode.NotFound]);
        touched.Reached.ShouldBeEmpty();
        touched.Tried.ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task A_guest_of_one_plan_sees_nothing_of_the_brands_other_plans()
    {
        await using var site = await Site.StartAsync(DatabaseKind.Sqlite);
        await Everything.InDemoAsync(site);
        var first = (await site.GetAsync("/api/v1/plans")).AsArray().First(plan => plan!["title"]!.GetValue<string>() == "A fuller lunch hour")!;
        var shown = (await site.PostAsync("/api/v1/plans", new { brand = first["brand"]!.GetValue<string>(), title = "What the consultant may see" }))["id"]!.GetValue<string>();
        var hidden = await Belongings.OfAsync(site, first["id"]!.GetValue<string>());
        using var guest = site.Client(await TokenAsync(site, Role.Guest, [], [shown]));
        (await TextAsync(guest, "/api/v1/plans")).ShouldContain(shown);
        (await TextAsync(guest, "/api/v1/brands")).ShouldContain(first["brand"]!.GetValue<string>());
        (await LooksAsync(site, guest, hidden)).Leaks.ShouldBeEmpty();
        (await TouchesAsync(site, guest, hidden, [HttpStatusCode.NotFound, HttpStatusCode.Forbidden])).Reached.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_guests_access_ends_on_the_last_day_by_itself(DatabaseKind on)
    {
        var clock = new ClockAhead();
        await using var site = await Site.StartAsync(on, services => services.AddSingleton<TimeProvider>(clock));
        var until = clock.Now().InUtc().Date.PlusDays(2);
        using var guest = site.Client(await TokenAsync(site, Role.Guest, [site.Brand], [], until));
        (await guest.GetAsync(new Uri("/api/v1/brands", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.By = TimeSpan.FromDays(3);
        (await guest.GetAsync(new Uri("/api/v1/brands", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>Asks every question there is, with and without the hidden things' ids; gives the answers that show one of them.</summary>
    private static async Task<(int Asked, List<string> Leaks)> LooksAsync(Site site, HttpClient asker, Belongings hidden)
    {
        var leaks = new List<string>();
        var asked = 0;
        foreach (var route in EveryDoorTests.RoutesOf(site).Where(route => route.Method == "GET"))
        {
            foreach (var path in new[] { Bodies.PathOf(route, hidden.First, withOptional: false), Bodies.PathOf(route, hidden.First, withOptional: true) }.OfType<string>().Distinct())
            {
                asked++;
                using var answer = await asker.GetAsync(new Uri("/api/v1" + path, UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode && IdPattern().Matches(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).FirstOrDefault(id => hidden.Ids.Contains(id.Value)) is { } leak)
                {
                    leaks.Add($"{path} shows {leak.Value}");
                }
            }
        }

        return (asked, leaks);
    }

    /// <summary>Tries every other route on the hidden things; gives the answers that are no refusal.</summary>
    private static async Task<(int Tried, List<string> Reached)> TouchesAsync(Site site, HttpClient asker, Belongings hidden, HttpStatusCode[] refusals)
    {
        var reached = new List<string>();
        var tried = 0;
        foreach (var route in EveryDoorTests.RoutesOf(site).Where(route => route.Pattern.Contains('{') && route.Shape.Needs != Permission.Own))
        {
            if (Bodies.PathOf(route, hidden.First, withOptional: false) is not { } path || !hidden.Ids.Any(id => path.Contains(id, StringComparison.Ordinal)))
            {
                continue;
            }

            tried++;
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), "/api/v1" + path);
            if (route.Method is not ("GET" or "DELETE"))
            {
                request.Content = new StringContent(Bodies.For(route).ToJsonString(), Encoding.UTF8, "application/json");
            }

            using var answer = await asker.SendAsync(request, TestContext.Current.CancellationToken);
            if (!refusals.Contains(answer.StatusCode))
            {
                reached.Add($"{route.Method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
        }

        return (tried, reached);
    }

    private static async Task<string> TextAsync(HttpClient asker, string path) => await asker.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Invites somebody through the API and gives a token that acts for them.</summary>
    private static async Task<string> TokenAsync(Site site, Role role, string[] brands, string[] plans, NodaTime.LocalDate? until = null)
    {
        var invited = await site.PostAsync("/api/v1/members", new { name = "Mia", email = "mia@example.org", role, onlyBrands = brands, onlyPlans = plans, until });
        var id = Id<Member>.Parse(invited["member"]!["id"]!.GetValue<string>());
        await using var scope = site.Services.CreateAsyncScope();
        var member = await scope.ServiceProvider.GetRequiredService<Db>().Set<Member>().IgnoreQueryFilters().SingleAsync(row => row.Id == id, TestContext.Current.CancellationToken);
        var made = await site.Services.GetRequiredService<Runner>().RunAsync(
            new MakeApiToken("All", Roles.PermissionsOf(role)), current => current.Become(member.WorkspaceKey, member.Id.Value, member.Name, permission => role.May(permission), member.Sight), TestContext.Current.CancellationToken);
        return made.Secret;
    }

    /// <summary>The real clock, put forward. Nothing that the server does each second is made up for, as a clock that passes every instant would have it.</summary>
    private sealed class ClockAhead : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }

    [GeneratedRegex("[a-z][a-z_]*_[0-9a-hjkmnp-tv-z]{26}", RegexOptions.None, 2000)]
    private static partial Regex IdPattern();
}
