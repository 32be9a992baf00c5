using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Research;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>An entry as a file has it.</summary>
/// <param name="Key">What tells it from others: its own id, else all it says and the how manyeth of the same it is.</param>
internal sealed record TimeLine(int Line, string Key, Member Who, string WhoName, TimeSheet Sheet, string? WorkTitle);

/// <summary>Reads time from a file, line by line; each line is an entry or has a reason why it is none.</summary>
internal sealed partial class TimeFile(IReadOnlyList<Member> members, IReadOnlyDictionary<string, string> titles, Member mine, bool mayOthers, LocalDate today)
{
    private readonly ILookup<string, Member> people = members.SelectMany(member => new[] { member.Name, member.Email }.Where(text => text.Length > 0).Distinct().Select(text => (Text: text.Trim().ToUpperInvariant(), member))).ToLookup(pair => pair.Text, pair => pair.member, StringComparer.Ordinal);
    private readonly ILookup<string, string> works = titles.ToLookup(pair => pair.Value.Trim().ToUpperInvariant(), pair => pair.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public List<RowNotTaken> NotTaken { get; } = [];

    public List<TimeLine> Read(NamedTable table)
    {
        var lines = new List<TimeLine>();
        NotTaken.AddRange(table.NotTaken);
        foreach (var row in table.Rows)
        {
            try
            {
                lines.Add(Of(row));
            }
            catch (ProblemException problem)
            {
                NotTaken.Add(new RowNotTaken(row.Line, problem.Message, row.Text));
            }
        }

        return lines;
    }

    /// <summary>Says why an entry is not stored although it was understood.</summary>
    public void Leave(TimeLine line, string reason) => NotTaken.Add(new RowNotTaken(line.Line, reason, $"{line.Sheet.Day:uuuu-MM-dd} {HoursText.Say(line.Sheet.Minutes)} {line.WhoName}"));

    private TimeLine Of(NamedRow row)
    {
        var who = Who(row["person"].Trim());
        var work = Work(row["work"].Trim());
        var note = row["note"].Trim() is { Length: > 0 } said ? Excerpt.Of(said, 400) : null;
        var sheet = new TimeSheet(row.Day("day"), Minutes(row), work, note).Checked(today);
        var same = row["entry"].Trim() is { Length: > 0 } own ? $"id {own}" : string.Create(CultureInfo.InvariantCulture, $"{sheet.Day:uuuu-MM-dd}|{sheet.Minutes}|{who.Id}|{work}|{note}");
        seen[same] = seen.GetValueOrDefault(same) + 1;
        Rule.Require(row["entry"].Trim().Length == 0 || seen[same] == 1, "id-twice", "Another line has the same id.");
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{same}#{seen[same]}")))).ToLowerInvariant();
        return new TimeLine(row.Line, key, who, who.Name, sheet, work is null ? null : titles.GetValueOrDefault(work));
    }

    private static int Minutes(NamedRow row)
    {
        if (row["time"].Trim() is { Length: > 0 } time)
        {
            // Timers write seconds; people do not.
            var seconds = WithSeconds().Match(time) is { Success: true } found ? int.Parse(found.Groups["s"].Value, CultureInfo.InvariantCulture) : 0;
            var minutes = HoursText.Minutes(WithSeconds().Replace(time, "${m}")) + (seconds >= 30 ? 1 : 0);
            return minutes ?? throw Rule.Broken("time-unread", $"“{Excerpt.Of(time, 30)}” is no time of a day. Write it like 1:30, 1.5 or 90m.");
        }

        var said = decimal.Round(row.Number("minutes"));
        Rule.Require(said is > 0 and <= HoursText.Most, "time-unread", "An entry has at least a minute and at most the 24 hours of a day.");
        return (int)said;
    }

    [GeneratedRegex(@"^(?<m>\d{1,2}:[0-5]\d):(?<s>[0-5]\d)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WithSeconds();

    private Member Who(string said)
    {
        if (said.Length == 0)
        {
            return mine;
        }

        var found = people[said.ToUpperInvariant()].DistinctBy(member => member.Id).ToList();
        Rule.Require(found.Count > 0, "person-unknown", $"Nobody here is called “{Excerpt.Of(said, 60)}”. Write the name or the e-mail address as it stands under Members.");
        Rule.Require(found.Count == 1, "person-unclear", $"Several people are called “{Excerpt.Of(said, 60)}”. Write the e-mail address.");
        Rule.Require(mayOthers || found[0].Id == mine.Id, "person-other", "This is the time of somebody else. Only who runs plans enters it.");
        return found[0];
    }

    private string? Work(string said)
    {
        if (said.Length == 0 || titles.ContainsKey(said))
        {
            return said.Length == 0 ? null : said;
        }

        var found = works[said.ToUpperInvariant()].ToList();
        Rule.Require(found.Count > 0, "work-unknown", $"Nothing in this plan is called “{Excerpt.Of(said, 60)}”. Write a goal, channel, campaign, theme, action or post as it is called, or leave it empty.");
        Rule.Require(found.Count == 1, "work-unclear", $"Several things in this plan are called “{Excerpt.Of(said, 60)}”. Write the id from the address of the one that is meant.");
        return found[0];
    }
}
