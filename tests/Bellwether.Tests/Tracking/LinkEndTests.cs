using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>Links that end, links that lead by rules, scans beside clicks, and brands' own hosts.</summary>
[Requirement("R001-05")]
public sealed class LinkEndTests
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    [Theory, BothDatabases]
    public async Task A_link_ends_after_its_last_click_and_its_last_day_and_then_leads_to_its_fallback_uncounted(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", MostClicks: 2, Fallback: "https://tacoloco.example/over"));
        (await world.FollowAsync(link.Code, "curl/8.5.0")).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code)).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, scan: true, visitor: 2)).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, visitor: 3)).ShouldBe("https://tacoloco.example/over");
        (await world.FollowAsync(link.Code, "curl/8.5.0")).ShouldBe("https://tacoloco.example/over");

        var traffic = await world.RunAsync(new LinkTraffic(link.Id));
        (traffic.Clicks, traffic.Scans, traffic.Late, traffic.Ended).ShouldBe((2, 1, 1, true));
        traffic.Served.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Clicks.ShouldBe(2), one => one.Scans.ShouldBe(1));
        System.Text.Encoding.UTF8.GetString((await world.RunAsync(new ExportLinks(world.Brand))).Content).TrimEnd().ShouldEndWith(",2,1");
        var funnel = await world.RunAsync(new NodeFunnel(link.Id.ToString()));
        (funnel.Funnel.Clicks, funnel.Funnel.Scans).ShouldBe((2, 1));
        funnel.Dropped.ShouldBe([new(HitOutcome.Bot, 2), new(HitOutcome.Expired, 1)]);
        (await world.World.SeeAsync(db => db.Set<Click>().SingleAsync(click => click.Outcome == HitOutcome.Expired))).ShouldSatisfyAllConditions(click => click.Agent.ShouldBeNull(), click => click.Served.ShouldBe(0));
        (await world.World.RefusedAsync(new CountBack(world.Brand, HitOutcome.Expired))).Code.ShouldBe("reason-expired");

        // What is used up is known to whoever starts anew, too.
        await using var other = world.World.SecondNode();
        (await other.Services.GetRequiredService<LinkTable>().FindAsync(link.Code, default)).ShouldNotBeNull().Budget.ShouldNotBeNull().IsSpent.ShouldBeTrue();

        var lifted = await world.RunAsync(new LimitLink(link.Id, LastDay: new LocalDate(2026, 3, 26), Fallback: ""));
        (lifted.MostClicks, lifted.LastDay).ShouldBe((null, new LocalDate(2026, 3, 26)));
        (await world.FollowAsync(link.Code)).ShouldBe(link.Destination);
        // Berlin's midnight, not that of UTC.
        world.World.Clock.Advance((Instant.FromUtc(2026, 3, 26, 22, 59) - world.World.Now).ToTimeSpan());
        (await world.FollowAsync(link.Code)).ShouldBe(link.Destination);
        world.World.Clock.Advance(TimeSpan.FromMinutes(2));
        (await world.FollowAsync(link.Code)).ShouldBeNull();
        await world.RunAsync(new SetLinkPolicy(world.Brand, Fallback: "https://tacoloco.example/news"));
        (await world.FollowAsync(link.Code)).ShouldBe("https://tacoloco.example/news");
    }

    [Theory, BothDatabases]
    public async Task Rules_lead_by_device_language_and_day_and_later_rules_do_not_rewrite_what_was_served(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", "x", "social", "spring"));
        link = await world.RunAsync(new SetLinkRules(link.Id,
        [
            new("https://tacoloco.example/app", DeviceClass.Phone, From: new LocalDate(2026, 3, 26), Until: new LocalDate(2026, 3, 26)),
            new("https://tacoloco.example/de", Language: "DE"),
            new("https://elsewhere.example/", DeviceClass.Phone),
        ]));
        (await world.FollowAsync(link.Code)).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, Phone, language: "de")).ShouldBe("https://tacoloco.example/app?utm_source=x&utm_medium=social&utm_campaign=spring");
        (await world.FollowAsync(link.Code, language: "de-CH, en;q=0.5")).ShouldBe("https://tacoloco.example/de?utm_source=x&utm_medium=social&utm_campaign=spring");
        world.World.Clock.Advance(TimeSpan.FromDays(1));
        (await world.FollowAsync(link.Code, Phone, language: "fr")).ShouldBe("https://elsewhere.example/");

        await world.RunAsync(new SetLinkRules(link.Id, [new("https://tacoloco.example/new", DeviceClass.Phone)]));
        (await world.FollowAsync(link.Code, Phone)).ShouldBe("https://tacoloco.example/new?utm_source=x&utm_medium=social&utm_campaign=spring");
        var served = (await world.RunAsync(new LinkTraffic(link.Id))).Served;
        served.Select(one => (one.Number, one.Clicks, one.Now)).ShouldBe([(5, 1, true), (4, 1, false), (3, 1, false), (2, 1, false), (1, 1, true)]);
        served[3].Rule.ShouldNotBeNull().Device.ShouldBe(DeviceClass.Phone);
        await world.SettleAsync();
        (await world.RunAsync(new RebuildRollups(world.Brand))).Mended.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task What_makes_no_sense_is_refused_at_its_field(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        async Task Refused<T>(IRequest<T> request, string code, string? field)
        {
            var problem = await world.World.RefusedAsync(request);
            (problem.Code, problem.Fields is [var first, ..] ? first.Field : null).ShouldBe((code, field));
        }

        var past = new LocalDate(2026, 3, 25);
        await Refused(new MakeLink(world.Brand, "https://tacoloco.example/", LastDay: past), "last-day-past", "lastDay");
        await Refused(new LimitLink(link.Id, LastDay: past), "last-day-past", "lastDay");
        await Refused(new LimitLink(link.Id, MostClicks: 0), "most-clicks-invalid", "mostClicks");
        await Refused(new LimitLink(link.Id, Fallback: link.Short), "link-to-link", "fallback");
        await Refused(new LimitLink(link.Id, Fallback: "javascript:alert(1)"), "address-not-web", "fallback");
        await Refused(new SetLinkPolicy(world.Brand, Fallback: link.Scan), "link-to-link", "fallback");
        await Refused(new SetLinkRules(link.Id, [new("https://tacoloco.example/")]), "rule-without-condition", "rules[0]");
        await Refused(new SetLinkRules(link.Id, [new("https://tacoloco.example/", Language: "de"), new("javascript:alert(1)", Language: "de")]), "address-not-web", "rules[1]");
        await Refused(new SetLinkRules(link.Id, [new(link.Short, Language: "de")]), "link-to-link", "rules[0]");
        await Refused(new SetLinkRules(link.Id, [new("https://tacoloco.example/", Language: "german!")]), "rule-language-unknown", "rules[0]");
        await Refused(new SetLinkRules(link.Id, [new("https://tacoloco.example/", From: past, Until: past.PlusDays(-1))]), "rule-days-turned", "rules[0]");
        (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(new SetLinkRules(link.Id, [])))).Kind.ShouldBe(ProblemKind.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(new LinkTraffic(link.Id)))).Kind.ShouldBe(ProblemKind.NotFound);

        await world.RunAsync(new SetLinkPolicy(world.Brand, Sources: ["Instagram"], Campaigns: [], Templates: [new("Story", "instagram", "social", "Spring 27")]));
        await Refused(new MakeLink(world.Brand, "https://tacoloco.example/", "instgram", "social", "spring"), "tag-word-unknown", "source");
        (await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", "instagram", "social", "spring"))).Tags!.Source.ShouldBe("instagram");
        (await world.RunAsync(new LinkPolicyDetail(world.Brand))).Templates.ShouldHaveSingleItem().Campaign.ShouldBe("spring-27");
    }

    [Theory, BothDatabases]
    public async Task An_own_host_knows_its_brands_codes_and_every_address_ever_given_keeps_working(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var hosts = world.World.Services.GetRequiredService<LinkHosts>();
        var domain = await world.RunAsync(new AddLinkDomain(world.Brand, "https://Go.Example.org/"));
        domain.Host.ShouldBe("go.example.org");
        foreach (var (host, code) in new[] { ("localhost", "host-invalid"), ("10.0.0.1", "host-invalid"), ("go.example.org/x", "host-invalid"), ("tacoloco.example", "host-is-site"), ("go.example.org", "host-taken") })
        {
            (await world.World.RefusedAsync(new AddLinkDomain(world.Brand, host))).Code.ShouldBe(code, host);
        }

        (await world.World.RefusedAsync(new SetLinkPolicy(world.Brand, Host: "other.example.org"))).Code.ShouldBe("host-unknown");
        await world.RunAsync(new SetLinkPolicy(world.Brand, Host: "go.example.org"));
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        (link.Short, link.Scan).ShouldBe(($"https://go.example.org/{link.Code}", $"https://go.example.org/q/{link.Code}"));
        (await world.World.RefusedAsync(new MakeLink(world.Brand, link.Short))).Code.ShouldBe("link-to-link");
        var owner = hosts.OwnerOf("GO.example.org").ShouldNotBeNull().Brand;
        owner.ShouldBe(world.Brand.Value);
        (await world.FollowAsync(link.Code, owner: owner)).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, owner: Guid.CreateVersion7())).ShouldBeNull();
        (await world.FollowAsync(link.Code)).ShouldBe(link.Destination);

        await world.RunAsync(new RetireLinkDomain(domain.Id));
        hosts.OwnerOf("go.example.org").ShouldNotBeNull();
        (await world.RunAsync(new LinkDetail(link.Id))).Short.ShouldBe(link.Short);
        (await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"))).Host.ShouldBeNull();
        (await world.RunAsync(new AddLinkDomain(world.Brand, "go.example.org"))).ShouldSatisfyAllConditions(back => back.Id.ShouldBe(domain.Id), back => back.Links.ShouldBe(1), back => back.RetiredAt.ShouldBeNull());
        var unused = await world.RunAsync(new AddLinkDomain(world.Brand, "links.example.org"));
        await world.RunAsync(new RetireLinkDomain(unused.Id));
        hosts.OwnerOf("links.example.org").ShouldBeNull();
        (await world.RunAsync(new LinkDomainList(world.Brand))).ShouldHaveSingleItem();
    }
}
