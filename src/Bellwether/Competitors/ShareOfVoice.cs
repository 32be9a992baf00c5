using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>How much of the talk is about one brand.</summary>
/// <param name="Share">Its mentions over all, from 0 to 1.</param>
/// <param name="EngagementShare">Its engagements over all; null unless they were counted for everybody.</param>
public sealed record Voice(Id<Competitor>? Competitor, string Who, bool Own, long Mentions, decimal Share, long? Engagements, decimal? EngagementShare);

/// <summary>Share of voice over one span, by one way of counting.</summary>
/// <param name="Missing">Rivals that are watched but were not counted in this span; they are left out, not taken for silent.</param>
public sealed record VoiceSpan(LocalDate From, LocalDate Until, string Source, IReadOnlyList<Voice> Voices, decimal OwnShare, decimal? OwnEngagementShare, IReadOnlyList<string> Missing);

/// <summary>A span that cannot be compared, and why.</summary>
public sealed record VoiceLeftOut(LocalDate From, LocalDate Until, string Source, string Why);

/// <summary>Share of voice span by span, the newest first.</summary>
public sealed record ShareOfVoiceView(IReadOnlyList<VoiceSpan> Spans, IReadOnlyList<VoiceLeftOut> LeftOut);

/// <summary>
/// Own mentions over own and rivals' (metric share_of_voice), and the same of engagements (share_of_engagement): only counts of one
/// span by one source stand beside each other. No counts is no share, not zero.
/// </summary>
[Needs(Permission.Read)]
public sealed record ShareOfVoice(Id<Brand> Brand) : IQuery<ShareOfVoiceView>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<ShareOfVoice, ShareOfVoiceView>
    {
        public async Task<ShareOfVoiceView> HandleAsync(ShareOfVoice request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var terms = await db.Set<WatchTerm>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Kind != WatchKind.Topic).ToDictionaryAsync(row => row.Id, cancel);
            var rivals = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
            var counts = (await db.Set<MentionCount>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel)).Where(row => terms.ContainsKey(row.Term));
            var (spans, leftOut) = (new List<VoiceSpan>(), new List<VoiceLeftOut>());
            foreach (var span in counts.GroupBy(row => (row.From, row.Until, row.Source)).OrderByDescending(group => group.Key.Until).ThenByDescending(group => group.Key.From))
            {
                var rows = span.Select(row => (terms[row.Term].Competitor, Count: row)).ToList();
                if (Voices.WhyNot(rows.Select(row => (row.Competitor, row.Count.Mentions))) is { } why)
                {
                    leftOut.Add(new VoiceLeftOut(span.Key.From, span.Key.Until, span.Key.Source, why));
                    continue;
                }

                var counted = rows.Select(row => row.Competitor).ToHashSet();
                var missing = terms.Values.Where(term => term.ArchivedAt is null && term.Competitor is { } id && !counted.Contains(id)).Select(term => rivals.GetValueOrDefault(term.Competitor!.Value, "?")).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase).ToList();
                var voices = Voices.Of([.. rows.Select(row => (row.Competitor, row.Count.Mentions, row.Count.Engagements))], brand.Name, rivals);
                var own = voices.First(voice => voice.Own);
                spans.Add(new VoiceSpan(span.Key.From, span.Key.Until, span.Key.Source, voices, own.Share, own.EngagementShare, missing));
            }

            return new ShareOfVoiceView(spans, leftOut);
        }
    }
}

/// <summary>The arithmetic of share of voice.</summary>
public static class Voices
{
    /// <summary>Why counts cannot be compared, or null.</summary>
    public static string? WhyNot(IEnumerable<(Id<Competitor>? Rival, long Mentions)> rows)
    {
        var all = rows.ToList();
        return !all.Exists(row => row.Rival is null) ? "Our own mentions were not counted."
            : !all.Exists(row => row.Rival is not null) ? "No rival’s mentions were counted."
            : all.Sum(row => row.Mentions) == 0 ? "Nobody was mentioned."
            : null;
    }

    /// <summary>Ours first, then rivals by their mentions. The shares add up to 1.</summary>
    public static IReadOnlyList<Voice> Of(IReadOnlyList<(Id<Competitor>? Rival, long Mentions, long? Engagements)> rows, string own, IReadOnlyDictionary<Id<Competitor>, string> names)
    {
        var mentions = rows.Sum(row => row.Mentions);
        // A share of engagement is only fair where everybody's was counted.
        long? engagements = rows.All(row => row.Engagements is not null) ? rows.Sum(row => row.Engagements) : null;
        return
        [
            .. rows.GroupBy(row => row.Rival).Select(group => new Voice(
                group.Key, group.Key is { } id ? names.GetValueOrDefault(id, "?") : own, group.Key is null, group.Sum(row => row.Mentions),
                Share(group.Sum(row => row.Mentions), mentions)!.Value,
                engagements is null ? null : group.Sum(row => row.Engagements), engagements is { } all ? Share(group.Sum(row => row.Engagements ?? 0), all) : null))
                .OrderByDescending(voice => voice.Own).ThenByDescending(voice => voice.Mentions).ThenBy(voice => voice.Who, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static decimal? Share(long part, long whole) => whole == 0 ? null : decimal.Round((decimal)part / whole, 6, MidpointRounding.ToEven);
}
