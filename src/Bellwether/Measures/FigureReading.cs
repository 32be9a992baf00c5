using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>
/// When the network is asked what people did with one publication: often while it is young, at last a month after it went out,
/// when numbers hardly move and some networks stop telling them.
/// </summary>
public sealed class FigureReading : Entity<FigureReading>
{
    /// <summary>The ages at which a post is read.</summary>
    public static readonly IReadOnlyList<Duration> Ages =
        [Duration.FromHours(1), Duration.FromHours(6), Duration.FromHours(24), Duration.FromDays(3), Duration.FromDays(7), Duration.FromDays(30)];

    private static readonly Duration Patience = Duration.FromMinutes(20);
    private const int MostTries = 6;

    private FigureReading()
    {
    }

    public FigureReading(PublicationConfirmed publication) =>
        (Publication, Brand, Account, Network, OutAt, NextAt) =
        (publication.Publication, publication.Brand, publication.Account, publication.Network, publication.At, publication.At + Ages[0]);

    public Id<Publication> Publication { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<SocialAccount> Account { get; private set; }

    /// <summary>Key of the network.</summary>
    public string Network { get; private set; } = "";

    public Instant OutAt { get; private set; }

    /// <summary>When it is read next; null when it is read no more.</summary>
    public Instant? NextAt { get; private set; }

    /// <summary>When it was read last.</summary>
    public Instant? ReadAt { get; private set; }

    /// <summary>How often reading failed in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Why it could not be read, in words.</summary>
    public string? Problem { get; private set; }

    /// <summary>It was read: the next age that is still to come, if there is one.</summary>
    public void Read(Instant now)
    {
        (ReadAt, Failures, Problem) = (now, 0, null);
        NextAt = After(now);
    }

    /// <summary>The network has it no longer.</summary>
    public void Lose(string why) => (Problem, NextAt) = (why, null);

    /// <summary>It could not be read: once more soon, or at the time the network names; after some tries at the next age.</summary>
    public void Miss(string why, Instant? until, Instant now)
    {
        (Problem, Failures) = (why, Failures + 1);
        var soon = until is { } told && told > now ? told : now + (Patience * Failures);
        if (Failures < MostTries)
        {
            NextAt = soon;
        }
        else
        {
            (NextAt, Failures) = (After(now), 0);
        }
    }

    private Instant? After(Instant now)
    {
        var later = Ages.Select(age => OutAt + age).Where(at => at > now).ToList();
        return later.Count == 0 ? null : later[0];
    }
}

internal sealed class FigureReadingStorage : IEntityTypeConfiguration<FigureReading>
{
    public void Configure(EntityTypeBuilder<FigureReading> builder)
    {
        builder.ToTable("figure_readings");
        builder.Property(reading => reading.Network).HasMaxLength(40);
        builder.HasIndex(reading => reading.Publication).IsUnique();
        builder.HasIndex(reading => reading.NextAt);
    }
}
