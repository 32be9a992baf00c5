using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Tests.Support;
using NodaTime;
using NodaTime.Text;
using Shouldly;

namespace Bellwether.Tests.Kernel;

/// <summary>A public collection of RFC 5545 rules with the instances that two other programs agree on.</summary>
public sealed class RecurrenceCorpusTests
{
    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly string[] TimesOfDay = ["BYHOUR", "BYMINUTE", "BYSECOND", "HOURLY", "MINUTELY", "SECONDLY"];

    private sealed record Block(string Rule, string Start, string[] Instances);

    [Fact]
    public void Every_rule_for_days_gives_the_instances_that_others_agree_on()
    {
        var disputed = Disputed();
        var agreed = Blocks().Where(block => !TimesOfDay.Any(part => block.Rule.Contains(part, StringComparison.Ordinal)) && !disputed.Contains(block.Rule) && !WeeksOfSomeYears(block)).ToList();
        agreed.Count.ShouldBeGreaterThanOrEqualTo(59);
        agreed.Where(block => !Ours(block).SequenceEqual(block.Instances)).Select(block => $"{block.Rule} from {block.Start}: {string.Join(',', Ours(block).Take(20))}").ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_for_times_of_day_is_refused_not_bent()
    {
        var times = Blocks().Where(block => TimesOfDay.Any(part => block.Rule.Contains(part, StringComparison.Ordinal))).ToList();
        times.Count.ShouldBeGreaterThanOrEqualTo(15);
        foreach (var block in times)
        {
            Should.Throw<ProblemException>(() => Recurrence.Parse(block.Rule), block.Rule).Code.ShouldBe("recurrence-invalid");
        }
    }

    [Fact]
    public void Week_numbers_of_every_so_manyth_year_are_refused_not_guessed()
    {
        var weeks = Blocks().Where(WeeksOfSomeYears).ToList();
        weeks.ShouldNotBeEmpty();
        foreach (var block in weeks)
        {
            Should.Throw<ProblemException>(() => Recurrence.Parse(block.Rule), block.Rule).Message.ShouldContain("BYWEEKNO");
        }
    }

    private static bool WeeksOfSomeYears(Block block) => block.Rule.Contains("BYWEEKNO", StringComparison.Ordinal) && block.Rule.Contains("INTERVAL=", StringComparison.Ordinal);

    private static IEnumerable<string> Ours(Block block)
    {
        var wholeDay = !block.Start.Contains('T', StringComparison.Ordinal);
        var start = Times.Parse(wholeDay ? block.Start + "T000000" : block.Start.TrimEnd('Z')).Value;
        var suffix = block.Start.EndsWith('Z') ? "Z" : "";
        return Recurrence.Parse(block.Rule).Times(start, DateTimeZone.Utc).Take(block.Instances.Length + 1)
            .Select(time => wholeDay ? Times.Format(time)[..8] : Times.Format(time) + suffix);
    }

    private static HashSet<string> Disputed()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.File("expected.json")));
        return [.. expected.RootElement.GetProperty("icalrecur").GetProperty("not_the_same").EnumerateArray().Select(rule => rule.GetString()!)];
    }

    private static List<Block> Blocks() =>
    [
        .. File.ReadAllText(SharedData.File("formats/ical/icalrecur_test.shared.txt")).ReplaceLineEndings("\n").Split("\n\n")
            .Select(text => text.Split('\n'))
            .Where(lines => lines.Any(line => line.StartsWith("INSTANCES:", StringComparison.Ordinal)))
            .Select(lines => new Block(After(lines, "RRULE:"), After(lines, "DTSTART:"), After(lines, "INSTANCES:").Split(','))),
    ];

    private static string After(string[] lines, string name) =>
        lines.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();
}
