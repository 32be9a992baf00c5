using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Competitors;

/// <summary>A rival in a plan file. Figures are numbers, not plan, and stay out.</summary>
internal sealed record WrittenRival(string Name, RivalKind? Kind = null, string? Site = null, string? Position = null, string? Notes = null, IReadOnlyList<WrittenProfile>? Profiles = null);

/// <summary>A rival's profile in a plan file.</summary>
internal sealed record WrittenProfile(string Network, string Handle, string? Url = null, string? Server = null);

/// <summary>A point of a SWOT in a plan file; without a rival it is ours.</summary>
internal sealed record WrittenPoint(SwotKind Kind, string Text, string? Evidence = null, string? Rival = null);

/// <summary>A borrowed tactic in a plan file: from whom, by name.</summary>
internal sealed record WrittenBorrowed(string Id, string Title, string From, string FromName, string? Goal = null, string? Fit = null, string? Test = null, string? TheirWords = null, string? OurWords = null, BorrowedStatus? Status = null);

/// <summary>Everything of this step in a plan file.</summary>
internal sealed record WrittenCompetitors(IReadOnlyList<WrittenRival>? Rivals = null, IReadOnlyList<WrittenPoint>? Swot = null, IReadOnlyList<WrittenBorrowed>? Borrowed = null);

/// <summary>
/// Rivals, the SWOT and what is borrowed, as a part of the plan. Rivals and points belong to the brand: they are written by name, and what
/// the brand knows already is newer than any file. What is borrowed belongs to the plan.
/// </summary>
internal sealed class CompetitorsPart(Db db) : IPlanPart
{
    public string Name => "competitors";

    public int Order => 800;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var rivals = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == plan.Brand && row.ArchivedAt == null).ToListAsync(cancel);
        var names = rivals.ToDictionary(row => row.Id, row => row.Name);
        var points = (await db.Set<SwotPoint>().AsNoTracking().Where(row => row.Brand == plan.Brand).ToListAsync(cancel)).Where(row => row.Competitor is null || names.ContainsKey(row.Competitor.Value)).ToList();
        var borrowed = await db.Set<BorrowedTactic>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        if (rivals.Count + points.Count + borrowed.Count == 0)
        {
            return null;
        }

        return PartJson.Write(new WrittenCompetitors(
            rivals.OrderBy(row => row.Key, StringComparer.Ordinal).Select(Write).ToList().OrNull(),
            points.Select(row => new WrittenPoint(row.Kind, row.Text, row.Evidence, row.Competitor is { } id ? names[id] : null))
                .OrderBy(row => row.Rival, StringComparer.Ordinal).ThenBy(row => row.Kind).ThenBy(row => row.Text, StringComparer.Ordinal).ToList().OrNull(),
            borrowed.Where(row => !nextCycle || row.Status != BorrowedStatus.Dropped).Select(row => new WrittenBorrowed(
                row.Id.ToString(), row.Title, row.From, row.FromName, row.Goal, row.Fit, row.Test, row.TheirWords, row.OurWords, row.Status == BorrowedStatus.Proposed || nextCycle ? null : row.Status)).ToList().OrNull()));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var written = PartJson.Read<WrittenCompetitors>(Name, part);
        var known = await db.Set<Competitor>().Where(row => row.Brand == plan.Brand).ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancel);
        foreach (var rival in written.Rivals ?? [])
        {
            var made = new Competitor(plan.Brand, rival.Name);
            if (known.TryAdd(made.Key, made))
            {
                made.Describe(rival.Kind ?? RivalKind.Direct, rival.Site, rival.Position, rival.Notes);
                foreach (var profile in rival.Profiles ?? [])
                {
                    made.Follow(RivalAccount.Of(profile.Network, profile.Handle, profile.Url, profile.Server));
                }

                db.Add(made);
            }
        }

        var points = (await db.Set<SwotPoint>().AsNoTracking().Where(row => row.Brand == plan.Brand).ToListAsync(cancel)).Select(row => (row.Competitor, row.Kind, row.Text)).ToHashSet();
        foreach (var point in written.Swot ?? [])
        {
            var rival = point.Rival is { } name ? Rule.Found(known.GetValueOrDefault(name.ToLowerInvariant()), $"competitor “{name}” in the file") : null;
            var made = new SwotPoint(plan.Brand, rival, point.Kind, point.Text, point.Evidence);
            if (points.Add((made.Competitor, made.Kind, made.Text)))
            {
                db.Add(made);
            }
        }

        foreach (var row in written.Borrowed ?? [])
        {
            db.Add(Make(plan, row));
        }
    }

    private static WrittenRival Write(Competitor row) => new(
        row.Name, row.Kind == RivalKind.Direct ? null : row.Kind, row.Site, row.Position, row.Notes,
        row.Accounts.OrderBy(account => account.Key, StringComparer.Ordinal).Select(account => new WrittenProfile(account.Network, account.Handle, account.Url, account.Server)).ToList().OrNull());

    private static BorrowedTactic Make(Plan plan, WrittenBorrowed written)
    {
        var row = new BorrowedTactic(plan, written.Title, written.From, written.FromName);
        if (Id<BorrowedTactic>.TryParse(written.Id, null, out var id))
        {
            row.Id = id;
        }

        row.Reason(written.Goal, written.Fit, written.Test);
        row.Speak(written.TheirWords, written.OurWords);
        row.Become(written.Status ?? BorrowedStatus.Proposed);
        return row;
    }
}
