using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Goals;

/// <summary>A metric that a brand has decided to collect no more. Its numbers stay.</summary>
public sealed class StoppedMetric : Entity<StoppedMetric>
{
    private StoppedMetric()
    {
    }

    public StoppedMetric(Id<Brand> brand, string metric) => (Brand, Metric) = (brand, metric);

    public Id<Brand> Brand { get; private set; }

    public string Metric { get; private set; } = "";
}

internal sealed class StoppedMetricStorage : IEntityTypeConfiguration<StoppedMetric>
{
    public void Configure(EntityTypeBuilder<StoppedMetric> builder)
    {
        builder.ToTable("stopped_metrics");
        builder.Property(row => row.Metric).HasMaxLength(60);
        builder.HasIndex(row => new { row.Brand, row.Metric }).IsUnique();
    }
}

/// <summary>Stops collecting a metric that nothing is judged by, or collects it again: grids and lists no longer offer it. Its numbers stay. 422 while a goal is judged by it.</summary>
[Needs(Permission.EditPlan)]
public sealed record StopCollecting(Id<Plan> Plan, string Metric, bool Stop = true) : ICommand<Done>
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, Journal journal) : IHandle<StopCollecting, Done>
    {
        public async Task<Done> HandleAsync(StopCollecting request, CancellationToken cancel)
        {
            var plan = await finder.PlanToChangeAsync(request.Plan, cancel);
            var metric = await catalogue.NeedAsync(request.Metric, cancel);
            Rule.Require(!request.Stop || !await db.Set<KpiTarget>().AnyAsync(target => target.Brand == plan.Brand && target.Metric == metric.Key, cancel),
                "metric-in-use", $"A goal is judged by {metric.Name}. Take it away there first.", "metric");
            var row = await db.Set<StoppedMetric>().FirstOrDefaultAsync(stopped => stopped.Brand == plan.Brand && stopped.Metric == metric.Key, cancel);
            if (request.Stop && row is null)
            {
                db.Add(new StoppedMetric(plan.Brand, metric.Key));
            }
            else if (!request.Stop && row is not null)
            {
                db.Remove(row);
            }

            journal.Say($"{(request.Stop ? "stopped collecting" : "collects again")} {metric.Name}", plan.Brand.Value, plan.Id.Value, plan.Id);
            return Done.It;
        }
    }
}
