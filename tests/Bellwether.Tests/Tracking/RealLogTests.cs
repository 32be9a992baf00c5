using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>Bots, social networks and search engines in a real access log, against figures counted without our code.</summary>
public sealed class RealLogTests
{
    [Fact]
    public async Task Bots_of_a_real_log_are_found()
    {
        var (lines, expected) = await ReadAsync();
        var agents = lines.ConvertAll(line => line.Agent);
        agents.Count.ShouldBe((int)expected["lines"]!);
        agents.Count(BotPatterns.Shipped.Matches).ShouldBe((int)expected["bot_lines"]!);
        agents.Count(agent => agent == "-").ShouldBe((int)expected["unknown_user_agent_dash"]!);
        var first = agents.Where(BotPatterns.Shipped.Matches).GroupBy(agent => BotPatterns.Shipped.FirstMatch(agent)!).ToDictionary(group => group.Key, group => group.Count());
        foreach (var top in expected["first_matching_pattern_top10"]!.AsArray())
        {
            first[(string)top![0]!].ShouldBe((int)top[1]!);
        }
    }

    [Fact]
    public async Task Social_and_search_referrers_of_a_real_log_are_found()
    {
        var (lines, expected) = await ReadAsync();
        var outside = lines.Where(line => line.Referrer != "-" && ReferrerHosts.HostOf(line.Referrer) != "semicomplete.com").ToList();
        var known = outside.ConvertAll(line => ReferrerHosts.Shipped.OfReferrer(line.Referrer));
        known.Count(site => site?.Kind == HostKind.Social).ShouldBe((int)expected["referrers_all_lines"]!["social"]!);
        known.Count(site => site?.Kind == HostKind.Search).ShouldBe((int)expected["referrers_all_lines"]!["search"]!);
        (lines.Count - outside.Count - lines.Count(line => line.Referrer == "-")).ShouldBe((int)expected["referrers_all_lines"]!["internal"]!);
        foreach (var (engine, count) in expected["search"]!.AsObject())
        {
            // The figures were counted by host alone; the list also tells image search apart by its path.
            outside.Count(line => ReferrerHosts.Shipped.OfReferrer(ReferrerHosts.HostOf(line.Referrer)) is { Kind: HostKind.Search } site && site.Name == engine).ShouldBe((int)count!, engine);
        }
    }

    [Fact]
    public async Task A_real_log_sent_through_collection_ends_in_the_figures_counted_without_our_code()
    {
        var (_, expected) = await ReadAsync();
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var site = new SiteEntry(world.World.Workspace.Value, world.Brand.Value, null, ["semicomplete.com"], []);
        var intake = world.World.Services.GetRequiredService<Intake>();
        var shape = new Regex("\\] \"(?<method>\\S+) (?<path>\\S+) [^\"]*\" \\d{3} \\S+ \"(?<referrer>(?:[^\"\\\\]|\\\\.)*)\" \"(?<agent>(?:[^\"\\\\]|\\\\.)*)\"\\s*$", RegexOptions.None, TimeSpan.FromSeconds(5));
        var lines = (await File.ReadAllLinesAsync(SharedData.File("web/access.log"))).Select(line => shape.Match(line).Groups).ToList();
        world.World.Services.GetRequiredService<IntakeLimit>().PerMinute = int.MaxValue;
        // Each line is a visitor of its own, so that none borrows the origin of another's visit.
        var outcomes = await Task.WhenAll(lines.Select((line, number) => intake.TakeAsync(
            new PageReport(Url: "http://semicomplete.com" + line["path"].Value, Referrer: line["referrer"].Value is "-" ? null : line["referrer"].Value, Address: $"10.{number >> 16}.{(number >> 8) & 255}.{number & 255}", Agent: line["agent"].Value),
            new Reporter(default, [], Trusted: site), default).AsTask()));

        bool IsProgram(HitOutcome outcome) => outcome is HitOutcome.Bot or HitOutcome.Preview or HitOutcome.MailScanner;
        outcomes.Count(IsProgram).ShouldBe((int)expected["bot_lines"]!);
        outcomes.Count(outcome => outcome == HitOutcome.NoAgent).ShouldBe((int)expected["unknown_user_agent_dash"]!);
        var stored = await world.World.SeeAsync(db => db.Set<SiteEvent>().ToListAsync());
        stored.Count.ShouldBe((int)expected["lines"]!);
        stored.Count(row => row.Source == "feedburner" && row.Medium == "feed").ShouldBe((int)expected["lines_with_utm"]!);
        var classes = expected["referrers_all_lines"]!;
        stored.Count(row => row.ReferrerHost is null).ShouldBe((int)classes["(none)"]!);
        stored.Count(row => row.ReferrerHost == "semicomplete.com").ShouldBe((int)classes["internal"]!);
        stored.Count(row => ReferrerHosts.Shipped.OfReferrer(row.ReferrerHost)?.Kind == HostKind.Social).ShouldBe((int)classes["social"]!);
        stored.Count(row => ReferrerHosts.Shipped.OfReferrer(row.ReferrerHost)?.Kind == HostKind.Search).ShouldBe((int)classes["search"]!);
        stored.Where(row => row.Source is null && row.ReferrerHost == "semicomplete.com").ShouldAllBe(row => row.Group == ChannelGroup.Direct && row.Origin == null);
        stored.Where(row => row.Source == "feedburner").ShouldAllBe(row => row.Group == ChannelGroup.Unassigned);
        var rolled = await world.World.SeeAsync(db => db.Set<SiteRollup>().Where(row => row.Dimension == SiteDimension.Views).ToListAsync());
        rolled.Sum(row => row.Hits).ShouldBe(stored.Count);
        foreach (var group in stored.GroupBy(row => (row.Outcome, row.Group)))
        {
            rolled.Where(row => (row.Outcome, row.Group) == group.Key).Sum(row => row.Hits).ShouldBe(group.Count(), group.Key.ToString());
        }
    }

    [Fact]
    public async Task Every_example_agent_of_the_list_is_a_bot()
    {
        var list = JsonNode.Parse(await File.ReadAllTextAsync(SharedData.File("web/crawler-user-agents.json")))!.AsArray();
        list.Count.ShouldBe(BotPatterns.Shipped.Count);
        var instances = list.SelectMany(entry => entry!["instances"]?.AsArray().Select(text => (string)text!) ?? []).ToList();
        instances.Count.ShouldBe((int)(await ExpectedAsync())["lists"]!["bot_instances"]!);
        instances.Where(agent => !BotPatterns.Shipped.Matches(agent)).ShouldBeEmpty();
    }

    private static async Task<JsonNode> ExpectedAsync() => JsonNode.Parse(await File.ReadAllTextAsync(SharedData.File("expected.json")))!;

    private static async Task<(List<(string Referrer, string Agent)> Lines, JsonNode Expected)> ReadAsync()
    {
        var shape = new Regex("\" \\d{3} \\S+ \"(?<referrer>(?:[^\"\\\\]|\\\\.)*)\" \"(?<agent>(?:[^\"\\\\]|\\\\.)*)\"\\s*$", RegexOptions.None, TimeSpan.FromSeconds(5));
        var lines = (await File.ReadAllLinesAsync(SharedData.File("web/access.log"))).Select(line => shape.Match(line)).ToList();
        lines.ShouldAllBe(match => match.Success);
        return ([.. lines.Select(match => (match.Groups["referrer"].Value, match.Groups["agent"].Value))], (await ExpectedAsync())["apache_log"]!);
    }
}
