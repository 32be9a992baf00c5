using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Tracking;

/// <summary>How long a workspace keeps single clicks, page views and events. Their sums stay for good.</summary>
[ForEveryBrand("It is a promise of the whole workspace to whoever visits its sites.")]
public sealed class TrackingRetention : Entity<TrackingRetention>
{
    /// <summary>As long as single hits are kept unless a workspace says otherwise: a year can be compared with the one before.</summary>
    public const int UsualMonths = 13;

    private TrackingRetention()
    {
    }

    public TrackingRetention(int months) => Keep(months);

    public int Months { get; private set; }

    public void Keep(int months)
    {
        Rule.Require(months is >= 1 and <= 60, "months-out-of-range", "Single hits are kept for 1 to 60 months.", "months");
        Months = months;
    }
}

internal sealed class TrackingRetentionStorage : IEntityTypeConfiguration<TrackingRetention>
{
    public void Configure(EntityTypeBuilder<TrackingRetention> builder) => builder.ToTable("tracking_retentions");
}

/// <summary>How long single hits are kept, in months.</summary>
/// <param name="Usual">The number of months where nobody chose one.</param>
public sealed record RetentionView(int Months, int Usual);

/// <summary>How long the workspace keeps single clicks, page views and events.</summary>
[Needs(Permission.Read)]
public sealed record RetentionDetail : IQuery<RetentionView>
{
    internal sealed class Handler(Db db) : IHandle<RetentionDetail, RetentionView>
    {
        public async Task<RetentionView> HandleAsync(RetentionDetail request, CancellationToken cancel) =>
            new(await db.Set<TrackingRetention>().Select(row => (int?)row.Months).FirstOrDefaultAsync(cancel) ?? TrackingRetention.UsualMonths, TrackingRetention.UsualMonths);
    }
}

/// <summary>Says how long the workspace keeps single clicks, page views and events. What is older goes within a day and cannot be brought back; sums stay.</summary>
/// <param name="Months">1 to 60.</param>
[Needs(Permission.Own)]
public sealed record SetRetention([property: Range(1, 60)] int Months) : ICommand<RetentionView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetRetention, RetentionView>
    {
        public async Task<RetentionView> HandleAsync(SetRetention request, CancellationToken cancel)
        {
            if (await db.Set<TrackingRetention>().FirstOrDefaultAsync(cancel) is { } known)
            {
                known.Keep(request.Months);
            }
            else
            {
                db.Add(new TrackingRetention(request.Months));
            }

            journal.Say($"keeps single clicks and visits for {request.Months} months", null);
            return new RetentionView(request.Months, TrackingRetention.UsualMonths);
        }
    }
}
