using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// Lets a post go out again: after so many days at least, so many times at most, never two such posts on one day. Saying it
/// again changes the limits. Other texts are used in turn, so that people do not read the same words twice.
/// </summary>
/// <param name="EveryDays">Days between two times at least, 1 to 730.</param>
/// <param name="AtMost">How often it goes out again at most, 1 to 100.</param>
/// <param name="Time">The time of day in the brand's zone; the post's own, else 10:00, when absent.</param>
/// <param name="Texts">Other words for the same thing.</param>
/// <param name="SendOn">It goes out by itself, or is put up for approval where the brand asks for one; needs the right to publish (403).</param>
[Needs(Permission.WritePosts)]
public sealed record MakeEvergreen(
    Id<Post> Post, [property: Range(1, 730)] int EveryDays, [property: Range(1, 100)] int AtMost, LocalTime? Time = null, IReadOnlyList<string>? Texts = null, bool SendOn = false) : ICommand<EvergreenView>
{
    internal sealed class Handler(Db db, EvergreenDesk desk, ICurrent current, Journal journal) : IHandle<MakeEvergreen, EvergreenView>
    {
        public async Task<EvergreenView> HandleAsync(MakeEvergreen request, CancellationToken cancel)
        {
            if (request.SendOn && !current.May(Permission.Publish))
            {
                throw Rule.Forbidden("Scheduling needs the right to publish. Let the turns be drafts, or ask somebody who may.");
            }

            var post = await db.FindAsync(request.Post, "post", cancel);
            var brand = await db.FindAsync(post.Brand, "brand", cancel);
            Rule.Require(post.ArchivedAt is null, "archived", "It is archived. Restore it first.");
            Rule.Require(!await db.Set<SeriesPost>().AnyAsync(row => row.Post == post.Id, cancel), "in-a-series", "It comes again by a rule already. End that first.", "post");
            Rule.Require(!await db.Set<EvergreenTurn>().AnyAsync(row => row.Post == post.Id, cancel), "is-a-turn", "It is itself a turn of an evergreen. Change that one.", "post");
            var evergreen = await db.Set<EvergreenPost>().FirstOrDefaultAsync(row => row.Source == post.Id, cancel);
            if (evergreen is null)
            {
                db.Add(evergreen = new EvergreenPost(post));
            }

            evergreen.Become(request.EveryDays, request.AtMost, request.Time ?? post.Meant?.TimeOfDay ?? new LocalTime(10, 0), request.Texts ?? [], request.SendOn);
            evergreen.GoOn();
            await desk.TurnAsync(evergreen, brand, cancel);
            journal.Say($"lets “{post.Title}” go out again, at most {request.AtMost} times, every {request.EveryDays} days at most", brand.Id.Value, post.Plan?.Value, post.Id);
            return (await desk.ReadAsync(brand, [evergreen], cancel))[0];
        }
    }
}

/// <summary>Stops an evergreen: no further turns come. A turn that stands in the calendar stays there. Making it an evergreen again is the undo.</summary>
[Needs(Permission.WritePosts)]
public sealed record StopEvergreen(Id<EvergreenPost> Evergreen) : ICommand<EvergreenView>
{
    internal sealed class Handler(Db db, EvergreenDesk desk, TimeProvider clock, Journal journal) : IHandle<StopEvergreen, EvergreenView>
    {
        public async Task<EvergreenView> HandleAsync(StopEvergreen request, CancellationToken cancel)
        {
            var evergreen = await db.FindAsync(request.Evergreen, "evergreen", cancel);
            var brand = await db.FindAsync(evergreen.Brand, "brand", cancel);
            evergreen.Stop(clock.Now());
            var view = (await desk.ReadAsync(brand, [evergreen], cancel))[0];
            journal.Say($"lets “{view.Title}” go out no more", brand.Id.Value, null, evergreen.Source);
            return view;
        }
    }
}

/// <summary>A brand's evergreens with their limits, how often each went out again and when it may next.</summary>
/// <param name="Post">Only the one of this post, or the one whose turn it is.</param>
[Needs(Permission.Read)]
public sealed record EvergreenList(Id<Brand> Brand, Id<Post>? Post = null) : IQuery<IReadOnlyList<EvergreenView>>
{
    internal sealed class Handler(Db db, EvergreenDesk desk) : IHandle<EvergreenList, IReadOnlyList<EvergreenView>>
    {
        public async Task<IReadOnlyList<EvergreenView>> HandleAsync(EvergreenList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var all = await db.Set<EvergreenPost>().AsNoTracking()
                .Where(row => row.Brand == brand.Id && (request.Post == null || row.Source == request.Post || db.Set<EvergreenTurn>().Any(turn => turn.Evergreen == row.Id && turn.Post == request.Post)))
                .OrderByDescending(row => row.Id).ToListAsync(cancel);
            return await desk.ReadAsync(brand, all, cancel);
        }
    }
}
