using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Metrics;

/// <summary>Defines a metric of the workspace's own. 409 when the key is taken.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddMetric(
    [property: MaxLength(80)] string Name,
    MetricUnit Unit = MetricUnit.Count,
    MetricDirection Direction = MetricDirection.Up,
    Aggregation Aggregation = Aggregation.Sum,
    MetricClass Class = MetricClass.Business,
    EvaluationLevel Level = EvaluationLevel.Outcome,
    [property: MaxLength(500)] string Formula = "",
    [property: MaxLength(120)] string Source = "typed in",
    string? Key = null) : ICommand<Metric>
{
    internal sealed class Handler(Db db, MetricCatalogue catalogue, Journal journal) : IHandle<AddMetric, Metric>
    {
        public async Task<Metric> HandleAsync(AddMetric request, CancellationToken cancel)
        {
            var metric = new CustomMetric(request.Name, request.Key, request.Unit, request.Direction, request.Aggregation, request.Class, request.Level, request.Formula, request.Source);
            if (await catalogue.FindAsync(metric.Key, cancel) is not null)
            {
                throw Rule.Conflict("metric-key-taken", $"There is a metric “{metric.Key}” already. Give this one another key.", "key");
            }

            db.Add(metric);
            journal.Say($"defined the metric “{metric.Name}”", subject: metric.Id);
            return metric.ToMetric();
        }
    }
}
