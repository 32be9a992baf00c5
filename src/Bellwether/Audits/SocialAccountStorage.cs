using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Audits;

internal sealed class SocialAccountStorage : IEntityTypeConfiguration<SocialAccount>
{
    public void Configure(EntityTypeBuilder<SocialAccount> builder)
    {
        builder.ToTable("social_accounts");
        builder.Property(account => account.Network).HasMaxLength(40);
        builder.Property(account => account.Handle).HasMaxLength(120);
        builder.Property(account => account.Url).HasMaxLength(520);
        builder.Property(account => account.Key).HasMaxLength(560);
        builder.Property(account => account.BusinessGoal).HasMaxLength(400);
        builder.Property(account => account.Operators).AsJson();
        builder.Property(account => account.Custody).AsJson();
        builder.Property(account => account.Kpis).AsJson();
        builder.Property(account => account.Branch).HasMaxLength(80);
        builder.HasIndex(account => new { account.Brand, account.Key }).IsUnique();
    }
}
