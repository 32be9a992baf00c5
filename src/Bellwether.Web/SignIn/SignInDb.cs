using Bellwether.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Web.SignIn;

/// <summary>Somebody who can sign in; may be a member of several workspaces.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public User() => Id = Guid.CreateVersion7();
}

/// <summary>A key of the ring that protects cookies, stored encrypted so that every node reads the others' cookies.</summary>
internal sealed class StoredKey
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Xml { get; set; } = "";
}

/// <summary>What a POST with an Idempotency-Key answered, kept for a day.</summary>
internal sealed class StoredAnswer
{
    public string Key { get; set; } = "";

    /// <summary>Hash of route and body: the same key with another request is refused.</summary>
    public string Request { get; set; } = "";

    public int? Status { get; set; }

    public string? ContentType { get; set; }

    public byte[]? Body { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long At { get; set; }
}

/// <summary>The doors' own tables: sign-in, key ring, remembered answers. They lie in the same database as the product's.</summary>
internal sealed class SignInDb(DbContextOptions<SignInDb> options) : IdentityUserContext<User, Guid>(options)
{
    public DbSet<StoredKey> Keys => Set<StoredKey>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    public static void Configure(DbContextOptionsBuilder options, DatabaseAddress address)
    {
        options.Use(address);
    }

    /// <summary>Builds the model, as <see cref="Db.Warm"/> does.</summary>
    public static void Warm(DatabaseAddress address)
    {
        var options = new DbContextOptionsBuilder<SignInDb>();
        Configure(options, address);
        using var db = new SignInDb(options.Options);
        _ = db.Model;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<User>(user =>
        {
            user.ToTable("sign_ins");
            // Lockout ends are compared, never ordered by SQL; as ticks they are the same on every database.
            user.Property(u => u.LockoutEnd).HasConversion(end => end == null ? (long?)null : end.Value.UtcTicks, ticks => ticks == null ? null : new DateTimeOffset(ticks.Value, TimeSpan.Zero));
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("sign_in_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("sign_in_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("sign_in_tokens");
        builder.Entity<StoredKey>(key =>
        {
            key.ToTable("key_ring");
            key.Property(k => k.Name).HasMaxLength(200);
        });
        builder.Entity<StoredAnswer>(answer =>
        {
            answer.ToTable("remembered_answers");
            answer.HasKey(a => a.Key);
            answer.Property(a => a.Key).HasMaxLength(300);
            answer.Property(a => a.Request).HasMaxLength(64);
            answer.HasIndex(a => a.At);
        });
    }
}
