using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>Reminds you of something on a day, with the page where it is dealt with.</summary>
/// <param name="Words">What to remember, in one line.</param>
/// <param name="From">The brand's date on which it appears; today when left out.</param>
/// <param name="Path">The page it belongs to, beginning with “/”.</param>
[Needs(Permission.TakePart)]
public sealed record AddTickler(Id<Brand> Brand, [property: MaxLength(400)] string Words, LocalDate? From = null, string Path = "/") : ICommand<TicklerView>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock) : IHandle<AddTickler, TicklerView>
    {
        public async Task<TicklerView> HandleAsync(AddTickler request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            Rule.Require(current.MemberKey is not null, "no-member", "Only a member can be reminded.");
            var member = await db.FindAsync(new Id<Member>(current.MemberKey!.Value), "member", cancel);
            var today = clock.Today(brand.Zone);
            Rule.Require(request.From is not { } from || from >= today, "day-passed", "That day has passed. Choose today or later.", "from");
            var tickler = new Tickler(brand, member, $"own {Id<Tickler>.New()}", request.Words, request.Path, request.From ?? today);
            db.Add(tickler);
            return TicklerView.Of(tickler);
        }
    }
}

/// <summary>Puts a tickler of yours away until a day; it comes back by itself.</summary>
/// <param name="Until">The brand's date on which it comes back.</param>
[Needs(Permission.TakePart)]
public sealed record PutAwayTickler(Id<Tickler> Tickler, LocalDate Until) : ICommand<TicklerView>
{
    internal sealed class Handler(OwnTicklers own) : IHandle<PutAwayTickler, TicklerView>
    {
        public Task<TicklerView> HandleAsync(PutAwayTickler request, CancellationToken cancel) => own.ChangeAsync(request.Tickler, (tickler, today) => tickler.PutAway(request.Until, today), cancel);
    }
}

/// <summary>Says that you are through with a tickler. Saying it twice is the same as once.</summary>
[Needs(Permission.TakePart)]
public sealed record FinishTickler(Id<Tickler> Tickler) : ICommand<TicklerView>
{
    internal sealed class Handler(OwnTicklers own, TimeProvider clock) : IHandle<FinishTickler, TicklerView>
    {
        public Task<TicklerView> HandleAsync(FinishTickler request, CancellationToken cancel) => own.ChangeAsync(request.Tickler, (tickler, _) => tickler.Finish(clock.Now()), cancel);
    }
}

/// <summary>Takes back that a tickler of yours is done or put away: it is shown again today.</summary>
[Needs(Permission.TakePart)]
public sealed record ReopenTickler(Id<Tickler> Tickler) : ICommand<TicklerView>
{
    internal sealed class Handler(OwnTicklers own) : IHandle<ReopenTickler, TicklerView>
    {
        public Task<TicklerView> HandleAsync(ReopenTickler request, CancellationToken cancel) => own.ChangeAsync(request.Tickler, (tickler, today) => tickler.Reopen(today), cancel);
    }
}

/// <summary>Changes a tickler of whoever asks; those of others are not found.</summary>
[Scoped]
internal sealed class OwnTicklers(Db db, ICurrent current, TimeProvider clock)
{
    public async Task<TicklerView> ChangeAsync(Id<Tickler> id, Action<Tickler, LocalDate> change, CancellationToken cancel)
    {
        var tickler = await db.FindAsync(id, "tickler", cancel);
        Rule.Found(tickler.Member.Value == current.MemberKey ? tickler : null, "tickler");
        var brand = await db.FindAsync(tickler.Brand, "brand", cancel);
        change(tickler, clock.Today(brand.Zone));
        return TicklerView.Of(tickler);
    }
}
