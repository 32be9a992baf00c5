using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A post as the calendar shows it.</summary>
/// <param name="At">Local time in the brand's zone.</param>
/// <param name="DueAt">The instant of the slot.</param>
/// <param name="Words">The first words of the shared text.</param>
/// <param name="Ended">Whether what it says holds no longer.</param>
/// <param name="Networks">The networks it goes out on, each once, in the order of the post.</param>
/// <param name="Campaign">The campaign it belongs to.</param>
/// <param name="Goal">The goal it serves.</param>
/// <param name="Author">The member who wrote it; null for the program itself.</param>
/// <param name="Stage">How far the idea has come while it has no day.</param>
public sealed record CalendarEntry(
    Id<Post> Post, string Title, string Words, PostStatus Status, LocalDateTime? At, Instant? DueAt, Id<ContentPillar>? Theme, bool HasGoal, IReadOnlyList<string> Networks, IReadOnlyList<Id<SocialAccount>> Accounts, bool Ended, Id<Campaign>? Campaign,
    Id<Goal>? Goal, Id<Member>? Author, IdeaStage Stage, int Version);

/// <summary>What the calendar shows of a span of days.</summary>
/// <param name="Zone">The brand's zone, in which all local times are.</param>
/// <param name="WeekStart">First day of the brand's weeks.</param>
/// <param name="Today">The brand's date of today.</param>
public sealed record CalendarView(string Zone, IsoDayOfWeek WeekStart, LocalDate Today, LocalDate From, LocalDate To, IReadOnlyList<CalendarEntry> Posts);

/// <summary>All posts of a brand between two of its days (both included), in time order, with what a calendar needs to show the mix.</summary>
/// <param name="From">First day; at most 400 days are shown.</param>
/// <param name="To">Last day.</param>
/// <param name="Account">Only posts on this account.</param>
/// <param name="Network">Only posts on this network.</param>
/// <param name="Status">Only posts with this status.</param>
/// <param name="Theme">Only posts of this theme.</param>
/// <param name="Campaign">Only posts of this campaign.</param>
/// <param name="Goal">Only posts that serve this goal.</param>
/// <param name="Author">Only posts of this member.</param>
/// <param name="Text">Words in the title or the shared text.</param>
[Needs(Permission.Read)]
public sealed record CalendarMonth(
    Id<Brand> Brand, LocalDate From, LocalDate To, Id<SocialAccount>? Account = null, string? Network = null, PostStatus? Status = null, Id<ContentPillar>? Theme = null,
    Id<Campaign>? Campaign = null, Id<Goal>? Goal = null, Id<Member>? Author = null, string? Text = null) : IQuery<CalendarView>
{
    /// <summary>422 for days in the wrong order or too many of them.</summary>
    internal static void CheckSpan(LocalDate from, LocalDate to)
    {
        Rule.Require(from <= to, "span-reversed", "The first day is after the last one. Swap them.", "to");
        Rule.Require(NodaTime.Period.DaysBetween(from, to) <= 400, "span-too-long", "The calendar shows at most 400 days. Ask for fewer.", "to");
    }

    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<CalendarMonth, CalendarView>
    {
        public async Task<CalendarView> HandleAsync(CalendarMonth request, CancellationToken cancel)
        {
            CheckSpan(request.From, request.To);
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var zone = brand.Zone;
            var (from, until) = (zone.AtStartOfDay(request.From).ToInstant(), zone.AtStartOfDay(request.To.PlusDays(1)).ToInstant());
            var filter = new PostFilter(request.Account, request.Network, request.Status, request.Theme, request.Campaign, request.Goal, request.Author, request.Text);
            var posts = db.Set<Post>().AsNoTracking().IgnoreAutoIncludes()
                .Where(post => post.Brand == request.Brand && post.ArchivedAt == null && post.DueAt >= from && post.DueAt < until);
            var entries = await CalendarEntries.ReadAsync(db, filter.Of(db, posts).OrderBy(post => post.DueAt).ThenBy(post => post.Id), zone, cancel);
            return new CalendarView(zone.Id, brand.WeekStart, clock.Today(zone), request.From, request.To, entries);
        }
    }
}

/// <summary>One week of the calendar: the brand's week that holds a day.</summary>
/// <param name="Day">Any day of the week; today when absent.</param>
[Needs(Permission.Read)]
public sealed record CalendarWeek(Id<Brand> Brand, LocalDate? Day = null) : IQuery<CalendarView>
{
    internal sealed class Handler(Db db, TimeProvider clock, IHandle<CalendarMonth, CalendarView> days) : IHandle<CalendarWeek, CalendarView>
    {
        public async Task<CalendarView> HandleAsync(CalendarWeek request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var first = Weeks.StartOf(request.Day ?? clock.Today(brand.Zone), brand.WeekStart);
            return await days.HandleAsync(new CalendarMonth(request.Brand, first, first.PlusDays(6)), cancel);
        }
    }
}
