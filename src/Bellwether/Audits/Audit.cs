using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>A look at where a brand's accounts stand on one day. Open, figures are gathered; closed, it is a picture that no longer changes.</summary>
public sealed class Audit : Entity<Audit>
{
    private Audit()
    {
    }

    public Audit(Id<Brand> brand, string title, LocalDate on) => (Brand, Title, On) = (brand, Rule.Text(title, "title", 120), on);

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The day whose state it shows.</summary>
    public LocalDate On { get; private set; }

    /// <summary>What the figures say, in words.</summary>
    public string? Summary { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>Who closed it.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>The accounts as they stood when it was closed; empty before.</summary>
    public IReadOnlyList<AuditedAccount> Accounts { get; private set; } = [];

    /// <summary>The numbers, by account and metric.</summary>
    public IReadOnlyList<AuditFigure> Figures { get; private set; } = [];

    /// <summary>Writes a figure down, or corrects the one that is there. 409 once the audit is closed.</summary>
    public void Record(AuditFigure figure)
    {
        RequireOpen();
        Figures = [.. Figures.Where(known => known.Account != figure.Account || known.Metric != figure.Metric), figure];
    }

    /// <summary>Takes a figure out. 409 once the audit is closed.</summary>
    public void Forget(Id<SocialAccount> account, string metric)
    {
        RequireOpen();
        var left = Figures.Where(known => known.Account != account || known.Metric != metric).ToList();
        Rule.Found(left.Count < Figures.Count ? this : null, "figure");
        Figures = left;
    }

    public void Conclude(string? summary)
    {
        RequireOpen();
        Summary = Rule.OptionalText(summary, "summary");
    }

    /// <summary>Freezes it with the accounts as they stand.</summary>
    public void Close(IEnumerable<AuditedAccount> accounts, string by, Instant now)
    {
        RequireOpen();
        (Accounts, ClosedBy, ClosedAt) = ([.. accounts], by, now);
    }

    /// <summary>409: a closed audit is the baseline of goals and stays as it is.</summary>
    public void RequireOpen()
    {
        if (ClosedAt is not null)
        {
            throw Rule.Conflict("audit-closed", $"The audit “{Title}” is closed: goals stand on it. Open a new one for new numbers.");
        }
    }
}

/// <summary>One number of an audit.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Value">The number; a rate as a fraction.</param>
/// <param name="On">The day it is of.</param>
/// <param name="Source">Who told it.</param>
public sealed record AuditFigure(Id<SocialAccount> Account, string Metric, decimal Value, LocalDate On, string Source);

/// <summary>An account as it stood when an audit was closed.</summary>
/// <param name="Owner">The owner's name then.</param>
/// <param name="Gaps">What was missing.</param>
/// <param name="Share">How much of its profile was filled in; null when nobody had looked.</param>
public sealed record AuditedAccount(
    Id<SocialAccount> Account, string Network, string Handle, string? Url, string? Owner, string? Purpose, AccountStatus Status, Disposition Disposition, IReadOnlyList<AccountGap> Gaps, decimal? Share);

internal sealed class AuditStorage : IEntityTypeConfiguration<Audit>
{
    public void Configure(EntityTypeBuilder<Audit> builder)
    {
        builder.ToTable("audits");
        builder.Property(audit => audit.Title).HasMaxLength(120);
        builder.Property(audit => audit.Accounts).AsJson();
        builder.HasIndex(audit => new { audit.Brand, audit.ClosedAt });
        builder.Property(audit => audit.Figures).AsJson();
    }
}
