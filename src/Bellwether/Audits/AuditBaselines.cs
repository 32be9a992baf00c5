using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>Where a number stood in the newest closed audit.</summary>
/// <param name="On">The day it is of; for several accounts the latest.</param>
public sealed record AuditBaseline(Id<Audit> Audit, string Title, decimal Value, LocalDate On);

/// <summary>Gives goals their baseline from the newest closed audit.</summary>
[Scoped]
public sealed class AuditBaselines(Db db)
{
    /// <summary>
    /// The audited number of an account; for the brand as a whole the sum over its accounts, where the metric is a count that
    /// adds up or a stock. Null when no closed audit has it.
    /// </summary>
    public async Task<AuditBaseline?> FindAsync(Id<Brand> brand, Metric metric, string? subject, CancellationToken cancel)
    {
        if (await LatestAsync(brand, cancel) is not { } audit)
        {
            return null;
        }

        var account = Id<SocialAccount>.TryParse(subject, null, out var id) ? id : (Id<SocialAccount>?)null;
        var whole = account is null && (subject is null || subject == brand.ToString()) && metric.Aggregation is Aggregation.Sum or Aggregation.Last;
        var figures = audit.Figures.Where(figure => figure.Metric == metric.Key && (account is { } one ? figure.Account == one : whole)).ToList();
        return figures.Count == 0 ? null : new AuditBaseline(audit.Id, audit.Title, figures.Sum(figure => figure.Value), figures.Max(figure => figure.On));
    }

    /// <summary>The newest closed audit of a brand.</summary>
    public Task<Audit?> LatestAsync(Id<Brand> brand, CancellationToken cancel) =>
        db.Set<Audit>().AsNoTracking().Where(audit => audit.Brand == brand && audit.ClosedAt != null).OrderByDescending(audit => audit.On).ThenByDescending(audit => audit.Id).FirstOrDefaultAsync(cancel);
}
