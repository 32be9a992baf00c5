using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What a rule would give, before anybody says yes.</summary>
/// <param name="Words">The rule as people say it.</param>
/// <param name="Times">Its next local times, the post's own first; at most twelve.</param>
/// <param name="Notes">What is worth saying about them, such as a time the clocks jump over, or months without such a day.</param>
/// <param name="More">Whether more come after these.</param>
public sealed record RepeatPreview(string Words, IReadOnlyList<LocalDateTime> Times, IReadOnlyList<string> Notes, bool More);

/// <summary>When a post would come again by a rule. Nothing is stored.</summary>
/// <param name="Rule">RFC 5545's letters, such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10; days, weeks, months and years.</param>
[Needs(Permission.Read)]
public sealed record PlanRepeat(Id<Post> Post, [property: Required, MaxLength(500)] string Rule) : IQuery<RepeatPreview>
{
    internal sealed class Handler(Db db) : IHandle<PlanRepeat, RepeatPreview>
    {
        private const int Shown = 12;

        public async Task<RepeatPreview> HandleAsync(PlanRepeat request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            var brand = await db.FindAsync(post.Brand, "brand", cancel);
            var (rule, start) = RepeatPost.Checked(post, request.Rule, brand.Zone);
            var times = rule.Times(start, brand.Zone).Take(Shown + 1).ToList();
            var slots = times.Take(Shown).Select(at => Slot.Of(at, brand.Zone)).ToList();
            var without = rule.MonthsWithout(start.Year);
            return new RepeatPreview(
                rule.InWords(), [.. slots.Select(slot => slot.Local)],
                [.. slots.Select(slot => slot.Note).OfType<string>(), .. without.Count == 0 ? Array.Empty<string>() : [$"{without.Count} months of the year have no such day and are left out."]],
                times.Count > Shown);
        }
    }
}

/// <summary>
/// Lets a post come again by a rule, at its own local hour. Its occurrences are put into the calendar eight weeks ahead and
/// follow by themselves; each can be moved, changed or skipped. It ends with UNTIL or COUNT, or when somebody ends it.
/// </summary>
/// <param name="Rule">RFC 5545's letters; the post's own day must be one of the rule's (422).</param>
/// <param name="SendOn">Occurrences go out by themselves, or are put up for approval where the brand asks for one; needs the right to publish (403).</param>
[Needs(Permission.WritePosts)]
public sealed record RepeatPost(Id<Post> Post, [property: Required, MaxLength(500)] string Rule, bool SendOn = false) : ICommand<SeriesMade>
{
    /// <summary>The rule and where it begins; 422 when it does not fit the post.</summary>
    internal static (Recurrence Rule, LocalDateTime Start) Checked(Post post, string text, DateTimeZone zone)
    {
        var rule = Recurrence.Parse(text, "rule");
        Kernel.Rule.Require(post.Meant is not null, "no-slot", "It has no time yet. Choose one, then say how it comes again.", "post");
        var start = post.Meant.Value;
        Kernel.Rule.Require(rule.Times(start, zone).FirstOrDefault() == start, "rule-without-start", $"The post's own day, {post.Slot}, is not one of the rule's. Move the post, or change the rule.", "rule");
        return (rule, start);
    }

    internal sealed class Handler(Db db, SeriesDesk desk, ICurrent current, Journal journal) : IHandle<RepeatPost, SeriesMade>
    {
        public async Task<SeriesMade> HandleAsync(RepeatPost request, CancellationToken cancel)
        {
            if (request.SendOn && !current.May(Permission.Publish))
            {
                throw Kernel.Rule.Forbidden("Scheduling needs the right to publish. Let the occurrences be drafts, or ask somebody who may.");
            }

            var post = await db.FindAsync(request.Post, "post", cancel);
            var brand = await db.FindAsync(post.Brand, "brand", cancel);
            Kernel.Rule.Require(post.ArchivedAt is null, "archived", "It is archived. Restore it first.");
            var (rule, _) = Checked(post, request.Rule, brand.Zone);
            Kernel.Rule.Require(!await db.Set<SeriesPost>().AnyAsync(row => row.Post == post.Id, cancel), "in-a-series", "It belongs to a series already. End that one first.", "post");
            Kernel.Rule.Require(!await db.Set<EvergreenPost>().AnyAsync(row => row.Source == post.Id && row.StoppedAt == null, cancel), "is-evergreen", "It goes out again as an evergreen. Stop that first.", "post");
            var series = new PostSeries(post, rule, request.SendOn);
            db.Add(series);
            db.Add(new SeriesPost(series, post.Meant!.Value.Date, post));
            var made = await desk.ContinueAsync(series, brand, post, cancel);
            journal.Say($"lets “{post.Title}” come again: {rule.InWords()}", brand.Id.Value, post.Plan?.Value, post.Id);
            return made;
        }
    }
}
