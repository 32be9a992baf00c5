using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Plans;

namespace Bellwether.Playbooks;

/// <summary>The themes, and for each channel its mission and the six parts of its sheet.</summary>
internal static class ChannelChapter
{
    public static IReadOnlyList<PlaybookBlock> Write(JsonNode? channels, JsonNode? goals, Func<string?, string> who, Func<string?, string> metric)
    {
        var titles = goals.Many("goals").Where(goal => goal.Text("id") is not null).ToDictionary(goal => goal.Text("id")!, goal => goal.Text("title") ?? "", StringComparer.Ordinal);
        var themes = channels.Many("themes");
        var themeNames = themes.Where(theme => theme.Text("id") is not null).ToDictionary(theme => theme.Text("id")!, theme => theme.Text("name") ?? "", StringComparer.Ordinal);
        var blocks = new List<PlaybookBlock>();
        foreach (var theme in themes)
        {
            blocks.Add(PlaybookBlock.Heading($"Theme: {theme.Text("name")}"));
            blocks.Tell("", theme.Text("about"));
            blocks.Listed("We do:", theme.Texts("dos"));
            blocks.Listed("We do not:", theme.Texts("donts"));
            blocks.Listed("For example:", theme.Texts("examples"));
        }

        foreach (var channel in channels.Many("channels").Where(channel => channel.Text("status") is null or "active"))
        {
            blocks.Add(PlaybookBlock.Heading(NetworkCatalogue.Of(channel.Text("network") ?? "").Name));
            blocks.Tell("Mission: ", channel.Text("mission"));
            blocks.Listed("Goals it serves:", [.. channel.Texts("goals").Select(id => titles.GetValueOrDefault(id, "")).Where(title => title.Length > 0)]);
            blocks.Listed("What we watch:", [.. channel.Many("kpis").Select(kpi => metric(kpi.Text("metric")) + (kpi.Text("target") is { } target ? $": {target}" : ""))]);
            blocks.Tell("How we write: ", channel.Text("editorialStrategy"));
            blocks.Listed("Themes:", [.. channel.Many("themes").Select(share => Share(share, themeNames))]);
            blocks.Listed("Highlights:", [.. channel.Many("highlights").Select(each => $"{each.Text("title")}, {each.Text("from")} to {each.Text("until")}")]);
            blocks.Listed("Conversations we start:", [.. channel.Many("conversations").Select(slot => $"{slot.Text("question")} ({slot.Text("day")} {slot.Text("at")?[..5]}, answered by {who(slot.Text("responder"))})")]);
            blocks.Tell("How often: ", Cadence(channels, channel.Text("account")));
        }

        return blocks;
    }

    private static string Share(JsonNode theme, Dictionary<string, string> names) =>
        names.GetValueOrDefault(theme.Text("pillar") ?? "", "") + (decimal.TryParse(theme.Text("share"), NumberStyles.Number, CultureInfo.InvariantCulture, out var share) ? $", {share:0.#} %" : "");

    private static string? Cadence(JsonNode? channels, string? account)
    {
        var cadence = channels.Many("cadences").FirstOrDefault(each => account is not null && each.Text("account") == account);
        if (cadence is null)
        {
            return null;
        }

        string? Words(string unit) => (cadence as JsonObject)?[unit] is JsonObject often && often.Text("target") is { } target ? $"{target} a {unit}{(often.Text("max") is { } most ? $", at most {most}" : "")}" : null;
        var words = string.Join("; ", new[] { Words("week"), Words("day") }.OfType<string>());
        return words.Length > 0 ? words : null;
    }
}
