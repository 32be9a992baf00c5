using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Returns.Imports;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>An entry of time as it would be stored.</summary>
public sealed record ImportedTimeLine(int Line, LocalDate Day, int Minutes, string Member, string? WorkTitle, string? Note);

/// <summary>What came of an import of time.</summary>
/// <param name="Kind">How the file is written.</param>
/// <param name="Headers">The names of its columns.</param>
/// <param name="Columns">By field: the column that was taken for it.</param>
/// <param name="Missing">Fields without which nothing can be read: choose a column for each.</param>
/// <param name="Added">Entries that were new.</param>
/// <param name="Changed">Entries that were there with the same id and say something else.</param>
/// <param name="Unchanged">Entries that were there already.</param>
/// <param name="Minutes">All time that is new or changed.</param>
/// <param name="Lines">The first 50 entries as they were understood.</param>
/// <param name="NotTaken">Every other line, with its reason.</param>
/// <param name="Stored">False when this was only a look.</param>
/// <param name="Import">The import, to take it back by; null when nothing was stored.</param>
public sealed record ImportedTime(
    string Kind, IReadOnlyList<string> Headers, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> Missing, int Added, int Changed, int Unchanged, int Minutes, IReadOnlyList<ImportedTimeLine> Lines,
    IReadOnlyList<RowNotTaken> NotTaken, bool Stored, Id<ReturnImport>? Import);

/// <summary>
/// Imports time from a CSV file or a spreadsheet, such as the export of a timer: day, time or minutes, person, work, note, entry (an id). Only the day and
/// the time are needed; without a person it is one's own time, without work it is for the plan as a whole. The same file again adds nothing.
/// Lines that cannot be read are named and left out.
/// </summary>
/// <param name="Content">The file, in base 64.</param>
/// <param name="Columns">By field (day, time, minutes, person, work, note, entry): the name of the column to take, where it is not found by itself.</param>
/// <param name="Locale">How numbers and dates are written: en-US, de-DE.</param>
/// <param name="FileName">What the file is called, for the list of imports.</param>
/// <param name="DryRun">Only say what would come of it.</param>
[Needs(Permission.TakePart)]
public sealed record ImportTime(
    Id<Plan> Plan, [property: Required] byte[] Content, IReadOnlyDictionary<string, string>? Columns = null, string Locale = "en-US", string? FileName = null, bool DryRun = false) : ICommand<ImportedTime>
{
    /// <summary>The most lines of one file.</summary>
    public const int MostLines = 20_000;

    private const int Shown = 50;

    internal sealed class Handler(Db db, TimeDesk desk, WorkedDaysBook book, WorkTitles works, ICurrent current, Journal journal) : IHandle<ImportTime, ImportedTime>
    {
        public async Task<ImportedTime> HandleAsync(ImportTime request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            var headers = NamedTable.Headers(request.Content);
            var names = TimeColumns.Names.With(request.Columns);
            var fields = headers.Select(names.FieldOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var missing = new[] { "day", "time" }.Where(field => !fields.Contains(field) && !(field == "time" && fields.Contains("minutes"))).ToList();
            if (missing.Count > 0)
            {
                Rule.Require(request.DryRun, "columns-missing", $"No column is known to be the {string.Join(" or the ", missing)}. Choose one of {string.Join(", ", headers)}.", "columns");
                return new ImportedTime("", headers, new Dictionary<string, string>(), missing, 0, 0, 0, 0, [], [], false, null);
            }

            var table = NamedTable.Read(request.Content, names, ["day", fields.Contains("time") ? "time" : "minutes"], request.Locale, ["minutes"]);
            Rule.Require(table.Rows.Count <= MostLines, "import-too-long", $"The file has {table.Rows.Count} lines; at most {MostLines} fit into one import. Split it.", "content");
            var members = await db.Set<Member>().AsNoTracking().Where(member => member.LeftAt == null).ToListAsync(cancel);
            var file = new TimeFile(members, await works.OfAsync(plan, cancel), await desk.WhoAsync(null, cancel), current.May(Permission.RunPlan), today);
            var lines = file.Read(table);
            var worked = await book.OfAsync([.. lines.Select(line => line.Who.Id).Distinct()], lines.Select(line => line.Sheet.Day).DefaultIfEmpty(today).Min(), today, cancel);
            var known = await db.Set<TimeEntry>().Where(row => row.Plan == plan.Id && row.ImportKey != null).ToDictionaryAsync(row => row.ImportKey!, StringComparer.Ordinal, cancel);
            var versions = (await db.Set<ReturnImport>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Kind == ReturnImportKind.Time && row.UndoneAt == null).OrderBy(row => row.Id).ToListAsync(cancel))
                .SelectMany(row => row.Left).GroupBy(row => row.Row).ToDictionary(row => row.Key, row => row.Last().Version);
            var (added, changed, unchanged, minutes) = (new List<TimeEntry>(), new List<FormerTime>(), 0, 0);
            foreach (var line in lines)
            {
                if (!known.TryGetValue(line.Key, out var entry))
                {
                    if (worked.Refusal(line.Who, line.Sheet.Day, line.Sheet.Minutes) is { } full)
                    {
                        file.Leave(line, full);
                        continue;
                    }

                    entry = new TimeEntry(plan, line.Who.Id, line.Sheet, today);
                    entry.ComeFrom(line.Key);
                    added.Add(entry);
                    minutes += entry.Minutes;
                }
                else if (entry.Member == line.Who.Id && entry.Sheet == line.Sheet)
                {
                    unchanged++;
                }
                else if (entry.Member != line.Who.Id || entry.Version != versions.GetValueOrDefault(entry.Id.Value))
                {
                    file.Leave(line, "Somebody changed this entry since it was imported, so it stays as it is.");
                }
                else if (worked.Refusal(line.Who, line.Sheet.Day, line.Sheet.Minutes - (entry.Day == line.Sheet.Day ? entry.Minutes : 0)) is { } full)
                {
                    file.Leave(line, full);
                }
                else
                {
                    changed.Add(new FormerTime(entry.Id.Value, entry.Version + 1, entry.Sheet));
                    entry.Write(line.Sheet, today);
                    minutes += entry.Minutes;
                }
            }

            var import = request.DryRun || added.Count + changed.Count == 0 ? null : new ReturnImport(plan, ReturnImportKind.Time, request.FileName, current.Name, current.MemberKey);
            if (import is null)
            {
                db.ChangeTracker.Clear();
            }
            else
            {
                import.Bring([.. added.Select(entry => new ImportedRow(entry.Id.Value, entry.Version))], times: changed);
                db.AddRange(added);
                db.Add(import);
                journal.Say($"imported {HoursText.Say(minutes)} h in {added.Count + changed.Count} entries", plan.Brand.Value, plan.Id.Value, import.Id, file.NotTaken.Count == 0 ? null : $"{file.NotTaken.Count} lines were not taken");
            }

            return new ImportedTime(
                table.Kind, headers, table.Header, [], added.Count, changed.Count, unchanged, minutes,
                [.. lines.Take(Shown).Select(line => new ImportedTimeLine(line.Line, line.Sheet.Day, line.Sheet.Minutes, line.WhoName, line.WorkTitle, line.Sheet.Note))], file.NotTaken, import is not null, import?.Id);
        }
    }
}
