using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A calendar feed as it is listed: never its address.</summary>
/// <param name="Own">Whether it shows only what concerns whoever made it.</param>
/// <param name="Mine">Whether it is the asker's.</param>
public sealed record CalendarFeedView(Id<CalendarFeed> Id, bool Own, string MadeBy, bool Mine, Instant RenewedAt);

/// <summary>A feed with its address, which is shown this once.</summary>
/// <param name="Path">The address on this server.</param>
public sealed record NewCalendarFeed(CalendarFeedView Feed, string Path);

/// <summary>
/// Makes a secret address under which a calendar program reads a brand's posts and conversations, or only what concerns you.
/// Making it again renews it: the old address ends at once.
/// </summary>
/// <param name="Own">Only your posts and the conversations you are on duty for.</param>
[Needs(Permission.TakePart)]
public sealed record MakeCalendarFeed(Id<Brand> Brand, bool Own = false) : ICommand<NewCalendarFeed>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<MakeCalendarFeed, NewCalendarFeed>
    {
        public async Task<NewCalendarFeed> HandleAsync(MakeCalendarFeed request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var member = await db.FindAsync(new Id<Member>(current.MemberKey ?? throw Rule.Forbidden("A feed belongs to a member. Sign in as one.")), "member", cancel);
            var feed = await db.Set<CalendarFeed>().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.MadeBy == member.Id && row.Own == request.Own, cancel);
            if (feed is null)
            {
                db.Add(feed = new CalendarFeed(brand.Id, member.Id, request.Own));
            }

            var code = Codes.New();
            feed.Renew(Codes.Hash(code), clock.Now());
            journal.Say(request.Own ? "made an address for their own calendar" : "made an address for the brand's calendar", brand.Id.Value, null, feed.Id);
            return new NewCalendarFeed(new CalendarFeedView(feed.Id, feed.Own, member.Name, true, feed.RenewedAt), $"/p/calendar/{code}.ics");
        }
    }
}

/// <summary>The open calendar feeds of a brand: your own, and for those who administer everybody's.</summary>
[Needs(Permission.Read)]
public sealed record CalendarFeedList(Id<Brand> Brand) : IQuery<IReadOnlyList<CalendarFeedView>>
{
    internal sealed class Handler(Db db, ICurrent current) : IHandle<CalendarFeedList, IReadOnlyList<CalendarFeedView>>
    {
        public async Task<IReadOnlyList<CalendarFeedView>> HandleAsync(CalendarFeedList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var names = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
            var all = await db.Set<CalendarFeed>().AsNoTracking().Where(feed => feed.Brand == brand.Id && feed.EndedAt == null).OrderBy(feed => feed.Id).ToListAsync(cancel);
            return [.. all.Where(feed => feed.MadeBy.Value == current.MemberKey || current.May(Permission.Administer))
                .Select(feed => new CalendarFeedView(feed.Id, feed.Own, names.GetValueOrDefault(feed.MadeBy) ?? "", feed.MadeBy.Value == current.MemberKey, feed.RenewedAt))];
        }
    }
}

/// <summary>Ends a calendar feed at once: your own, or anybody's for those who administer.</summary>
[Needs(Permission.TakePart)]
public sealed record EndCalendarFeed(Id<CalendarFeed> Feed) : ICommand<Done>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<EndCalendarFeed, Done>
    {
        public async Task<Done> HandleAsync(EndCalendarFeed request, CancellationToken cancel)
        {
            var feed = await db.FindAsync(request.Feed, "feed", cancel);
            Rule.Found(feed.MadeBy.Value == current.MemberKey || current.May(Permission.Administer) ? feed : null, "feed");
            feed.End(clock.Now());
            journal.Say("ended an address of the calendar", feed.Brand.Value, null, feed.Id);
            return Done.It;
        }
    }
}

/// <summary>The calendar behind a feed's code as a calendar file (RFC 5545), a month back and a year ahead; 404 when the code is unknown, renewed or ended, or whoever made it has left.</summary>
[Internal("Read by calendar programs, under the secret address.")]
public sealed record CalendarFile(string Code) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, TimeProvider clock, Runner runner) : IHandle<CalendarFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(CalendarFile request, CancellationToken cancel)
        {
            var hash = Codes.Hash(request.Code);
            var feed = await db.Set<CalendarFeed>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash && row.EndedAt == null, cancel);
            var member = feed is null ? null : await db.Set<Member>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == feed.MadeBy, cancel);
            if (feed is null || member is null || !member.IsActive(clock.Now()))
            {
                throw new ProblemException(ProblemKind.NotFound, "feed-closed", "This calendar has another address by now, or ended.");
            }

            // As whoever made it: what they may not see is in no feed of theirs.
            return await runner.RunAsync(new CalendarEvents(feed.Brand, feed.Own), current => current.Become(feed.WorkspaceKey, member.Id.Value, member.Name, permission => member.Role.May(permission), member.Sight), cancel);
        }
    }
}
