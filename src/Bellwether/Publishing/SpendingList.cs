using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What posts of an account cost this month.</summary>
/// <param name="Plain">What the network charges for a post without a link.</param>
/// <param name="WithLink">What it charges for one with a link.</param>
/// <param name="PricesOf">The day the price list was looked at.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Month">The month as people say it.</param>
/// <param name="Spent">For what is out.</param>
/// <param name="Planned">For what is scheduled and waits.</param>
/// <param name="Ceiling">The most that may be spent; null without a ceiling.</param>
public sealed record AccountSpending(
    Id<SocialAccount> Account, string Network, decimal Plain, decimal WithLink, string Currency, LocalDate? PricesOf, string? Source, string Month, decimal Spent, decimal Planned, decimal? Ceiling);

/// <summary>What posts cost this month (UTC) on the brand's accounts whose networks charge for posting, by the price list that ships with the program.</summary>
[Needs(Permission.Read)]
public sealed record SpendingList(Id<Brand> Brand) : IQuery<IReadOnlyList<AccountSpending>>
{
    internal sealed class Handler(Db db, TimeProvider clock, IEnumerable<ISpending> spending) : IHandle<SpendingList, IReadOnlyList<AccountSpending>>
    {
        public async Task<IReadOnlyList<AccountSpending>> HandleAsync(SpendingList request, CancellationToken cancel)
        {
            await db.FindAsync(request.Brand, "brand", cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == request.Brand && row.ArchivedAt == null).ToListAsync(cancel);
            var rows = await spending.Single().OfAsync([.. accounts.Select(row => row.Id)], null, clock.Now(), cancel);
            return [.. accounts.Where(account => rows.ContainsKey(account.Id)).OrderBy(account => account.Handle, StringComparer.Ordinal).Select(account => Of(account, rows[account.Id]))];
        }
    }

    internal static AccountSpending Of(SocialAccount account, MonthSpending month)
    {
        var network = NetworkCatalogue.Of(account.Network);
        var (cost, fact) = (network.Posting.Cost!, network.Sources.FirstOrDefault(source => source.About.Contains("cost", StringComparison.Ordinal)));
        return new AccountSpending(account.Id, account.Network, cost.Plain, cost.WithLink, cost.Currency, fact?.VerifiedOn, fact?.Source, month.Name, month.Spent, month.Planned, month.Ceiling);
    }
}

/// <summary>Says how much posts of an account may cost in a month; nothing means no ceiling. What does not fit is refused before it is scheduled, and held back before it is sent.</summary>
/// <param name="Amount">In the currency of the network's price list; null without a ceiling.</param>
[Needs(Permission.Administer)]
public sealed record SetSpendingCeiling(Id<SocialAccount> Account, decimal? Amount = null) : ICommand<AccountSpending>
{
    internal sealed class Handler(Db db, TimeProvider clock, IEnumerable<ISpending> spending, Journal journal) : IHandle<SetSpendingCeiling, AccountSpending>
    {
        public async Task<AccountSpending> HandleAsync(SetSpendingCeiling request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var network = NetworkCatalogue.Of(account.Network);
            Rule.Require(network.Posting.Cost is not null, "posting-is-free", $"{network.Name} charges nothing for a post.", "account");
            if (await db.Set<SpendingCeiling>().FirstOrDefaultAsync(row => row.Account == account.Id, cancel) is not { } ceiling)
            {
                db.Add(ceiling = new SpendingCeiling(account));
            }

            ceiling.Be(request.Amount);
            journal.Say(request.Amount is { } most ? $"lets posts on {network.Name} @{account.Handle} cost up to {Money.Say(most, network.Posting.Cost!.Currency, most: 3)} a month" : $"took the ceiling of costs from {network.Name} @{account.Handle}", account.Brand.Value, null, account.Id);
            var month = (await spending.Single().OfAsync([account.Id], null, clock.Now(), cancel))[account.Id];
            return SpendingList.Of(account, month with { Ceiling = request.Amount });
        }
    }
}
