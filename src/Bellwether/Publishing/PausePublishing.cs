using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Stops everything that waits for a brand, at once: nothing goes out until somebody has looked at each and ended the pause.</summary>
/// <param name="Why">Read by everybody who wonders.</param>
[Needs(Permission.Publish)]
public sealed record PausePublishing(Id<Brand> Brand, [property: Required, MaxLength(400)] string Why) : ICommand<PublishingState>
{
    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal) : IHandle<PausePublishing, PublishingState>
    {
        public async Task<PublishingState> HandleAsync(PausePublishing request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rules = await RulesAsync(db, brand.Id, cancel);
            rules.Pause(request.Why, current.Name, clock.Now());
            var waiting = await db.Set<Publication>().Where(row => row.Brand == brand.Id && row.Status == PublicationStatus.Queued).ToListAsync(cancel);
            waiting.ForEach(publication => publication.Pause());
            journal.Say($"paused all publishing ({waiting.Count} waiting)", brand.Id.Value, null, brand.Id, request.Why);
            return new PublishingState(0, waiting.Count, null, rules.PausedAt, rules.PausedBy, rules.PauseReason, rules.LateMinutes);
        }
    }

    internal static async Task<PublishingRules> RulesAsync(Db db, Id<Brand> brand, CancellationToken cancel)
    {
        var rules = await db.Set<PublishingRules>().FirstOrDefaultAsync(row => row.Brand == brand, cancel);
        if (rules is null)
        {
            db.Add(rules = new PublishingRules(brand));
        }

        return rules;
    }
}

/// <summary>
/// Ends the pause. What was looked at and kept goes out again; what nobody looked at stays held until somebody does. What is
/// too late by then is asked about, not sent.
/// </summary>
[Needs(Permission.Publish)]
public sealed record ResumePublishing(Id<Brand> Brand) : ICommand<PublishingState>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ResumePublishing, PublishingState>
    {
        public async Task<PublishingState> HandleAsync(ResumePublishing request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rules = await PausePublishing.RulesAsync(db, brand.Id, cancel);
            rules.Resume();
            var waiting = await db.Set<Publication>().Where(row => row.Brand == brand.Id && row.Status == PublicationStatus.Queued && row.Hold != PublicationHold.None).ToListAsync(cancel);
            waiting.ForEach(publication => publication.EndPause());
            var held = waiting.Count(publication => publication.Hold == PublicationHold.Held);
            journal.Say(held == 0 ? "let publishing go on" : $"let publishing go on; {held} still wait for a look", brand.Id.Value, null, brand.Id);
            return new PublishingState(waiting.Count - held, held, null, null, null, null, rules.LateMinutes);
        }
    }
}

/// <summary>Looked at, and it may go out: when the pause ends, or at its time when it has ended.</summary>
[Needs(Permission.Publish)]
public sealed record KeepPublication(Id<Publication> Publication, int? IfVersion = null) : ICommand<PublicationView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PublicationDecision decision) : IHandle<KeepPublication, PublicationView>
    {
        public async Task<PublicationView> HandleAsync(KeepPublication request, CancellationToken cancel)
        {
            var publication = await db.FindAsync(request.Publication, "publication", cancel);
            Rule.Require(publication.Hold == PublicationHold.Held, "not-held", "It is not held, so there is nothing to release.");
            var paused = await db.Set<PublishingRules>().AnyAsync(row => row.Brand == publication.Brand && row.PausedAt != null, cancel);
            return await decision.MakeAsync(request.Publication, request.IfVersion, row => row.Keep(paused), "looked at it and kept it", cancel);
        }
    }
}

/// <summary>Changes how late a post may go out without asking.</summary>
/// <param name="LateMinutes">5 to 2880; 120 is usual.</param>
[Needs(Permission.Administer)]
public sealed record SetPublishingRules(Id<Brand> Brand, int LateMinutes) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetPublishingRules, Done>
    {
        public async Task<Done> HandleAsync(SetPublishingRules request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            (await PausePublishing.RulesAsync(db, brand.Id, cancel)).AskWhenLaterThan(request.LateMinutes);
            journal.Say($"set that posts more than {request.LateMinutes} minutes late are asked about", brand.Id.Value, null, brand.Id);
            return Done.It;
        }
    }
}
