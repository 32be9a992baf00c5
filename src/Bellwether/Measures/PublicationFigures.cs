using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Publishing;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>One number that a network told of a publication.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Name">The metric's name.</param>
/// <param name="Value">The newest number.</param>
/// <param name="Day">The day until which it counts, in the brand's zone.</param>
public sealed record PublicationFigure(string Metric, string Name, decimal Value, LocalDate Day);

/// <summary>What people did with a publication, as its network tells, and when it is read next.</summary>
/// <param name="Reads">Whether this version can read this network.</param>
/// <param name="Figures">The newest numbers; what the network does not tell is not there.</param>
/// <param name="ReadAt">When it was read last.</param>
/// <param name="NextAt">When it is read next; null when it is read no more.</param>
/// <param name="Problem">Why the last reading failed.</param>
public sealed record PublicationFiguresView(bool Reads, IReadOnlyList<PublicationFigure> Figures, Instant? ReadAt, Instant? NextAt, string? Problem);

/// <summary>What people did with a publication.</summary>
[Needs(Permission.Read)]
public sealed record PublicationFigures(Id<Publication> Publication) : IQuery<PublicationFiguresView>
{
    internal sealed class Handler(Db db, MetricCatalogue metrics) : IHandle<PublicationFigures, PublicationFiguresView>
    {
        public async Task<PublicationFiguresView> HandleAsync(PublicationFigures request, CancellationToken cancel)
        {
            var publication = await db.FindAsync(request.Publication, "publication", cancel);
            var reading = await db.Set<FigureReading>().AsNoTracking().FirstOrDefaultAsync(row => row.Publication == publication.Id, cancel);
            return await ViewAsync(db, metrics, publication.Id, reading, cancel);
        }
    }

    internal static async Task<PublicationFiguresView> ViewAsync(Db db, MetricCatalogue metrics, Id<Publication> publication, FigureReading? reading, CancellationToken cancel)
    {
        var subject = publication.ToString();
        var stored = await db.Set<Observation>().Where(row => row.Subject == subject && row.IsCurrent && row.Length == PeriodLength.ToDate).ToListAsync(cancel);
        // What was read a moment ago counts before it is stored: nothing is held in the database while the network is asked.
        var newest = stored.Union(db.Set<Observation>().Local.Where(row => row.Subject == subject && row.Length == PeriodLength.ToDate)).Where(row => row.IsCurrent)
            .GroupBy(row => row.Metric, StringComparer.Ordinal).Select(group => group.MaxBy(row => row.Start)!).ToDictionary(row => row.Metric, StringComparer.Ordinal);
        var figures = new List<PublicationFigure>();
        foreach (var metric in (await metrics.AllAsync(cancel)).Where(metric => newest.ContainsKey(metric.Key)))
        {
            figures.Add(new PublicationFigure(metric.Key, metric.Name, newest[metric.Key].Value, newest[metric.Key].Start));
        }

        return new PublicationFiguresView(reading is not null, figures, reading?.ReadAt, reading?.NextAt, reading?.Problem);
    }
}

/// <summary>Asks the network now what people did with a publication; says in words when it cannot be read.</summary>
[Needs(Permission.EditNumbers)]
public sealed record ReadPublicationFigures(Id<Publication> Publication) : ICommand<PublicationFiguresView>
{
    internal sealed class Handler(Db db, MetricCatalogue metrics, FigureDesk desk, Journal journal) : IHandle<ReadPublicationFigures, PublicationFiguresView>
    {
        public async Task<PublicationFiguresView> HandleAsync(ReadPublicationFigures request, CancellationToken cancel)
        {
            var publication = await db.FindAsync(request.Publication, "publication", cancel);
            var brand = await db.FindAsync(publication.Brand, "brand", cancel);
            var reading = await db.Set<FigureReading>().FirstOrDefaultAsync(row => row.Publication == publication.Id, cancel)
                ?? throw Rule.Broken("figures-unreadable", "Numbers of this post cannot be read by the program. Type them in the grid of numbers.", "publication");
            await desk.ReadAsync(brand, publication.Account, [reading], cancel);
            journal.Say("read what people did with a post", publication.Brand.Value, publication.Plan?.Value, publication.Post);
            return await PublicationFigures.ViewAsync(db, metrics, publication.Id, reading, cancel);
        }
    }
}
