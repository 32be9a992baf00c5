using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>The random salt of one UTC day, shared by all nodes. Two are alive at most; each is destroyed within 48 hours.</summary>
[SharedByAll]
public sealed class VisitorSalt : Entity<VisitorSalt>
{
    private VisitorSalt()
    {
    }

    public VisitorSalt(LocalDate day, byte[] salt) => (Day, Salt) = (day, salt);

    public LocalDate Day { get; private set; }

    public byte[] Salt { get; private set; } = [];
}

internal sealed class VisitorSaltStorage : IEntityTypeConfiguration<VisitorSalt>
{
    public void Configure(EntityTypeBuilder<VisitorSalt> builder)
    {
        builder.ToTable("visitor_salts");
        builder.HasIndex(salt => salt.Day).IsUnique();
    }
}
