using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Costs;

/// <summary>What came of an import of rates.</summary>
/// <param name="Added">New rates.</param>
/// <param name="Changed">Rates that were there with another number.</param>
/// <param name="Unchanged">Rates that were there already.</param>
/// <param name="NotTaken">Every other row, with its reason.</param>
/// <param name="Stored">False when this was only a look.</param>
public sealed record ImportedRates(int Added, int Changed, int Unchanged, IReadOnlyList<RowNotTaken> NotTaken, bool Stored);

/// <summary>Imports rates from a CSV or a spreadsheet with the columns date, from, to and rate. Rows that cannot be read are left out and listed.</summary>
/// <param name="Content">The file, in base 64.</param>
/// <param name="Locale">How numbers are written where no rate of the file tells: en-US, de-DE.</param>
/// <param name="DryRun">Only say what would come of it.</param>
[Needs(Permission.EditNumbers)]
public sealed record ImportExchangeRates([property: Required] byte[] Content, string Locale = "en-US", bool DryRun = false) : ICommand<ImportedRates>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ImportExchangeRates, ImportedRates>
    {
        private static readonly ColumnNames Names = new(
            ("day", ["date", "day", "datum", "tag", "time period"]), ("from", ["from", "currency", "base", "von", "währung"]),
            ("to", ["to", "in", "quote", "target", "nach"]), ("rate", ["rate", "value", "exchange rate", "kurs", "obs value"]));

        public async Task<ImportedRates> HandleAsync(ImportExchangeRates request, CancellationToken cancel)
        {
            var table = NamedTable.Read(request.Content, Names, ["day", "from", "to", "rate"], request.Locale, ["rate"]);
            var known = (await db.Set<ExchangeRate>().ToListAsync(cancel)).ToDictionary(row => (row.From, row.To, row.Day));
            var notTaken = table.NotTaken.ToList();
            int added = 0, changed = 0, unchanged = 0;
            foreach (var row in table.Rows)
            {
                try
                {
                    var read = new ExchangeRate(row["from"].ToUpperInvariant(), row["to"].ToUpperInvariant(), row.Day("day"), row.Number("rate"));
                    if (!known.TryGetValue((read.From, read.To, read.Day), out var old))
                    {
                        known[(read.From, read.To, read.Day)] = read;
                        added++;
                        if (!request.DryRun)
                        {
                            db.Add(read);
                        }
                    }
                    else if (old.Rate == read.Rate)
                    {
                        unchanged++;
                    }
                    else
                    {
                        changed++;
                        if (!request.DryRun)
                        {
                            old.Set(read.Rate);
                        }
                    }
                }
                catch (ProblemException problem)
                {
                    notTaken.Add(new RowNotTaken(row.Line, problem.Message, row.Text));
                }
            }

            if (!request.DryRun)
            {
                journal.Say($"imported {added + changed} rates of currencies");
            }

            return new ImportedRates(added, changed, unchanged, notTaken, !request.DryRun);
        }
    }
}
