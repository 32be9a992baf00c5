using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>What came of reading one profile.</summary>
/// <param name="Read">Whether figures were written down.</param>
/// <param name="Message">What was found, or why not.</param>
public sealed record ReadResult(string Who, string Network, string Handle, bool Read, string Message);

/// <summary>
/// Reads the public figures of a rival, or of every rival and the own accounts beside them: only what networks show everybody,
/// never behind a sign-in. Each profile says what came of it; one that cannot be read stops nothing.
/// </summary>
/// <param name="Competitor">Only this one; all of the brand and its own accounts when left out.</param>
[Needs(Permission.EditNumbers)]
public sealed record ReadRivals(Id<Brand> Brand, Id<Competitor>? Competitor = null) : ICommand<IReadOnlyList<ReadResult>>
{
    internal sealed class Handler(Db db, PlanFinder plans, RivalBook rivals, SnapshotDesk desk, IEnumerable<IReadProfiles> readers, TimeProvider clock, Journal journal) : IHandle<ReadRivals, IReadOnlyList<ReadResult>>
    {
        public async Task<IReadOnlyList<ReadResult>> HandleAsync(ReadRivals request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var results = new List<ReadResult>();
            foreach (var (subject, address) in await ProfilesAsync(brand, request.Competitor, cancel))
            {
                results.Add(await ReadAsync(brand, subject, address, cancel));
            }

            journal.Say($"read public figures of {results.Count(result => result.Read)} of {results.Count} profiles", brand.Id.Value, subject: request.Competitor);
            return results;
        }

        private async Task<List<(SnapshotSubject Subject, ProfileAddress Address)>> ProfilesAsync(Brand brand, Id<Competitor>? only, CancellationToken cancel)
        {
            var rows = only is null
                ? await db.Set<Competitor>().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).OrderBy(row => row.Key).ToListAsync(cancel)
                : [(await rivals.OfBrandAsync(only, brand.Id, cancel))!];
            var list = rows.SelectMany(row => row.Accounts.Select(account => (new SnapshotSubject(row, null, account.Network), new ProfileAddress(account.Handle, account.Server)))).ToList();
            if (only is null)
            {
                var own = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand.Id && account.ArchivedAt == null && account.Status == AccountStatus.Active).ToListAsync(cancel);
                list.AddRange(own.Where(account => readers.Any(reader => reader.Network == account.Network)).Select(account => (new SnapshotSubject(null, account, account.Network), new ProfileAddress(account.Handle))));
            }

            return list;
        }

        private async Task<ReadResult> ReadAsync(Brand brand, SnapshotSubject subject, ProfileAddress address, CancellationToken cancel)
        {
            ReadResult Not(string why) => new(subject.Who, subject.Network, address.Handle, false, why);
            if (readers.FirstOrDefault(one => one.Network == subject.Network) is not { } reader)
            {
                return Not($"{NetworkCatalogue.Of(subject.Network).Name} shows figures only to people who are signed in. Type them.");
            }

            var now = clock.Now();
            var outcome = await reader.ReadAsync(address, null, now - Duration.FromDays(7 * PublicFigures.Weeks), cancel);
            if (outcome is not ProfileOutcome.Found found)
            {
                return Not((outcome as ProfileOutcome.Failed)?.Message ?? "The profile could not be read.");
            }

            var figures = PublicFigures.Of(found.Profile, now);
            if (figures.IsEmpty)
            {
                return Not($"{found.Profile.Source} told no figure.");
            }

            await desk.WriteAsync(brand, subject, now.InZone(brand.Zone).Date, figures, found.Profile.Source, SnapshotOrigin.Read, cancel);
            return new ReadResult(subject.Who, subject.Network, address.Handle, true, $"Read from {found.Profile.Source}.");
        }
    }
}
