using System.Security.Cryptography;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>What kind of proof a piece of collateral is.</summary>
public enum CollateralKind
{
    /// <summary>A job that was done, for whom and with what result.</summary>
    Case,

    /// <summary>A customer's own words.</summary>
    Testimonial,

    /// <summary>How something is done, shown by who knows.</summary>
    HowTo,
}

/// <summary>A proof that helps people who sell: a case, a testimonial, a how-to; as text, as a picture or video, or at a link.</summary>
public sealed class Collateral : Entity<Collateral>
{
    private Collateral()
    {
    }

    public Collateral(Id<Brand> brand, Id<Plan>? plan, CollateralKind kind, string title) => (Brand, Plan, Kind, Title) = (brand, plan, kind, Rule.Text(title, "title", 200));

    public Id<Brand> Brand { get; private set; }

    /// <summary>The plan it was written for; the library is the brand's.</summary>
    public Id<Plan>? Plan { get; private set; }

    public CollateralKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string? Text { get; private set; }

    /// <summary>The picture or video it is.</summary>
    public Id<Asset>? Asset { get; private set; }

    /// <summary>Where it can be read or seen.</summary>
    public string? Link { get; private set; }

    /// <summary>The claim it proves.</summary>
    public Id<Claim>? Claim { get; private set; }

    /// <summary>The code of its public page, for what has no address of its own; null until it is shared.</summary>
    public string? PageCode { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    /// <summary>What it says and proves; it needs a text, a picture or video, or a link.</summary>
    public void Write(CollateralKind kind, string title, string? text, Id<Asset>? asset, string? link, Id<Claim>? claim)
    {
        (Kind, Title, Text) = (kind, Rule.Text(title, "title", 200), Rule.OptionalText(text, "text", 20_000));
        (Asset, Claim) = (asset, claim);
        Link = string.IsNullOrWhiteSpace(link) ? null : TaggedAddress.Web(link, "link").AbsoluteUri;
        Rule.Require(Text is not null || Asset is not null || Link is not null, "collateral-empty", "There is nothing to show yet. Write a text, add a picture or give a link.", "text");
    }

    /// <summary>Opens a page of its own, where it has no address.</summary>
    public string OpenPage() => PageCode ??= RandomNumberGenerator.GetString(LinkCode.Alphabet, 20);

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

internal sealed class CollateralStorage : IEntityTypeConfiguration<Collateral>
{
    public void Configure(EntityTypeBuilder<Collateral> builder)
    {
        builder.ToTable("collateral");
        builder.Property(item => item.Title).HasMaxLength(200);
        builder.Property(item => item.Link).HasMaxLength(4000);
        builder.Property(item => item.PageCode).HasMaxLength(20);
        builder.HasIndex(item => item.Brand);
        builder.HasIndex(item => item.PageCode).IsUnique();
    }
}
