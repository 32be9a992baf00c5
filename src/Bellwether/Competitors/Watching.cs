using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A count of mentions as it is shown.</summary>
public sealed record MentionCountView(Id<MentionCount> Id, LocalDate From, LocalDate Until, string Source, long Mentions, long? ByUs, long? ByRivals, long? Engagements)
{
    public static MentionCountView Of(MentionCount row) => new(row.Id, row.From, row.Until, row.Source, row.Mentions, row.ByUs, row.ByRivals, row.Engagements);
}

/// <summary>A watched word with its counts, the newest first.</summary>
/// <param name="Gap">What people talk about without us, in words; null when there is no gap, or nobody looked.</param>
public sealed record WatchTermView(Id<WatchTerm> Id, string Text, WatchKind Kind, Id<Competitor>? Competitor, string? CompetitorName, IReadOnlyList<MentionCountView> Counts, string? Gap)
{
    public static WatchTermView Of(WatchTerm term, string? rival, IEnumerable<MentionCount> counts)
    {
        var ordered = counts.OrderByDescending(row => row.Until).ThenByDescending(row => row.Id).ToList();
        return new(term.Id, term.Text, term.Kind, term.Competitor, rival, [.. ordered.Select(MentionCountView.Of)], GapOf(term, ordered.FirstOrDefault()));
    }

    private static string? GapOf(WatchTerm term, MentionCount? newest) => term.Kind != WatchKind.Topic || newest is not { ByUs: 0, Mentions: > 0 }
        ? null
        : newest.ByRivals is > 0 and var rivals
            ? $"{newest.Mentions} mentions of “{term.Text}”, {rivals} by rivals, none by us."
            : $"{newest.Mentions} mentions of “{term.Text}”, none by us.";
}

/// <summary>The words a brand listens for, with what was counted and where others speak without us.</summary>
[Needs(Permission.Read)]
public sealed record WatchList(Id<Brand> Brand) : IQuery<IReadOnlyList<WatchTermView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<WatchList, IReadOnlyList<WatchTermView>>
    {
        public async Task<IReadOnlyList<WatchTermView>> HandleAsync(WatchList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var terms = await db.Set<WatchTerm>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).OrderBy(row => row.Key).ToListAsync(cancel);
            var counts = (await db.Set<MentionCount>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel)).ToLookup(row => row.Term);
            var names = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
            return [.. terms.OrderBy(term => term.Kind).Select(term => WatchTermView.Of(term, term.Competitor is { } rival ? names.GetValueOrDefault(rival) : null, counts[term.Id]))];
        }
    }
}

/// <summary>Adds a word or hashtag to listen for: our own, a rival's, or a topic. The same word twice is 409; one from the archive comes back.</summary>
[Needs(Permission.EditPlan)]
public sealed record WatchFor(Id<Brand> Brand, string Text, WatchKind Kind = WatchKind.Topic, Id<Competitor>? Competitor = null) : ICommand<WatchTermView>
{
    internal sealed class Handler(Db db, PlanFinder plans, RivalBook rivals, Journal journal) : IHandle<WatchFor, WatchTermView>
    {
        public async Task<WatchTermView> HandleAsync(WatchFor request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rival = await rivals.OfBrandAsync(request.Competitor, brand.Id, cancel);
            var term = new WatchTerm(brand.Id, request.Text, request.Kind, rival);
            if (await db.Set<WatchTerm>().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.Key == term.Key, cancel) is { } known)
            {
                if (known.ArchivedAt is null)
                {
                    throw Rule.Conflict("term-known", $"“{known.Text}” is listened for already.", "text");
                }

                known.Restore(term);
                term = known;
            }
            else
            {
                db.Add(term);
            }

            journal.Say($"listens for “{term.Text}”", brand.Id.Value, null, term.Id);
            return WatchTermView.Of(term, rival?.Name, await db.Set<MentionCount>().AsNoTracking().Where(row => row.Term == term.Id).ToListAsync(cancel));
        }
    }
}

/// <summary>Stops listening for a word; its counts stay and it can be watched again.</summary>
[Needs(Permission.EditPlan)]
public sealed record StopWatching(Id<WatchTerm> Term) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock, Journal journal) : IHandle<StopWatching, Done>
    {
        public async Task<Done> HandleAsync(StopWatching request, CancellationToken cancel)
        {
            var term = await db.FindAsync(request.Term, "watched word", cancel);
            await plans.BrandAsync(term.Brand, cancel);
            term.Archive(clock.Now());
            journal.Say($"no longer listens for “{term.Text}”", term.Brand.Value, null, term.Id);
            return Done.It;
        }
    }
}

/// <summary>Writes down how often a word was found between two days, by one way of counting. The same span and source again is a correction. A day to come is 422.</summary>
/// <param name="Source">Who counted, and where; share of voice only compares counts of one source and one span.</param>
/// <param name="ByUs">How many of them we wrote ourselves.</param>
/// <param name="ByRivals">How many of them rivals wrote.</param>
/// <param name="Engagements">Likes, shares and comments on them.</param>
[Needs(Permission.EditNumbers)]
public sealed record CountMentions(
    Id<WatchTerm> Term, LocalDate From, LocalDate Until, [property: Range(0, 1_000_000_000_000)] long Mentions, string Source, long? ByUs = null, long? ByRivals = null, long? Engagements = null) : ICommand<MentionCountView>
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock, Journal journal) : IHandle<CountMentions, MentionCountView>
    {
        public async Task<MentionCountView> HandleAsync(CountMentions request, CancellationToken cancel)
        {
            var term = await db.FindAsync(request.Term, "watched word", cancel);
            var brand = await plans.BrandAsync(term.Brand, cancel);
            Rule.Require(request.Until <= clock.Today(brand.Zone), "count-in-future", "Mentions are counted of days that have been.", "until");
            var fresh = new MentionCount(term, request.From, request.Until, request.Source);
            var row = await db.Set<MentionCount>().FirstOrDefaultAsync(known => known.Term == term.Id && known.From == fresh.From && known.Until == fresh.Until && known.Source == fresh.Source, cancel);
            if (row is null)
            {
                db.Add(row = fresh);
            }

            row.Count(request.Mentions, request.ByUs, request.ByRivals, request.Engagements);
            journal.Say($"counted {row.Mentions} mentions of “{term.Text}” from {row.From:uuuu-MM-dd} to {row.Until:uuuu-MM-dd}", brand.Id.Value, null, term.Id, row.Source);
            return MentionCountView.Of(row);
        }
    }
}
