using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Returns.Costs;
using Bellwether.Returns.Imports;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Ads;

/// <summary>What came of an import of ads.</summary>
/// <param name="Kind">How the file is written.</param>
/// <param name="Added">Rows that were new.</param>
/// <param name="Changed">Rows that were there with other numbers.</param>
/// <param name="Unchanged">Rows that were there with the same numbers.</param>
/// <param name="NotTaken">Every other row, with its reason: totals, rows that cannot be read.</param>
/// <param name="Stored">False when this was only a look, or nothing was new.</param>
/// <param name="Columns">Which column was taken for what.</param>
/// <param name="Sums">What the file comes to, by the network's campaigns.</param>
/// <param name="Total">All of it, one sum for each currency.</param>
/// <param name="Decimal">The decimal sign the numbers were read with; absent where none of them has one.</param>
/// <param name="Import">The import, to take it back by; null when nothing was stored.</param>
/// <param name="Rounded">How many amounts were finer than their currency, and were rounded to its smallest unit.</param>
public sealed record ImportedAds(
    string Kind, int Added, int Changed, int Unchanged, IReadOnlyList<RowNotTaken> NotTaken, bool Stored, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<AdSum> Sums, IReadOnlyList<AdSum> Total, DecimalSign? Decimal, Id<ReturnImport>? Import, int Rounded);

/// <summary>
/// Imports what ads cost and brought from an export of their network, as CSV or a spreadsheet. The same file again changes nothing; rows
/// that add up others are left out, reach is never summed, and results of different kinds are never added. Money spent goes into the number
/// “ad spend” of the brand, day by day.
/// </summary>
/// <param name="Content">The file, in base 64.</param>
/// <param name="Currency">The currency of the money where the file says none.</param>
/// <param name="Locale">How dates are written where the file does not tell: en-US, de-DE.</param>
/// <param name="Decimal">The decimal sign of the numbers; found by itself unless given, and asked for where they can be read two ways.</param>
/// <param name="Work">What it counts for: a goal, channel, campaign or theme of the plan. Left out, campaigns of the same name or tag are found.</param>
/// <param name="FileName">What the file is called, for the list of imports.</param>
/// <param name="DryRun">Only say what would come of it.</param>
[Needs(Permission.EditNumbers)]
public sealed record ImportAds(Id<Plan> Plan, [property: Required] byte[] Content, string? Currency = null, string Locale = "en-US", string? Work = null, string? FileName = null, bool DryRun = false, DecimalSign? Decimal = null) : ICommand<ImportedAds>
{
    internal sealed class Handler(Db db, PlanFinder plans, Nodes nodes, ObservationWriter writer, ICurrent current, TimeProvider clock, Journal journal) : IHandle<ImportAds, ImportedAds>
    {
        public async Task<ImportedAds> HandleAsync(ImportAds request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            if (request.Work is { } work)
            {
                await nodes.FindAsync(work, cancel, plan);
            }

            var file = AdFile.Read(request.Content, request.Currency, request.Locale, clock.Today(brand.Zone), request.Decimal);
            var (rows, notTaken) = (file.Rows, file.NotTaken);
            var campaigns = await db.Set<Campaign>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel);
            var known = await db.Set<AdRow>().Where(row => row.Plan == plan.Id).ToDictionaryAsync(row => (row.Key, row.From, row.Until), cancel);
            int unchanged = 0;
            var (added, changed) = (new List<AdRow>(), new List<FormerAd>());
            foreach (var sheet in rows)
            {
                var of = request.Work ?? campaigns.Find(campaign => string.Equals(campaign.Name, sheet.Campaign, StringComparison.OrdinalIgnoreCase) || string.Equals(campaign.Tag, sheet.Campaign, StringComparison.OrdinalIgnoreCase))?.Id.ToString();
                if (!known.TryGetValue((sheet.Key, sheet.From, sheet.Until), out var row))
                {
                    known[(sheet.Key, sheet.From, sheet.Until)] = row = new AdRow(plan, sheet, of);
                    db.Add(row);
                    added.Add(row);
                }
                else
                {
                    var former = new FormerAd(row.Id.Value, row.Sheet, row.Work);
                    if (row.Tell(sheet, of ?? row.Work))
                    {
                        changed.Add(former);
                    }
                    else
                    {
                        unchanged++;
                    }
                }
            }

            var import = request.DryRun || added.Count + changed.Count == 0 ? null : new ReturnImport(plan, ReturnImportKind.Ads, request.FileName, current.Name, current.MemberKey);
            if (import is null)
            {
                db.ChangeTracker.Clear();
            }
            else
            {
                var batch = await WriteSpendAsync(brand, [.. known.Values], rows, cancel);
                import.Bring([.. added.Select(row => new ImportedRow(row.Id.Value, row.Version))], ads: changed, batch: batch);
                db.Add(import);
                journal.Say($"imported {added.Count + changed.Count} rows of ads", plan.Brand.Value, plan.Id.Value, plan.Id, notTaken.Count == 0 ? null : $"{notTaken.Count} rows were not taken");
            }

            return new ImportedAds(file.Kind, added.Count, changed.Count, unchanged, notTaken, import is not null, file.Header, AdSum.ByCampaign(rows), AdSum.Totals(rows), file.Sign, import?.Id, file.Rounded);
        }

        /// <summary>The days the file is about get their ad spend anew, from all rows that are known of them. Other currencies stay with their rows.</summary>
        private async Task<Id<ObservationBatch>?> WriteSpendAsync(Brand brand, IReadOnlyList<AdRow> all, IReadOnlyList<AdSheet> touched, CancellationToken cancel)
        {
            var days = touched.SelectMany(row => Enumerable.Range(0, Period.DaysBetween(row.From, row.Until) + 1).Select(row.From.PlusDays)).ToHashSet();
            var spent = new SortedDictionary<LocalDate, Money>();
            foreach (var row in all.Where(row => row.Currency == brand.Currency))
            {
                for (var day = row.From; day <= row.Until; day = day.PlusDays(1))
                {
                    if (days.Contains(day))
                    {
                        spent[day] = spent.GetValueOrDefault(day, Money.Zero(brand.Currency)) + Spread.Within(row.Spent, row.From, row.Until, day, day);
                    }
                }
            }

            return spent.Count == 0 ? null
                : (await writer.WriteAsync(brand.Id, [.. spent.Select(pair => new ObservationEntry("ad_spend", brand.Id.ToString(), pair.Key, Value: pair.Value.Amount))], "ads import", WhenPresent.Correct, cancel)).Batch;
        }
    }
}
