using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>Puts before people what the accounts need from them: confirmations, purposes, reports of fakes that nobody answered. What nobody answers for goes to the owners.</summary>
[Scoped]
public sealed class AuditTicklers(Db db, Ticklers ticklers, TimeProvider clock)
{
    private const string Attest = "attest";
    private const string Purpose = "purpose";
    private const string Chase = "chase";

    /// <summary>Tells what is due now, each once, and ends what was done meanwhile.</summary>
    public async Task<int> KeepAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var rules = await db.Set<AuditRules>().AsNoTracking().ToDictionaryAsync(row => row.Brand, cancel);
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.ArchivedAt == null).ToListAsync(cancel);
        var late = accounts.Select(account => (Account: account, State: AttestationState.Of(account, rules.GetValueOrDefault(account.Brand) ?? new AuditRules(account.Brand), now))).Where(pair => pair.State.Stale);
        var told = await ticklers.KeepAsync(Attest, [.. late.Select(pair => Due(
            Attest, pair.Account, $"{pair.State.Due:uuuu-MM-dd}", $"Nobody has confirmed {Name(pair.Account)} for {pair.State.Days} days. Look whether all stands as it is written.", "/audit?"))], cancel);
        var unsaid = accounts.Select(account => (Account: account, Suggestion: PurposeCheck.Of(account, now))).Where(pair => pair.Suggestion is not null);
        told += await ticklers.KeepAsync(Purpose, [.. unsaid.Select(pair => Due(
            Purpose, pair.Account, pair.Account.PurposeMissingSince!.Value.ToString("uuuu-MM-dd", null), $"{Name(pair.Account)}: {pair.Suggestion!.Message}", "/audit?gap=noPurpose&"))], cancel);
        return told + await ticklers.KeepAsync(Chase, await UnansweredAsync(cancel), cancel);
    }

    /// <summary>The account was confirmed, or does not need it any more.</summary>
    public Task AttestedAsync(Id<SocialAccount> account, CancellationToken cancel) => ticklers.SettleAsync($"{Attest} {account} ", cancel);

    /// <summary>The purpose was said, or somebody decided what becomes of the account.</summary>
    public Task ExplainedAsync(Id<SocialAccount> account, CancellationToken cancel) => ticklers.SettleAsync($"{Purpose} {account} ", cancel);

    /// <summary>The network answered, or was asked again.</summary>
    public Task ChasedAsync(Id<ImpersonationCase> fake, CancellationToken cancel) => ticklers.SettleAsync($"{Chase} {fake} ", cancel);

    private async Task<List<DueTickler>> UnansweredAsync(CancellationToken cancel)
    {
        var due = new List<DueTickler>();
        foreach (var fakes in (await db.Set<ImpersonationCase>().AsNoTracking().Where(row => row.ChaseOn != null).ToListAsync(cancel)).GroupBy(row => row.Brand))
        {
            var brand = await db.Set<Brand>().AsNoTracking().FirstAsync(row => row.Id == fakes.Key, cancel);
            var today = clock.Today(brand.Zone);
            due.AddRange(fakes.Where(fake => fake.ChaseOn <= today).Select(fake => new DueTickler(new Notice(
                brand.Id, $"{Chase} {fake.Id} {fake.ChaseOn:uuuu-MM-dd}",
                $"{NetworkCatalogue.Of(fake.Network).Name} has not answered about {fake.Handle ?? fake.Url} since {fake.History[^1].At.InZone(brand.Zone).Date:uuuu-MM-dd}. Ask again.", $"/audit/cases?case={fake.Id}", ForOwners: true), null)));
        }

        return due;
    }

    // The owner is in the key: a new one is told anew.
    private static DueTickler Due(string kind, SocialAccount account, string when, string words, string page) =>
        new(new Notice(account.Brand, $"{kind} {account.Id} {when} {account.Owner}".TrimEnd(), words, $"{page}account={account.Id}", ForOwners: true), account.Owner);

    private static string Name(SocialAccount account) => $"{account.Handle} on {NetworkCatalogue.Of(account.Network).Name}";
}
