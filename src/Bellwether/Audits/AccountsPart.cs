using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>
/// The brand's accounts as a part of its plans. An account belongs to the brand, not to one plan: it is written by its key
/// and found by it again, so that a copy of the plan runs on the same accounts.
/// </summary>
internal sealed class AccountsPart(Db db, MembersByEmail people, WrittenAccounts accounts, TimeProvider clock) : IPlanPart
{
    private sealed record Written(
        string Network, string Handle, string? Key = null, string? Url = null, string? Purpose = null, string? Owner = null, IReadOnlyList<string>? Operators = null,
        CustodyKind? HeldByKind = null, string? HeldBy = null, string? RecoveryTo = null, TwoFactor? TwoFactor = null, AccountStatus? Status = null,
        bool? Verified = null, LocalDate? LastPost = null, string? Notes = null, Disposition? Disposition = null, string? DispositionReason = null,
        string? Branch = null, IReadOnlyList<string>? Kpis = null, string? TopContent = null, ProfileTexts? Profile = null, string? BusinessGoal = null, bool? Internal = null);

    public string Name => "accounts";

    public int Order => 200;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var all = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == plan.Brand && account.ArchivedAt == null).ToListAsync(cancel);
        var profiles = await db.Set<AccountProfile>().AsNoTracking().Where(profile => profile.Brand == plan.Brand).ToDictionaryAsync(profile => profile.Account, cancel);
        return all.Count == 0 ? null : PartJson.Write(all.OrderBy(account => account.Key, StringComparer.Ordinal).Select(account => Write(account, profiles.GetValueOrDefault(account.Id))));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var known = await accounts.ByKeyAsync(plan.Brand, cancel);
        foreach (var (written, place) in PartJson.Read<List<Written>>(Name, part).Select((written, place) => (written, place)))
        {
            var account = PartJson.At($"accounts[{place}]", () => Make(plan, written));
            // What the brand knows already is newer than any file.
            if (known.TryAdd(account.Key, account))
            {
                db.Add(account);
                if (written.Profile is { } texts)
                {
                    var profile = new AccountProfile(account);
                    profile.Write(texts);
                    db.Add(profile);
                }
            }

            accounts.Call(written.Key, known[account.Key]);
        }
    }

    private Written Write(SocialAccount account, AccountProfile? profile) => new(
        account.Network, account.Handle, account.Key, account.Url, account.Purpose, people.Email(account.Owner),
        account.Operators.Select(each => people.Email(each)).OfType<string>().ToList().OrNull(),
        account.Custody.Kind == CustodyKind.NotKnown ? null : account.Custody.Kind, account.Custody.HeldBy, account.Custody.RecoveryTo,
        account.TwoFactor == TwoFactor.NotKnown ? null : account.TwoFactor, account.Status == AccountStatus.Active ? null : account.Status,
        account.Verified ? true : null, account.LastPost, account.Notes,
        account.Disposition == Disposition.Undecided ? null : account.Disposition, account.DispositionReason,
        account.Branch, account.Kpis.OrNull(), account.TopContent, profile is null ? null : ProfileTexts.Of(profile), account.BusinessGoal, account.Internal ? true : null);

    private SocialAccount Make(Plan plan, Written written)
    {
        var now = clock.Now();
        var account = new SocialAccount(plan.Brand, written.Network, written.Handle, written.Url, now, asWritten: true);
        account.Serve(written.Purpose, now);
        account.Own(people.Find(written.Owner));
        account.Operate((written.Operators ?? []).Select(people.Find).OfType<Id<People.Member>>());
        account.Keep(new Custody(written.HeldByKind ?? CustodyKind.NotKnown, written.HeldBy, written.RecoveryTo));
        account.Protect(written.TwoFactor ?? TwoFactor.NotKnown);
        account.Answer(written.BusinessGoal);
        account.Bring(written.Status ?? AccountStatus.Active);
        account.Verify(written.Verified ?? false);
        account.Restrict(written.Internal ?? false);
        account.SawPost(written.LastPost);
        account.Note(written.Notes);
        account.SpeakFor(written.Branch);
        account.Judge(written.Kpis ?? []);
        account.Remember(written.TopContent);
        account.Decide(written.Disposition ?? Disposition.Undecided, written.DispositionReason);
        return account;
    }
}
