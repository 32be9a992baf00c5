using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>The task of searching one network for the brand.</summary>
/// <param name="Terms">What to search for: the brand's name and its handle.</param>
/// <param name="Search">Where to search, with the first term filled in; null where the network has no address for it.</param>
/// <param name="Due">The day of the next search.</param>
/// <param name="Overdue">Whether that day has come.</param>
public sealed record SearchTask(string Network, IReadOnlyList<string> Terms, string? Search, LocalDate Due, bool Overdue, SearchCheckView? Last);

/// <summary>A search that was made.</summary>
public sealed record SearchCheckView(Id<SearchCheck> Id, string Network, string Terms, Instant At, string By, IReadOnlyList<Stranger> Strangers)
{
    public static SearchCheckView Of(SearchCheck check) => new(check.Id, check.Network, check.Terms, check.At, check.By, check.Strangers);
}

/// <summary>The searches a brand owes itself: one row for each network it is on, those due first.</summary>
[Needs(Permission.Read)]
public sealed record SearchTaskList(Id<Brand> Brand) : IQuery<IReadOnlyList<SearchTask>>
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock) : IHandle<SearchTaskList, IReadOnlyList<SearchTask>>
    {
        public async Task<IReadOnlyList<SearchTask>> HandleAsync(SearchTaskList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rules = await RulesOf.BrandAsync(db, brand.Id, cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand.Id && account.ArchivedAt == null).ToListAsync(cancel);
            var checks = (await db.Set<SearchCheck>().AsNoTracking().Where(check => check.Brand == brand.Id).ToListAsync(cancel)).GroupBy(check => check.Network, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.MaxBy(check => check.At)!, StringComparer.Ordinal);
            var today = clock.Today(brand.Zone);
            return
            [
                .. accounts.GroupBy(account => account.Network, StringComparer.Ordinal).Select(group => Of(brand, group, checks.GetValueOrDefault(group.Key), rules, today))
                    .OrderByDescending(task => task.Overdue).ThenBy(task => task.Network, StringComparer.Ordinal),
            ];
        }

        private static SearchTask Of(Brand brand, IGrouping<string, SocialAccount> accounts, SearchCheck? last, AuditRules rules, LocalDate today)
        {
            string[] terms = [brand.Name, .. accounts.Select(account => account.Handle).Where(handle => !string.Equals(handle, brand.Name, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
            var due = last is null ? today : last.At.InZone(brand.Zone).Date.PlusDays(rules.SearchEvery);
            var search = NetworkCatalogue.Of(accounts.Key).Profile.Search?.Replace("{term}", Uri.EscapeDataString(brand.Name), StringComparison.Ordinal);
            return new SearchTask(accounts.Key, terms, search, due, due <= today, last is null ? null : SearchCheckView.Of(last));
        }
    }
}

/// <summary>
/// Writes down that a network was searched for the brand and who was found. A suspicious profile opens a case; one that stands in
/// the inventory is no stranger: 422.
/// </summary>
/// <param name="Terms">What was searched for.</param>
/// <param name="Strangers">Profiles that were not known; none is a good result too.</param>
[Needs(Permission.TakePart)]
public sealed record RecordSearchCheck(Id<Brand> Brand, string Network, string Terms, [property: MaxLength(50)] IReadOnlyList<Stranger>? Strangers = null) : ICommand<SearchCheckView>
{
    internal sealed class Handler(Db db, PlanFinder plans, CaseOpener opener, ICurrent current, TimeProvider clock, Journal journal) : IHandle<RecordSearchCheck, SearchCheckView>
    {
        public async Task<SearchCheckView> HandleAsync(RecordSearchCheck request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var found = new List<Stranger>();
            foreach (var (stranger, index) in (request.Strangers ?? []).Select((stranger, index) => (stranger, index)))
            {
                found.Add(await LookAsync(brand, request.Network, stranger, $"strangers[{index}].url", cancel));
            }

            var check = new SearchCheck(brand.Id, request.Network, request.Terms, found, current.Name, clock.Now());
            db.Add(check);
            journal.Say($"searched {check.Network} for “{check.Terms}”: {found.Count} unknown, {found.Count(one => one.Verdict == StrangerVerdict.Suspicious)} suspicious", brand.Id.Value, null, check.Id);
            return SearchCheckView.Of(check);
        }

        private async Task<Stranger> LookAsync(Brand brand, string network, Stranger stranger, string field, CancellationToken cancel)
        {
            var url = AccountAddress.Web(stranger.Url, field) ?? throw Rule.Broken("url-empty", "Copy the address of the profile.", field);
            var key = AccountAddress.Key(NetworkName.Of(network), "", url);
            var own = await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(account => account.Key == key, cancel);
            Rule.Require(own is null, "this-is-ours", $"This is ours: “{own?.Handle}” stands in the inventory.", field);
            var handle = stranger.Handle is null ? null : AccountAddress.Handle(stranger.Handle);
            var note = Rule.OptionalText(stranger.Note, "note", 400);
            if (stranger.Verdict != StrangerVerdict.Suspicious)
            {
                return new Stranger(url, handle, stranger.Verdict, note);
            }

            var known = await db.Set<ImpersonationCase>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.Key == key, cancel);
            var about = known ?? await opener.OpenAsync(brand, network, url, handle, [], note, cancel);
            return new Stranger(url, handle, stranger.Verdict, note, about.Id);
        }
    }
}
