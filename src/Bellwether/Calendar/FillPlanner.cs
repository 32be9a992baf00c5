using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Everything that decides what filling does, gathered beforehand so that the decision itself is a pure function.</summary>
/// <param name="Known">The posts that stand for rows of the template, with what is known of them; a post may be gone.</param>
internal sealed record FillFacts(
    PostTemplate Template, IReadOnlyList<TellingTarget> Targets, LocalDate From, LocalDate To, DateTimeZone Zone, Instant Now, IReadOnlyList<(FilledPost Filled, Post? Post)> Known);

/// <summary>Decides slot by slot what filling does. Asked twice it does nothing the second time.</summary>
internal static class FillPlanner
{
    public static IReadOnlyList<FillSlot> Of(FillFacts facts)
    {
        var open = facts.Known.ToDictionary(known => (known.Filled.Row, known.Filled.Day));
        var slots = new List<FillSlot>();
        foreach (var (day, row) in Occurrences(facts.Template, facts.From, facts.To))
        {
            open.Remove((row.Id, day), out var known);
            slots.Add(Slot(facts, day, row, known.Filled, known.Post));
        }

        // What stands in the span and is in the table no more.
        foreach (var (filled, post) in open.Values.Where(known => known.Filled.Day >= facts.From && known.Filled.Day <= facts.To && !known.Filled.IsOut && known.Post is { ArchivedAt: null }))
        {
            var step = After(filled, post!, facts.Now, FillStep.TakeOut);
            slots.Add(new FillSlot(filled.Day, null, filled.Content.At, filled.Content.Until, step, filled.Content.Text, [], null, [], filled.Post) { Filled = filled });
        }

        return [.. slots.OrderBy(slot => slot.Day).ThenBy(slot => slot.At ?? slot.Day.AtMidnight())];
    }

    /// <summary>The rows of each day. Rows for a date take the place of those that come again; a row that says nothing is on makes none.</summary>
    internal static IEnumerable<(LocalDate Day, TemplateRow Row)> Occurrences(PostTemplate template, LocalDate from, LocalDate to)
    {
        var all = template.Rows.OrderBy(row => row.Rank).Select(row => (Row: row, row.When)).ToList();
        var dated = all.Where(each => each.When.On is not null).Select(each => each.When.On!.Value).ToHashSet();
        return all.SelectMany(each => each.When.Within(from, to, each.Row.Since).Select(day => (Day: day, each.Row, each.When)))
            .Where(each => (each.When.On is not null || !dated.Contains(each.Day)) && !each.Row.IsOff)
            .OrderBy(each => each.Day).ThenBy(each => each.Row.Rank).Select(each => (each.Day, each.Row));
    }

    private static FillSlot Slot(FillFacts facts, LocalDate day, TemplateRow row, FilledPost? filled, Post? post)
    {
        var told = RowContent.Of(facts.Template, facts.Targets, row, day);
        var step = Step(facts, told, filled, post);
        var standing = filled is not null && post is { ArchivedAt: null } ? filled.Post : (Id<Post>?)null;
        return new FillSlot(day, row.Id, told.At, told.Until, step, told.Text, told.Missing, step == FillStep.Blocked ? told.Why : null, [], standing) { Content = told.Content, Filled = filled };
    }

    private static FillStep Step(FillFacts facts, RowContent told, FilledPost? filled, Post? post)
    {
        var isPast = told.At is { } at && Clock.Resolve(at, facts.Zone) < facts.Now;
        if (filled is null)
        {
            return isPast ? FillStep.Past : told.Content is null ? FillStep.Blocked : FillStep.Make;
        }

        // Somebody archived it or threw it away: that was a decision too.
        if (post is null || (post.ArchivedAt is not null && !filled.IsOut))
        {
            return FillStep.Keep;
        }

        if (filled.IsOut)
        {
            return isPast ? FillStep.Past : told.Content is null ? FillStep.Blocked : FillStep.Change;
        }

        var wanted = told.Content is null ? FillStep.Blocked : filled.Content.IsSame(told.Content) ? FillStep.Same : FillStep.Change;
        var step = After(filled, post, facts.Now, wanted);
        return step == FillStep.Change && isPast ? FillStep.Past : step;
    }

    /// <summary>What may still be done with a post that stands there.</summary>
    private static FillStep After(FilledPost filled, Post post, Instant now, FillStep wanted) =>
        !post.IsOpen ? FillStep.Out
        : !filled.Content.IsSame(FilledContent.Of(post)) ? FillStep.Keep
        : wanted == FillStep.Same ? FillStep.Same
        : post.Status == PostStatus.Expired || post.DueAt <= now ? FillStep.Past
        : wanted;
}
