using System.Globalization;
using Bellwether.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Calendar;

/// <summary>What a template says for a row on a day: the whole post, or what keeps it from being one.</summary>
/// <param name="Content">The post; null when something is missing.</param>
/// <param name="Text">The shared text, with what is known filled in.</param>
/// <param name="Missing">Names of variables without a value.</param>
/// <param name="Why">What keeps it, in words.</param>
internal sealed record RowContent(FilledContent? Content, LocalDateTime? At, LocalDateTime? Until, string Text, IReadOnlyList<string> Missing, string? Why)
{
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static RowContent Of(PostTemplate template, IReadOnlyList<TellingTarget> targets, TemplateRow row, LocalDate day)
    {
        var values = RowValues.Of(row, day);
        string? Fill(string? text) => text is null ? null : PostVariables.Fill(text, values);
        var text = Fill(template.Text)!;
        var variants = targets.Select(target => new VariantDraft(
            target.Account ?? default, target.Network, Fill(target.Told.Text)?.Trim() is { Length: > 0 } own ? own : null,
            [.. (target.Told.Media ?? []).Select(media => media with { Alt = Fill(media.Alt)?.Trim() is { Length: > 0 } alt ? alt : null })],
            Fill(target.Told.Link)?.Trim() is { Length: > 0 } link ? link : null)).ToList();

        // Only what is sent counts: a shared text that no account follows may have gaps.
        var sent = variants.Where(variant => variant.Text is null).Select(_ => text)
            .Concat(variants.SelectMany(variant => (string?[])[variant.Text, variant.Link, .. variant.Media.Select(media => media.Alt)]));
        var missing = sent.SelectMany(PostVariables.Find).Distinct(StringComparer.Ordinal).ToList();
        var (at, noTime) = Begins(template.Time, row, day);
        if (noTime && !missing.Contains("from"))
        {
            missing.Add("from");
        }

        var (until, gap, trouble) = Ends(template.Expiry, values, day, at);
        if (gap is not null && !missing.Contains(gap))
        {
            missing.Add(gap);
        }

        var why = missing.Count > 0 ? $"{string.Join(" and ", missing.Select(PostVariables.Written))} {(missing.Count == 1 ? "has" : "have")} no value in the table."
            : targets.Count == 0 ? "The template has no account to go out on. Choose at least one."
            : targets.Where(target => target.Account is null).Select(target => $"{target.Name} has no account yet. Add it to the inventory and to its channel.").FirstOrDefault() ?? trouble
            ?? (text.Trim().Length == 0 && variants.TrueForAll(variant => variant.Text is null) ? "The template has no text yet. Write one." : null)
            ?? (until <= at ? "It would be over before it goes out. Let it go out earlier, or hold longer." : null);
        var content = why is null ? new FilledContent(PostTitle.Of(null, text.Trim().Length > 0 ? text : variants[0].Text), text.Trim(), variants, at, until, template.Expiry?.Then ?? AtExpiry.Mark) : null;
        return new(content, at, until, text, missing, why);
    }

    private static (LocalDateTime? At, bool NoTime) Begins(PostingTime time, TemplateRow row, LocalDate day) =>
        time.At is { } clock ? (day.At(clock), false)
        : row.From is { } from ? (day.At(from).PlusMinutes(time.Minutes ?? 0), false)
        : (null, true);

    private static (LocalDateTime? Until, string? Gap, string? Trouble) Ends(TemplateExpiry? expiry, IReadOnlyDictionary<string, string> values, LocalDate day, LocalDateTime? at)
    {
        if (expiry?.Hours is { } hours)
        {
            return (at?.PlusHours(hours), null, null);
        }

        if (expiry?.Variable is not { } name)
        {
            return (null, null, null);
        }

        if (!values.TryGetValue(name, out var value))
        {
            return (null, name, null);
        }

        if (TimeOfDay.Parse(value.Trim()) is not { Success: true } time)
        {
            return (null, null, string.Create(CultureInfo.InvariantCulture, $"{PostVariables.Written(name)} is “{value}”, which is no time of day. Write it like 15:00."));
        }

        // An end before the beginning is one of the night after.
        var begins = values.TryGetValue("from", out var from) && TimeOfDay.Parse(from) is { Success: true } start ? start.Value : LocalTime.Midnight;
        return (day.PlusDays(time.Value <= begins ? 1 : 0).At(time.Value), null, null);
    }
}
