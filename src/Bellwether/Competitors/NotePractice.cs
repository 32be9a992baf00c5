using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A practice worth noting.</summary>
public sealed record BestPracticeView(
    Id<BestPractice> Id, Id<Competitor>? Competitor, string? CompetitorName, string Title, LocalDate SeenOn, string Source, string? Network, string? What, string? Why, IReadOnlyList<string> Tags, Instant? ArchivedAt, int Version) : IVersioned
{
    public static BestPracticeView Of(BestPractice row, string? rival) =>
        new(row.Id, row.Competitor, rival, row.Title, row.SeenOn, row.Source, row.Network, row.What, row.Why, row.Tags, row.ArchivedAt, row.Version);
}

/// <summary>Practices worth noting, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record BestPracticeList(Id<Brand> Brand, Id<Competitor>? Competitor = null) : IQuery<IReadOnlyList<BestPracticeView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<BestPracticeList, IReadOnlyList<BestPracticeView>>
    {
        public async Task<IReadOnlyList<BestPracticeView>> HandleAsync(BestPracticeList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<BestPractice>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null && (request.Competitor == null || row.Competitor == request.Competitor))
                .OrderByDescending(row => row.SeenOn).ThenByDescending(row => row.Id).ToListAsync(cancel);
            var names = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
            return [.. rows.Select(row => BestPracticeView.Of(row, row.Competitor is { } rival ? names.GetValueOrDefault(rival) : null))];
        }
    }
}

/// <summary>Notes a practice with the day and place it was seen; without either it is 422.</summary>
/// <param name="Source">Where it was seen.</param>
/// <param name="What">What they do.</param>
/// <param name="Why">Why it may work.</param>
[Needs(Permission.TakePart)]
public sealed record NotePractice(
    Id<Brand> Brand, string Title, LocalDate SeenOn, string Source, Id<Competitor>? Competitor = null, string? Network = null, string? What = null, string? Why = null, IReadOnlyList<string>? Tags = null) : ICommand<BestPracticeView>
{
    internal sealed class Handler(Db db, PlanFinder plans, RivalBook rivals, TimeProvider clock, Journal journal) : IHandle<NotePractice, BestPracticeView>
    {
        public async Task<BestPracticeView> HandleAsync(NotePractice request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            Rule.Require(request.SeenOn <= clock.Today(brand.Zone), "seen-in-future", "It was seen on a day that has been.", "seenOn");
            var rival = await rivals.OfBrandAsync(request.Competitor, brand.Id, cancel);
            var row = new BestPractice(brand.Id, request.Title, request.SeenOn, request.Source);
            row.Explain(rival, request.Network, request.What, request.Why, request.Tags ?? []);
            db.Add(row);
            journal.Say($"noted the practice “{row.Title}”", brand.Id.Value, null, row.Id);
            return BestPracticeView.Of(row, rival?.Name);
        }
    }
}

/// <summary>Changes a practice; what is left out stays.</summary>
[Needs(Permission.TakePart)]
public sealed record ChangePractice(
    Id<BestPractice> Practice, string? Title = null, LocalDate? SeenOn = null, string? Source = null, Id<Competitor>? Competitor = null, string? Network = null, string? What = null, string? Why = null,
    IReadOnlyList<string>? Tags = null, int? IfVersion = null) : ICommand<BestPracticeView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder plans, RivalBook rivals, Journal journal) : IHandle<ChangePractice, BestPracticeView>
    {
        public async Task<BestPracticeView> HandleAsync(ChangePractice request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Practice, "practice", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            row.Expect(request.IfVersion);
            var rival = await rivals.OfBrandAsync(request.Competitor ?? row.Competitor, row.Brand, cancel);
            row.Write(request.Title ?? row.Title, request.SeenOn ?? row.SeenOn, request.Source ?? row.Source);
            row.Explain(rival, request.Network ?? row.Network, request.What ?? row.What, request.Why ?? row.Why, request.Tags ?? row.Tags);
            journal.Say($"changed the practice “{row.Title}”", row.Brand.Value, null, row.Id);
            return BestPracticeView.Of(row, rival?.Name);
        }
    }
}

/// <summary>Puts a practice into the archive, or takes it back.</summary>
[Needs(Permission.TakePart)]
public sealed record ArchivePractice(Id<BestPractice> Practice, bool Archived = true) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock, Journal journal) : IHandle<ArchivePractice, Done>
    {
        public async Task<Done> HandleAsync(ArchivePractice request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Practice, "practice", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            if (request.Archived)
            {
                row.Archive(clock.Now());
            }
            else
            {
                row.Restore();
            }

            journal.Say($"{(request.Archived ? "archived" : "restored")} the practice “{row.Title}”", row.Brand.Value, null, row.Id);
            return Done.It;
        }
    }
}
