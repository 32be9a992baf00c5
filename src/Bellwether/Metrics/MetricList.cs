using Bellwether.Kernel;

namespace Bellwether.Metrics;

/// <summary>The metric catalogue: every metric with its definition, unit, direction, class and source.</summary>
[Needs(Permission.Read)]
public sealed record MetricList : IQuery<IReadOnlyList<Metric>>
{
    internal sealed class Handler(MetricCatalogue catalogue) : IHandle<MetricList, IReadOnlyList<Metric>>
    {
        public Task<IReadOnlyList<Metric>> HandleAsync(MetricList request, CancellationToken cancel) => catalogue.AllAsync(cancel);
    }
}
