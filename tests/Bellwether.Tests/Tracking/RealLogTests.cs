using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
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
