using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Competitors;

/// <summary>What came of a file: what was taken, and every row that was not, with the reason.</summary>
/// <param name="RowsRead">Rows under the header that have anything in them.</param>
/// <param name="Taken">Rows whose figures are (or would be) on file.</param>
/// <param name="Added">Rivals that were (or would be) put on file.</param>
/// <param name="Refused">The rows that were not taken; taken and refused make up all rows.</param>
/// <param name="Columns">As what each column of the file is read.</param>
/// <param name="Unused">Columns that nobody asks for.</param>
public sealed record SnapshotImport(int RowsRead, int Taken, IReadOnlyList<string> Added, IReadOnlyList<RefusedRow> Refused, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> Unused, bool DryRun);

/// <summary>
/// Takes figures from a CSV file or a workbook with the columns competitor, network, date and at least one figure. Every row is taken
/// or reported with its reason; a file without those columns is 422. As a dry run nothing is stored.
/// </summary>
/// <param name="Content">The file, in base 64, at most 10 MB.</param>
/// <param name="Source">Who told the figures of rows without a source of their own.</param>
/// <param name="AddMissing">Whether rivals that are not on file are put there; otherwise their rows are refused.</param>
/// <param name="Locale">How numbers are written: “en-US”, “de-DE”.</param>
/// <param name="DryRun">Only says what would happen.</param>
[Needs(Permission.EditNumbers)]
public sealed record ImportSnapshots(
    Id<Brand> Brand, [property: Required] byte[] Content, string Source, bool AddMissing = false, string Locale = "en-US", bool DryRun = false) : ICommand<SnapshotImport>
{
    internal sealed class Handler(Db db, PlanFinder plans, SnapshotDesk desk, Journal journal) : IHandle<ImportSnapshots, SnapshotImport>
    {
        public async Task<SnapshotImport> HandleAsync(ImportSnapshots request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var source = Rule.Text(request.Source, "source", 200);
            var file = SnapshotFile.Read(request.Content, request.Locale);
            var rivals = (await db.Set<Competitor>().Where(row => row.Brand == brand.Id).ToListAsync(cancel)).ToDictionary(row => row.Key, StringComparer.Ordinal);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).ToListAsync(cancel);
            await desk.ReadAllAsync(brand, cancel);
            var (taken, added, refused) = (0, new List<string>(), file.Refused.ToList());
            var seen = new Dictionary<(string, string, NodaTime.LocalDate), int>();
            foreach (var row in file.Rows)
            {
                try
                {
                    var subject = Subject(brand, row, rivals, accounts, request.AddMissing, added);
                    Rule.Require(seen.TryAdd((subject.Key, subject.Network, row.Day), row.Line), "row-twice", $"Line {seen[(subject.Key, subject.Network, row.Day)]} has the figures of this day already.");
                    await desk.WriteAsync(brand, subject, row.Day, row.Figures, row.Source ?? source, SnapshotOrigin.Imported, cancel);
                    taken++;
                }
                catch (ProblemException problem)
                {
                    refused.Add(new RefusedRow(row.Line, problem.Message, row.Text));
                }
            }

            if (request.DryRun)
            {
                db.ChangeTracker.Clear();
            }

            journal.Say($"{(request.DryRun ? "looked at" : "imported")} figures of competitors: {taken} rows taken, {refused.Count} not", brand.Id.Value, why: source);
            return new SnapshotImport(file.RowsRead, taken, added, [.. refused.OrderBy(row => row.Line)], file.Columns, file.Unused, request.DryRun);
        }

        private SnapshotSubject Subject(Brand brand, FoundRow row, Dictionary<string, Competitor> rivals, List<SocialAccount> accounts, bool addMissing, List<string> added)
        {
            var own = accounts.Find(account => account.Network == row.Network && (string.Equals(account.Handle, row.Who.TrimStart('@'), StringComparison.OrdinalIgnoreCase) || string.Equals(brand.Name, row.Who, StringComparison.OrdinalIgnoreCase)));
            if (own is not null)
            {
                return new SnapshotSubject(null, own, row.Network);
            }

            if (!rivals.TryGetValue(row.Who.ToLowerInvariant(), out var rival))
            {
                Rule.Require(addMissing, "competitor-unknown", $"“{row.Who}” is not on file. Add it first, or let the import add it.");
                rivals[row.Who.ToLowerInvariant()] = rival = new Competitor(brand.Id, row.Who);
                db.Add(rival);
                added.Add(rival.Name);
            }

            return new SnapshotSubject(rival, null, row.Network);
        }
    }
}
