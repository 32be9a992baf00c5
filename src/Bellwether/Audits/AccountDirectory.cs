using System.Text.RegularExpressions;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Audits;

/// <summary>A brand's public list of its official accounts, at an address of its own.</summary>
public sealed partial class AccountDirectory : Entity<AccountDirectory>
{
    private AccountDirectory()
    {
    }

    public AccountDirectory(Id<Brand> brand, string slug)
    {
        Brand = brand;
        Move(slug);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The last part of its address; once on the whole server.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>A sentence above the list.</summary>
    public string? Intro { get; private set; }

    /// <summary>The brand's own site.</summary>
    public string? Site { get; private set; }

    /// <summary>Whether everybody can see it.</summary>
    public bool Published { get; private set; }

    public void Move(string slug)
    {
        var text = Rule.Text(slug, "slug", 60).ToLowerInvariant();
        Rule.Require(Slugs().IsMatch(text), "slug-invalid", "An address has letters, digits and single hyphens, such as taco-loco.", "slug");
        Slug = text;
    }

    public void Say(string? intro, string? site) => (Intro, Site) = (Rule.OptionalText(intro, "intro", 400), AccountAddress.Web(site, "site"));

    public void Publish(bool published) => Published = published;

    /// <summary>A name as an address: “Taco Loco” becomes “taco-loco”.</summary>
    public static string SlugOf(string name)
    {
        var plain = string.Concat(name.Normalize(System.Text.NormalizationForm.FormD).Where(sign => sign < 128).Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : '-'));
        var slug = Hyphens().Replace(plain, "-").Trim('-');
        return slug.Length == 0 ? "brand" : slug[..Math.Min(slug.Length, 50)].Trim('-');
    }

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Slugs();

    [GeneratedRegex("-+", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Hyphens();
}

internal sealed class AccountDirectoryStorage : IEntityTypeConfiguration<AccountDirectory>
{
    public void Configure(EntityTypeBuilder<AccountDirectory> builder)
    {
        builder.ToTable("account_directories");
        builder.Property(row => row.Slug).HasMaxLength(60);
        builder.Property(row => row.Site).HasMaxLength(520);
        builder.HasIndex(row => row.Slug).IsUnique();
        builder.HasIndex(row => row.Brand).IsUnique();
    }
}
