using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Chooses how often an account posts: at least, aimed at, at most, per day and week; how far apart; and the quiet hours.</summary>
/// <param name="Day">Posts per day; min ≤ target ≤ max, else 422.</param>
/// <param name="Week">Posts per week; min ≤ target ≤ max, else 422.</param>
/// <param name="SpacingMinutes">The least distance between two posts, in minutes.</param>
/// <param name="Quiet">Hours in which nothing goes out; they may run past midnight.</param>
[Needs(Permission.EditPlan)]
public sealed record SetCadence(Id<SocialAccount> Account, HowOften Day, HowOften Week, int SpacingMinutes = 0, QuietHours? Quiet = null) : ICommand<CadenceView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetCadence, CadenceView>
    {
        public async Task<CadenceView> HandleAsync(SetCadence request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var cadence = new Cadence(request.Day, request.Week, request.SpacingMinutes, request.Quiet);
            var policy = await db.Set<CadencePolicy>().FirstOrDefaultAsync(known => known.Account == account.Id, cancel);
            if (policy is null)
            {
                db.Add(new CadencePolicy(account.Brand, account.Id, cadence));
            }
            else
            {
                policy.Follow(cadence);
            }

            journal.Say($"set the cadence of {account.Network} @{account.Handle}", account.Brand.Value, null, account.Id);
            return CadenceView.Of(account, cadence, true);
        }
    }
}

/// <summary>Takes an account's own cadence back; the network's starting values hold again.</summary>
[Needs(Permission.EditPlan)]
public sealed record ResetCadence(Id<SocialAccount> Account) : ICommand<CadenceView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ResetCadence, CadenceView>
    {
        public async Task<CadenceView> HandleAsync(ResetCadence request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            if (await db.Set<CadencePolicy>().FirstOrDefaultAsync(known => known.Account == account.Id, cancel) is { } policy)
            {
                db.Remove(policy);
            }

            journal.Say($"took the cadence of {account.Network} @{account.Handle} back to the starting values", account.Brand.Value, null, account.Id);
            return CadenceView.Of(account, CadenceStarts.Of(NetworkCatalogue.Of(account.Network)), false);
        }
    }
}

/// <summary>How often an account posts.</summary>
/// <param name="Chosen">Whether the brand chose it; otherwise these are the network's starting values.</param>
/// <param name="Warnings">What is doubtful about it, such as a maximum above what the network takes.</param>
/// <param name="Origin">Where the network's starting values come from, and since when they hold; null where there are none.</param>
/// <param name="Starts">The starting values by format, the usual kind of post first.</param>
public sealed record CadenceView(
    Id<SocialAccount> Account, string Network, string Handle, HowOften Day, HowOften Week, int SpacingMinutes, QuietHours? Quiet, bool Chosen, IReadOnlyList<string> Warnings,
    FactSource? Origin, IReadOnlyList<CadenceStart> Starts)
{
    public static CadenceView Of(SocialAccount account, Cadence cadence, bool chosen)
    {
        var network = NetworkCatalogue.Of(account.Network);
        return new CadenceView(
            account.Id, account.Network, account.Handle, cadence.Day, cadence.Week, cadence.SpacingMinutes, cadence.Quiet, chosen, [.. Doubts(network, cadence)],
            network.Cadence.Count == 0 ? null : network.Sources.FirstOrDefault(source => source.About == "cadence"), network.Cadence);
    }

    private static IEnumerable<string> Doubts(Network network, Cadence cadence)
    {
        if (network.Posting.PerDay is { } cap && cadence.Day.Max > cap)
        {
            yield return $"{network.Name} takes {cap} posts a day from a program; the maximum of {cadence.Day.Max} can never be reached. Lower it.";
        }

        if (network.Posting.PerDay is { } most && cadence.Week.Max > 7L * most)
        {
            yield return $"{network.Name} takes {7L * most} posts a week from a program; the maximum of {cadence.Week.Max} can never be reached. Lower it.";
        }
    }
}

/// <summary>How often each account of a brand posts, with what holds unless somebody chose otherwise.</summary>
[Needs(Permission.Read)]
public sealed record CadenceList(Id<Brands.Brand> Brand) : IQuery<IReadOnlyList<CadenceView>>
{
    internal sealed class Handler(Db db, CadenceBook book) : IHandle<CadenceList, IReadOnlyList<CadenceView>>
    {
        public async Task<IReadOnlyList<CadenceView>> HandleAsync(CadenceList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand.Id && account.ArchivedAt == null)
                .OrderBy(account => account.Network).ThenBy(account => account.Handle).ToListAsync(cancel);
            var cadences = await book.OfAsync(accounts, cancel);
            return [.. accounts.Select(account => CadenceView.Of(account, cadences[account.Id].Cadence, cadences[account.Id].Chosen))];
        }
    }
}
