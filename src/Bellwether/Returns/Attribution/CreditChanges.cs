using System.Text.Json;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>What came to light about a span since its credits were kept.</summary>
/// <param name="Late">Conversions that were told later.</param>
/// <param name="TakenBack">Conversions that were taken back.</param>
/// <param name="Changed">Conversions whose way became known, or another one.</param>
internal sealed record CreditChanges(int Late, int TakenBack, int Changed)
{
    public static async Task<CreditChanges> SinceAsync(Db db, Id<Brand> brand, Instant start, Instant end, Instant since, CancellationToken cancel)
    {
        var paths = db.Set<TouchPath>().Where(path => path.Brand == brand && path.At >= start && path.At < end);
        var late = await paths.CountAsync(path => path.CreatedAt > since, cancel);
        var changed = await paths.CountAsync(path => path.CreatedAt <= since && path.ChangedAt > since, cancel);
        var taken = await db.Set<Conversion>().CountAsync(one => one.Brand == brand && one.At >= start && one.At < end && one.CreatedAt <= since && one.VoidedAt > since, cancel);
        return new CreditChanges(late, taken, changed);
    }

    /// <summary>Why the credits are others than those that were kept, in a sentence; null where they are not.</summary>
    public string? Why(CreditRevision kept, CreditRules rules)
    {
        List<string> parts = [];
        Say(Late, "was told later", "were told later");
        Say(TakenBack, "was taken back", "were taken back");
        Say(Changed, "has another way to it than was known", "have another way to them than was known");
        if (kept.Model != rules.Model || kept.LookBackDays != rules.LookBackDays)
        {
            parts.Add($"credit is given by {JsonNamingPolicy.CamelCase.ConvertName(rules.Model.ToString())}, {rules.LookBackDays} days back, instead of {JsonNamingPolicy.CamelCase.ConvertName(kept.Model.ToString())}, {kept.LookBackDays}");
        }

        return parts.Count == 0 ? null : string.Join(", ", parts) is var text ? $"{char.ToUpperInvariant(text[0])}{text[1..]}." : null;

        void Say(int count, string one, string many)
        {
            if (count > 0)
            {
                var noun = parts.Count > 0 ? "" : count == 1 ? "conversion " : "conversions ";
                parts.Add($"{count} {noun}{(count == 1 ? one : many)}");
            }
        }
    }
}
