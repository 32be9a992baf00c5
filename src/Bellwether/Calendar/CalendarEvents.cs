using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A brand's posts and conversations as a calendar file (RFC 5545), a month back and a year ahead.</summary>
/// <param name="Own">Only your posts and the conversations you are on duty for.</param>
[Needs(Permission.Read)]
public sealed record CalendarEvents(Id<Brand> Brand, bool Own = false) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, ConversationReader conversations) : IHandle<CalendarEvents, FileResult>
    {
        private static readonly Duration Long = Duration.FromMinutes(15);

        public async Task<FileResult> HandleAsync(CalendarEvents request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var now = clock.Now();
            var (from, until) = (now - Duration.FromDays(31), now + Duration.FromDays(366));
            var me = current.MemberKey;
            var posts = await db.Set<Post>().AsNoTracking().Where(post => post.Brand == brand.Id && post.ArchivedAt == null && post.DueAt >= from && post.DueAt < until && (!request.Own || post.Author == me)).OrderBy(post => post.DueAt).ThenBy(post => post.Id).ToListAsync(cancel);
            var slots = await db.Set<PlannedConversation>().AsNoTracking().Where(slot => slot.Brand == brand.Id && slot.BeginsAt >= from && slot.BeginsAt < until && (!request.Own || slot.Responder == me)).OrderBy(slot => slot.BeginsAt).ThenBy(slot => slot.Id).ToListAsync(cancel);
            var events = posts.Select(post => new IcalEvent(
                    post.Id.ToString(), post.DueAt!.Value, post.DueAt!.Value + Long, $"{post.Title} ({string.Join(", ", post.Variants.OrderBy(variant => variant.Place).Select(variant => Networks.NetworkCatalogue.Of(variant.Network).Name).Distinct())})".Replace(" ()", "", StringComparison.Ordinal),
                    $"{char.ToUpperInvariant(PostMoves.Words(post.Status)[0])}{PostMoves.Words(post.Status)[1..]}\n\n{post.Text}", post.Edits, post.Status is PostStatus.Draft or PostStatus.InReview or PostStatus.Approved))
                .Concat((await conversations.ReadAsync(slots, cancel)).Select(slot => new IcalEvent(
                    slot.Id!.Value.ToString(), slot.BeginsAt, slot.EndsAt, slot.Sheet.Title,
                    string.Join('\n', new[] { slot.ResponderName is { } on ? $"On duty: {on}" : slot.Warning, slot.Sheet.Question, slot.Sheet.Answer, slot.Sheet.Escalation }.Where(line => !string.IsNullOrEmpty(line))), slot.Version, slot.ResponderName is null)));
            return new FileResult("calendar.ics", "text/calendar; charset=utf-8", Ical.Write(brand.Name, brand.Zone.Id, events, now));
        }
    }
}
