using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Playbooks;

/// <summary>A link by which people without a sign-in read the playbook, until it ends or is revoked. Only the code's hash is kept.</summary>
public sealed class PlaybookShare : Entity<PlaybookShare>
{
    private PlaybookShare()
    {
    }

    public PlaybookShare(Plan plan, string name, string hash, Instant? until)
    {
        Plan = plan.Id;
        Name = Rule.Text(name, "name", 120);
        Hash = hash;
        Until = until;
    }

    public Id<Plan> Plan { get; private set; }

    /// <summary>For whom it is.</summary>
    public string Name { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public Instant? Until { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public bool IsOpen(Instant now) => RevokedAt is null && (Until is null || now < Until);

    public void Revoke(Instant now) => RevokedAt ??= now;
}

internal sealed class PlaybookShareStorage : IEntityTypeConfiguration<PlaybookShare>
{
    public void Configure(EntityTypeBuilder<PlaybookShare> builder)
    {
        builder.ToTable("playbook_shares");
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.HasIndex(row => row.Hash).IsUnique();
        builder.HasIndex(row => row.Plan);
    }
}
