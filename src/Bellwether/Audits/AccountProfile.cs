using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>What stands in an account's profile, as typed here or as the network shows it.</summary>
public sealed class AccountProfile : Entity<AccountProfile>
{
    private AccountProfile()
    {
    }

    public AccountProfile(SocialAccount account) => (Account, Brand, Network) = (account.Id, account.Brand, account.Network);

    public Id<SocialAccount> Account { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Network { get; private set; } = "";

    public string? Name { get; private set; }

    public string? Bio { get; private set; }

    /// <summary>The address that the profile leads to.</summary>
    public string? Link { get; private set; }

    public string? Location { get; private set; }

    public string? Contact { get; private set; }

    public string? Category { get; private set; }

    public string? Hours { get; private set; }

    /// <summary>The pinned post, in a few words or by its address.</summary>
    public string? Pinned { get; private set; }

    /// <summary>The profile picture in the media library.</summary>
    public Id<Asset>? Avatar { get; private set; }

    /// <summary>The wide picture in the media library.</summary>
    public Id<Asset>? Cover { get; private set; }

    /// <summary>SHA-256 of the profile picture that the network shows.</summary>
    public string? AvatarHash { get; private set; }

    /// <summary>Whether the network shows a profile picture; null when nobody has read it.</summary>
    public bool? ShowsAvatar { get; private set; }

    public bool? ShowsCover { get; private set; }

    /// <summary>Other accounts of the brand that this profile points to.</summary>
    public IReadOnlyList<Id<SocialAccount>> PointsTo { get; private set; } = [];

    /// <summary>Who told it: “typed”, “bsky.app”.</summary>
    public string Source { get; private set; } = "typed";

    /// <summary>When it was last read from the network.</summary>
    public Instant? ReadAt { get; private set; }

    /// <summary>Writes the texts. A name or bio longer than the network allows is 422 and says by how much.</summary>
    public void Write(ProfileTexts texts)
    {
        var rule = NetworkCatalogue.Of(Network).Profile;
        Name = Fitting(Rule.OptionalText(texts.Name, "name", 400), rule.Name, rule.Unit, "name");
        Bio = Fitting(Rule.OptionalText(texts.Bio, "bio"), rule.Bio, rule.Unit, "bio");
        Link = AccountAddress.Web(texts.Link, "link");
        Location = Rule.OptionalText(texts.Location, "location", 200);
        Contact = Rule.OptionalText(texts.Contact, "contact", 400);
        Category = Rule.OptionalText(texts.Category, "category", 120);
        Hours = Rule.OptionalText(texts.Hours, "hours", 400);
        Pinned = Rule.OptionalText(texts.Pinned, "pinned", 400);
    }

    public void Show(Id<Asset>? avatar, Id<Asset>? cover) => (Avatar, Cover) = (avatar, cover);

    public void Point(IEnumerable<Id<SocialAccount>> to) => PointsTo = [.. to.Where(id => id != Account).Distinct()];

    /// <summary>Takes over what the network shows; what it does not tell stays as it is known.</summary>
    public void Take(PublicProfile shown, Instant now)
    {
        (Name, Bio, Link) = (shown.Name ?? Name, shown.Bio ?? Bio, shown.Link ?? Link);
        (ShowsAvatar, ShowsCover, AvatarHash) = (shown.Avatar ?? ShowsAvatar, shown.Cover ?? ShowsCover, shown.AvatarHash ?? AvatarHash);
        Pinned = shown.Pinned switch { true => Pinned ?? "pinned", false => null, _ => Pinned };
        (Source, ReadAt) = (shown.Source, now);
    }

    private string? Fitting(string? text, int? limit, CountUnit unit, string field)
    {
        if (text is not null && limit is { } most && TextCount.Of(text, unit) is var count && count > most)
        {
            throw Rule.Broken($"{field}-too-long", $"{NetworkCatalogue.Of(Network).Name} allows {most} characters for the {field}; this has {count}. Shorten it.", field);
        }

        return text;
    }
}

/// <summary>The texts of a profile.</summary>
public sealed record ProfileTexts(
    string? Name = null, string? Bio = null, string? Link = null, string? Location = null, string? Contact = null, string? Category = null, string? Hours = null, string? Pinned = null)
{
    public static ProfileTexts Of(AccountProfile? profile) => profile is null ? new() : new(
        profile.Name, profile.Bio, profile.Link, profile.Location, profile.Contact, profile.Category, profile.Hours, profile.Pinned);
}

internal sealed class AccountProfileStorage : IEntityTypeConfiguration<AccountProfile>
{
    public void Configure(EntityTypeBuilder<AccountProfile> builder)
    {
        builder.ToTable("account_profiles");
        builder.Property(profile => profile.Network).HasMaxLength(40);
        builder.Property(profile => profile.AvatarHash).HasMaxLength(64);
        builder.Property(profile => profile.PointsTo).AsJson();
        builder.HasIndex(profile => profile.Account).IsUnique();
        builder.HasIndex(profile => profile.Brand);
    }
}
