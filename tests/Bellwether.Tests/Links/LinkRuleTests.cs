using Bellwether.Kernel;
using Bellwether.Links;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Links;

/// <summary>What holds for rules of a link and for codes by host, tried with generated ones.</summary>
public sealed class LinkRuleTests
{
    private static readonly LocalDate Day = new(2026, 3, 26);

    private static readonly Gen<LinkRule> Rules =
        from device in Gen.Elements<DeviceClass?>(null, DeviceClass.Phone, DeviceClass.Tablet, DeviceClass.Desktop)
        from language in Gen.Elements<string?>(null, "de", "de-at", "en", "pt-br")
        from first in Gen.Elements<int?>(null, -3, 0, 2)
        from last in Gen.Elements<int?>(null, -1, 0, 5)
        select new LinkRule("https://ex.com/" + device + language, device, language, After(first), After(last));

    private static readonly Gen<(LinkRule[] Rules, DeviceClass Device, string Accepts, LocalDate Today)> Asked =
        from rules in Rules.ArrayOf()
        from device in Gen.Elements(Enum.GetValues<DeviceClass>())
        from accepts in Gen.Elements("", "de", "de-AT,de;q=0.9,en;q=0.8", "en-GB", "fr;q=0.2, pt-BR;q=0.7", "*", "de;q=0", "x;q=y,,;", "DE-at")
        from days in Gen.Choose(-5, 6)
        select (rules, device, accepts, Day.PlusDays(days));

    private static LocalDate? After(int? days) => days is null ? null : Day.PlusDays(days.Value);

    [Fact]
    public void The_first_rule_that_fits_is_chosen_and_no_other_and_always_the_same() => Prop.ForAll(Asked.ToArbitrary(), asked =>
    {
        KeptRule[] kept = [.. asked.Rules.Select((rule, place) => new KeptRule(rule, rule.Target, place + 1, false))];
        int Choose() => KeptRule.Choose(kept, asked.Device, LinkRule.First(asked.Accepts), asked.Today);
        var chosen = Choose();
        bool Fits(LinkRule rule) => rule.Fits(asked.Device, LinkRule.First(asked.Accepts), asked.Today);
        return chosen == Choose()
            && (chosen < 0 ? !asked.Rules.Any(Fits) : Fits(asked.Rules[chosen]) && !asked.Rules.Take(chosen).Any(Fits))
            // What comes after the first that fits changes nothing.
            && (chosen < 0 || KeptRule.Choose(kept[..(chosen + 1)], asked.Device, LinkRule.First(asked.Accepts), asked.Today) == chosen);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de-AT")]
    [InlineData("en;q=0.3, fr ; q=0.8, de;q=0.8", "fr")]
    [InlineData("*, nl;q=0.5", "nl")]
    [InlineData("de;q=0", "")]
    [InlineData("", "")]
    public void The_first_language_is_the_one_a_browser_weighs_most(string header, string first) => LinkRule.First(header).ToString().ShouldBe(first);

    [Fact]
    public void A_language_fits_its_countries_and_a_country_fits_alone()
    {
        new LinkRule("https://ex.com", Language: "de").Fits(DeviceClass.Phone, "de-AT", Day).ShouldBeTrue();
        new LinkRule("https://ex.com", Language: "de-at").Fits(DeviceClass.Phone, "de", Day).ShouldBeFalse();
        new LinkRule("https://ex.com", Language: "de").Fits(DeviceClass.Phone, "den", Day).ShouldBeFalse();
    }

    [Fact]
    public void A_number_once_given_to_an_address_is_never_given_to_another()
    {
        var now = Instant.FromUtc(2026, 3, 26, 8, 0);
        var link = new TrackedLink(Id<Brands.Brand>.New(), "abc", "https://ex.com/", CampaignTags.Of("x", "social", "c"), ["ex.com"], new LinkPlace(), false, now);
        var random = new Random(5);
        var seen = new Dictionary<int, (string, LinkRule?)>();
        for (var turn = 0; turn < 200; turn++)
        {
            LinkRule[] rules = [.. Rules.Sample(random.Next(4)).Where(rule => rule.Device is not null && (rule.From is null || rule.Until is null))];
            if (random.Next(2) == 0)
            {
                link.LeadTo($"https://ex.com/{random.Next(3)}", ["ex.com"], now);
            }
            else
            {
                link.Decide(rules, ["ex.com"], now);
            }

            foreach (var served in link.Served)
            {
                seen.TryAdd(served.Number, (served.Address, served.Rule));
                seen[served.Number].ShouldBe((served.Address, served.Rule));
            }

            link.Served.Single(one => one.Number == link.Serves).Address.ShouldBe(link.Destination);
            link.Rules.ShouldAllBe(rule => rule.Destination.Contains("utm_source=x", StringComparison.Ordinal) && link.Served.Single(one => one.Number == rule.Number).Address == rule.Destination);
        }
    }

    [Theory]
    [InlineData("/l/abc", ShortPathKind.Code, "abc", ShortPathKind.Code)]
    [InlineData("/q/abc/", ShortPathKind.Scan, "abc", ShortPathKind.Scan)]
    [InlineData("/Q/abc", ShortPathKind.Scan, "abc", ShortPathKind.Scan)]
    [InlineData("/h/taco", ShortPathKind.Hub, "taco", ShortPathKind.Hub)]
    [InlineData("/abc", ShortPathKind.Other, "abc", ShortPathKind.Code)]
    [InlineData("/", ShortPathKind.Other, "", ShortPathKind.Root)]
    [InlineData("", ShortPathKind.Other, "", ShortPathKind.Root)]
    [InlineData("/api/v1/links", ShortPathKind.Other, "api/v1/links", ShortPathKind.Code)]
    [InlineData("/t/here", ShortPathKind.Proof, "", ShortPathKind.Proof)]
    [InlineData("/settings", ShortPathKind.Other, "settings", ShortPathKind.Code)]
    public void A_path_asks_for_the_same_link_on_every_host_and_for_nothing_but_links_on_an_own_one(string path, ShortPathKind here, string name, ShortPathKind there)
    {
        ShortPath.Of(path, ownHost: false).Kind.ShouldBe(here);
        ShortPath.Of(path, ownHost: true).ShouldBe(new ShortPath(there, name));
    }
}
