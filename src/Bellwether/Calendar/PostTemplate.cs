using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Where a template's posts go out, and what differs there: an account, or a channel of the plan whose account may still come.</summary>
/// <param name="Text">Words of its own, with variables; null follows the shared text.</param>
public sealed record TemplateTelling(Id<SocialAccount>? Account = null, Id<Channel>? Channel = null, string? Text = null, IReadOnlyList<VariantMedia>? Media = null, string? Link = null);

/// <summary>When a template's posts go out: at a time of day, or so many minutes from the beginning of their row.</summary>
/// <param name="At">A time of day in the brand's zone.</param>
/// <param name="Minutes">Minutes from the row's beginning; negative is before it.</param>
public sealed record PostingTime(LocalTime? At = null, int? Minutes = null);

/// <summary>Until when a template's posts hold: the time a variable names, or so many hours after they go out.</summary>
/// <param name="Variable">The variable that holds the time, such as “until”.</param>
/// <param name="Hours">Hours after it goes out.</param>
/// <param name="Then">What happens to a post that is out by then.</param>
public sealed record TemplateExpiry(string? Variable = null, int? Hours = null, AtExpiry Then = AtExpiry.Mark);

/// <summary>A post that comes again with other words in some places: a text with variables, and a table of the days that fill them.</summary>
public sealed class PostTemplate : Entity<PostTemplate>
{
    /// <summary>More rows than anybody keeps by hand.</summary>
    public const int MostRows = 400;

    private readonly List<TemplateRow> rows = [];

    private PostTemplate()
    {
    }

    public PostTemplate(Id<Brand> brand, string name) => (Brand, Name) = (brand, Rule.Text(name, "name", 120));

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>The goal its posts serve.</summary>
    public Id<Goal>? Goal { get; private set; }

    /// <summary>Said on purpose: its posts serve no goal.</summary>
    public bool Unguided { get; private set; }

    /// <summary>The theme its posts belong to.</summary>
    public Id<ContentPillar>? Theme { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The shared text with its variables.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<TemplateTelling> Tellings { get; private set; } = [];

    public PostingTime Time { get; private set; } = new(new LocalTime(9, 0));

    /// <summary>Until when its posts hold; null for good.</summary>
    public TemplateExpiry? Expiry { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    /// <summary>The table that fills it, in the order of its rows.</summary>
    public IReadOnlyList<TemplateRow> Rows => rows;

    /// <summary>The variables its texts name, in their order.</summary>
    public IReadOnlyList<string> Variables =>
        [.. Tellings.SelectMany(told => (string?[])[told.Text, told.Link, .. (told.Media ?? []).Select(media => media.Alt)]).Prepend(Text).SelectMany(PostVariables.Find).Distinct(StringComparer.Ordinal)];

    /// <summary>Says what its posts say, where, when and until when; replaces what was said before.</summary>
    public void Write(string name, string? text, IReadOnlyList<TemplateTelling> tellings, PostingTime time, TemplateExpiry? expiry)
    {
        Rule.Require(tellings.All(told => (told.Account is null) != (told.Channel is null)), "telling-invalid", "Name the account or the channel it goes out on, one of the two.", "tellings");
        Rule.Require(
            tellings.Select(told => told.Account?.ToString() ?? told.Channel.ToString()).Distinct(StringComparer.Ordinal).Count() == tellings.Count, "account-twice", "An account appears twice. One variant per account is enough.", "tellings");
        Rule.Require((time.At is null) != (time.Minutes is null), "time-invalid", "Give a time of day, or minutes from the beginning of the row: one of the two.", "time");
        Rule.Require(time.Minutes is null or (>= -1440 and <= 1440), "time-invalid", "A post goes out at most a day before or after its row begins.", "time");
        Name = Rule.Text(name, "name", 120);
        Text = Rule.OptionalText(text, "text", 20_000) ?? "";
        (Tellings, Time, Expiry) = (tellings, time.At is { } clock ? new PostingTime(new LocalTime(clock.Hour, clock.Minute)) : time, expiry is null ? null : Checked(expiry));
    }

    /// <summary>Says what its posts are for.</summary>
    public void Serve(Id<Plan>? plan, Id<Goal>? goal, bool unguided, Id<ContentPillar>? theme) => (Plan, Goal, Unguided, Theme) = (plan, goal, unguided, theme);

    /// <summary>Replaces the table; rows that are known by their id stay themselves, and so do unnamed ones for the same day in their order.</summary>
    /// <param name="table">The rows as they are typed.</param>
    /// <param name="today">The brand's date: fresh rows count from it.</param>
    /// <param name="keepIds">Whether fresh rows keep the ids they come with, as those of a file do.</param>
    public void Tabulate(IReadOnlyList<RowText> table, LocalDate today, bool keepIds = false)
    {
        Rule.Require(table.Count <= MostRows, "rows-too-many", $"A table has at most {MostRows} rows; this has {table.Count}. Split the template.", "rows");
        var left = rows.ToList();
        var kept = new List<TemplateRow>();
        for (var place = 0; place < table.Count; place++)
        {
            var written = table[place];
            var when = RowDay.Parse(written.Day, $"rows[{place}].day");
            var row = (written.Id is { } id ? left.Find(known => known.Id == id) : left.Find(known => known.Day == when.ToString() && table.All(other => other.Id != known.Id)))
                ?? new TemplateRow(Id, today) { Id = keepIds && written.Id is { } own ? own : Id<TemplateRow>.New() };
            left.Remove(row);
            row.Become(when, written, place, $"rows[{place}]");
            kept.Add(row);
        }

        rows.RemoveAll(row => !kept.Contains(row));
        rows.AddRange(kept.Where(row => !rows.Contains(row)));
    }

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    private static TemplateExpiry Checked(TemplateExpiry expiry)
    {
        Rule.Require(string.IsNullOrWhiteSpace(expiry.Variable) != (expiry.Hours is null), "expiry-invalid", "Name the variable that holds the end, or give hours: one of the two.", "expiry");
        Rule.Require(expiry.Hours is null or (>= 1 and <= 24 * 366), "expiry-invalid", "Give at least one hour and at most a year.", "expiry");
        return expiry with { Variable = expiry.Hours is null ? PostVariables.Name(expiry.Variable!.Trim().Trim('{', '}')) : null };
    }
}
