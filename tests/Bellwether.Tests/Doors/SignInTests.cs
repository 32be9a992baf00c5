using System.Net;
using System.Net.Http.Json;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Doors;

public sealed class SignInTests
{
    [Theory, BothDatabases]
    public async Task The_first_visit_sets_up_once_and_signs_in(DatabaseKind on)
    {
        await using var site = await Site.StartEmptyAsync(on);
        (await site.GetAsync("/account/state"))["setUp"]!.GetValue<bool>().ShouldBeFalse();
        await site.SetUpAsync();
        (await site.GetAsync("/api/v1/members"))[0]!["role"]!.GetValue<string>().ShouldBe("owner");
        using var again = await site.RawAsync(HttpMethod.Post, "/account/set-up", new { name = "Eve", email = "eve@example.org", password = "another long one", workspaceName = "Mine", brandName = "Mine", zone = "UTC", currency = "EUR" });
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_set_up_that_fails_leaves_nothing_behind()
    {
        await using var site = await Site.StartEmptyAsync();
        using var wrong = await site.RawAsync(HttpMethod.Post, "/account/set-up", new { name = "Ana", email = "ana@example.org", password = "correct horse battery", workspaceName = "Taco", brandName = "Taco", zone = "Berlin", currency = "EUR" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("Europe/Berlin");
        await site.SetUpAsync();
    }

    [Fact]
    public async Task Nobody_reads_without_signing_in()
    {
        await using var site = await Site.StartAsync();
        using var stranger = site.Client();
        foreach (var route in EveryDoorTests.RoutesOf(site).Where(route => route.Method == "GET" && !route.Pattern.Contains('{')))
        {
            using var answer = await stranger.GetAsync("/api/v1" + route.Pattern);
            // Some ask for fields first; none answers with data.
            ((int)answer.StatusCode).ShouldBeOneOf([400, 401], route.Pattern);
        }

        using var members = await stranger.GetAsync("/api/v1/members");
        members.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_change_by_cookie_needs_the_screens_own_header()
    {
        await using var site = await Site.StartAsync();
        site.Http.DefaultRequestHeaders.Remove("X-Bellwether");
        using var answer = await site.RawAsync(HttpMethod.Post, "/api/v1/api-tokens", new { name = "x", scope = new[] { "read" } });
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothDatabases]
    public async Task A_token_does_what_its_scope_says_and_nothing_after_revocation(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var made = await site.PostAsync("/api/v1/api-tokens", new { name = "Reader", scope = new[] { "read" }, days = 1 });
        using var program = site.Client(made["secret"]!.GetValue<string>());
        (await program.GetAsync("/api/v1/members")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.PostAsJsonAsync("/api/v1/brands", new { name = "Two", zone = "UTC", currency = "EUR" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await site.PostAsync($"/api/v1/api-tokens/{made["token"]!["id"]}/revoke");
        (await program.GetAsync("/api/v1/members")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_invited_person_joins_once_with_a_password_of_their_own()
    {
        await using var site = await Site.StartAsync();
        var invitation = await site.PostAsync("/api/v1/members", new { name = "Ben", email = "ben@example.org", role = "editor" });
        using var ben = site.Client();
        var form = new { code = invitation["code"]!.GetValue<string>(), password = "a long one of ben" };
        (await ben.PostAsJsonAsync("/account/join", form)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ben.GetAsync("/api/v1/members")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ben.PostAsJsonAsync("/api/v1/members", new { name = "Eve", email = "eve@example.org", role = "owner" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var again = site.Client();
        (await again.PostAsJsonAsync("/account/join", form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_content_policy()
    {
        await using var site = await Site.StartAsync();
        using var answer = await site.RawAsync(HttpMethod.Get, "/account/state");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'");
        policy.ShouldNotContain("unsafe-eval");
        policy.Split("script-src")[1].Split(';')[0].ShouldNotContain("unsafe-inline");
    }
}
