using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A line of the ledger.</summary>
public sealed record MediaUsageView(Id<MediaUsageEntry> Id, MediaUsageSheet Sheet, int Version) : IVersioned
{
    public static MediaUsageView Of(MediaUsageEntry entry) => new(entry.Id, entry.Sheet, entry.Version);
}

/// <summary>How many lines are in a currency.</summary>
public sealed record CurrencyLines(string Currency, int Lines);

/// <summary>What all media take, in hours and money, beside what they should.</summary>
/// <param name="Currency">The brand's currency; sums and shares count only money in it.</param>
/// <param name="OtherCurrencies">Lines in other currencies, which no sum counts, by currency.</param>
/// <param name="Moves">What to move so that spending has the shares aimed at.</param>
public sealed record MediaLedgerView(
    string Currency, IReadOnlyList<MediaUsageView> Entries, IReadOnlyList<MediumSum> Media, IReadOnlyList<MonthShares> Months, IReadOnlyList<MediaShare> Targets,
    IReadOnlyList<Reallocation> Moves, IReadOnlyList<CurrencyLines> OtherCurrencies);

/// <summary>The media usage ledger of a plan between two months.</summary>
/// <param name="From">The first month, by any of its days.</param>
/// <param name="To">The last month, by any of its days.</param>
[Needs(Permission.Read)]
public sealed record MediaLedger(Id<Plan> Plan, LocalDate? From = null, LocalDate? To = null) : IQuery<MediaLedgerView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<MediaLedger, MediaLedgerView>
    {
        public async Task<MediaLedgerView> HandleAsync(MediaLedger request, CancellationToken cancel)
        {
            var (plan, brand, _) = await desk.SceneAsync(request.Plan, cancel);
            var (from, to) = (First(request.From) ?? LocalDate.MinIsoValue, First(request.To) ?? LocalDate.MaxIsoValue);
            var entries = (await desk.AllAsync<MediaUsageEntry>(plan.Id, cancel)).Where(entry => entry.Sheet.Month >= from && entry.Sheet.Month <= to)
                .OrderByDescending(entry => entry.Sheet.Month).ThenBy(entry => entry.Sheet.Medium).ToList();
            var targets = (await db.Set<MediaTargets>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel))?.Shares ?? [];
            var sheets = entries.Select(entry => entry.Sheet).ToList();
            var sums = MediaSums.ByMedium(sheets, brand.Currency, targets);
            return new MediaLedgerView(
                brand.Currency, [.. entries.Select(MediaUsageView.Of)], sums, MediaSums.ByMonth(sheets, brand.Currency, targets), targets, MediaSums.Moves(sums, brand.Currency),
                [.. sheets.Where(sheet => sheet.Currency is not null && sheet.Currency != brand.Currency).CountBy(sheet => sheet.Currency!).Select(pair => new CurrencyLines(pair.Key, pair.Value))]);
        }

        private static LocalDate? First(LocalDate? day) => day is { } some ? new LocalDate(some.Year, some.Month, 1) : null;
    }
}

/// <summary>Adds a line: one medium in one month. The same medium, name and month again is 409.</summary>
[Needs(Permission.EditNumbers)]
public sealed record AddMediaUsage(Id<Plan> Plan, MediaUsageSheet Sheet) : ICommand<MediaUsageView>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AddMediaUsage, MediaUsageView>
    {
        public async Task<MediaUsageView> HandleAsync(AddMediaUsage request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var entry = new MediaUsageEntry(plan, request.Sheet);
            if (await db.Set<MediaUsageEntry>().AnyAsync(row => row.Plan == plan.Id && row.Key == entry.Key, cancel))
            {
                throw Rule.Conflict("usage-twice", "This medium has a line for this month already. Change that one, or give this one a name of its own.", "name");
            }

            db.Add(entry);
            desk.Say(entry, $"entered {entry.Sheet.Medium.ToString().ToLowerInvariant()} for {entry.Sheet.Month:uuuu-MM} into the media ledger");
            return MediaUsageView.Of(entry);
        }
    }
}

/// <summary>Changes a line of the ledger: the whole sheet is given.</summary>
[Needs(Permission.EditNumbers)]
public sealed record ChangeMediaUsage(Id<MediaUsageEntry> Entry, MediaUsageSheet Sheet, int? IfVersion = null) : ICommand<MediaUsageView>, IExpectsVersion
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<ChangeMediaUsage, MediaUsageView>
    {
        public async Task<MediaUsageView> HandleAsync(ChangeMediaUsage request, CancellationToken cancel)
        {
            var entry = await desk.ToChangeAsync(request.Entry, "line of the ledger", request.IfVersion, cancel);
            entry.Word(request.Sheet);
            desk.Say(entry, $"changed {entry.Sheet.Medium.ToString().ToLowerInvariant()} of {entry.Sheet.Month:uuuu-MM} in the media ledger");
            return MediaUsageView.Of(entry);
        }
    }
}

/// <summary>Removes a line of the ledger.</summary>
[Needs(Permission.EditNumbers)]
public sealed record RemoveMediaUsage(Id<MediaUsageEntry> Entry) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveMediaUsage, Done>
    {
        public Task<Done> HandleAsync(RemoveMediaUsage request, CancellationToken cancel) => desk.RemoveAsync(request.Entry, "line of the ledger", entry => entry.Key, cancel);
    }
}

/// <summary>Sets the share of the money that each medium should have; together they are 100 %. None at all clears them.</summary>
[Needs(Permission.EditPlan)]
public sealed record AimMediaShares(Id<Plan> Plan, IReadOnlyList<MediaShare> Shares) : ICommand<Done>
{
    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AimMediaShares, Done>
    {
        public async Task<Done> HandleAsync(AimMediaShares request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var targets = await db.Set<MediaTargets>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            if (targets is null)
            {
                targets = new MediaTargets(plan);
                db.Add(targets);
            }

            targets.Aim(request.Shares);
            desk.Say(targets, targets.Shares.Count == 0 ? "cleared the shares of the media" : $"aims at {string.Join(", ", targets.Shares.Select(share => $"{share.Share:0.##} % {share.Medium.ToString().ToLowerInvariant()}"))}");
            return Done.It;
        }
    }
}
