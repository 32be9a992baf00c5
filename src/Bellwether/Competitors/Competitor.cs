using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>What kind of rival it is.</summary>
public enum RivalKind
{
    /// <summary>Sells the same to the same people.</summary>
    Direct,

    /// <summary>Sells something else for the same need.</summary>
    Indirect,

    /// <summary>Not a rival in business, but the one to learn from.</summary>
    Model,
}

/// <summary>One profile of a rival.</summary>
/// <param name="Key">The address in one spelling.</param>
/// <param name="Server">The server it lives on, where that is not the network's usual one.</param>
public sealed record RivalAccount(string Network, string Handle, string? Url, string Key, string? Server = null)
{
    /// <summary>A profile as typed, in one spelling.</summary>
    public static RivalAccount Of(string network, string handle, string? url, string? server)
    {
        var (name, plain, address) = (NetworkName.Of(network), AccountAddress.Handle(handle), AccountAddress.Url(url));
        return new RivalAccount(name, plain, address, AccountAddress.Key(name, plain, address), string.IsNullOrWhiteSpace(server) ? null : server.Contains("://", StringComparison.Ordinal) ? server.Trim().TrimEnd('/') : $"https://{server.Trim().TrimEnd('/')}");
    }
}

/// <summary>Somebody who courts the same people: where they are, what they claim to be, and what can be learned from them.</summary>
public sealed class Competitor : Entity<Competitor>
{
    /// <summary>Profiles a rival can have on file.</summary>
    public const int MostAccounts = 20;

    private Competitor()
    {
    }

    public Competitor(Id<Brand> brand, string name)
    {
        Brand = brand;
        Rename(name);
    }

    public Id<Brand> Brand { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name in lower case; once per brand.</summary>
    public string Key { get; private set; } = "";

    public RivalKind Kind { get; private set; }

    public string? Site { get; private set; }

    /// <summary>What it claims to be, in its own words as far as they are known.</summary>
    public string? Position { get; private set; }

    public string? Notes { get; private set; }

    public IReadOnlyList<RivalAccount> Accounts { get; private set; } = [];

    public Instant? ArchivedAt { get; private set; }

    public void Rename(string name)
    {
        Name = Rule.Text(name, "name", 120);
        Key = Name.ToLowerInvariant();
    }

    public void Describe(RivalKind kind, string? site, string? position, string? notes) =>
        (Kind, Site, Position, Notes) = (kind, AccountAddress.Web(site, "site"), Rule.OptionalText(position, "position", 400), Rule.OptionalText(notes, "notes"));

    /// <summary>Adds a profile, or takes the new spelling of one that is there.</summary>
    public void Follow(RivalAccount account)
    {
        Accounts = [.. Accounts.Where(known => known.Key != account.Key), account];
        Rule.Require(Accounts.Count <= MostAccounts, "many-accounts", $"{MostAccounts} profiles of one rival are enough. Take one away first.", "network");
    }

    /// <summary>Takes a profile away; its figures stay.</summary>
    public void Unfollow(string key)
    {
        var left = Accounts.Where(account => account.Key != key).ToList();
        Rule.Found(left.Count < Accounts.Count ? this : null, "profile");
        Accounts = left;
    }

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

internal sealed class CompetitorStorage : IEntityTypeConfiguration<Competitor>
{
    public void Configure(EntityTypeBuilder<Competitor> builder)
    {
        builder.ToTable("competitors");
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Key).HasMaxLength(120);
        builder.Property(row => row.Site).HasMaxLength(520);
        builder.Property(row => row.Accounts).AsJson();
        builder.HasIndex(row => new { row.Brand, row.Key }).IsUnique();
    }
}
