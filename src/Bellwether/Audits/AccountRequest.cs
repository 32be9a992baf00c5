using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>Where the wish for a new account stands.</summary>
public enum RequestStatus
{
    /// <summary>Nobody has decided.</summary>
    Waiting,

    /// <summary>The account is planned.</summary>
    Granted,

    /// <summary>It will not be.</summary>
    Declined,
}

/// <summary>Somebody wants a new account: on which network, for whom, with what content, and who would answer for it.</summary>
public sealed class AccountRequest : Entity<AccountRequest>
{
    private AccountRequest()
    {
    }

    public AccountRequest(Id<Brand> brand, string network, string handle, string audience, string content, Id<Member>? responsible, Id<Member>? by)
    {
        (Brand, Network, Handle) = (brand, NetworkName.Of(network), AccountAddress.Handle(NetworkName.Of(network), handle));
        (Audience, Content) = (Rule.Text(audience, "audience", 400), Rule.Text(content, "content", 400));
        (Responsible, By) = (responsible, by);
    }

    public Id<Brand> Brand { get; private set; }

    public string Network { get; private set; } = "";

    public string Handle { get; private set; } = "";

    /// <summary>For whom it would be.</summary>
    public string Audience { get; private set; } = "";

    /// <summary>What would be posted, and how often.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Who would answer for it.</summary>
    public Id<Member>? Responsible { get; private set; }

    public Id<Member>? By { get; private set; }

    public RequestStatus Status { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? Reason { get; private set; }

    public string? DecidedBy { get; private set; }

    public Instant? DecidedAt { get; private set; }

    /// <summary>The planned account it became.</summary>
    public Id<SocialAccount>? Account { get; private set; }

    /// <summary>Grants it as a planned account, or declines it with a reason. Decided is decided: 409.</summary>
    public void Decide(SocialAccount? account, string? reason, string by, Instant now)
    {
        if (Status != RequestStatus.Waiting)
        {
            throw Rule.Conflict("request-decided", $"This was {Status.ToString().ToLowerInvariant()} already. Ask anew if things have changed.");
        }

        Reason = account is null ? Rule.Text(reason, "reason", 400) : Rule.OptionalText(reason, "reason", 400);
        (Status, Account, DecidedBy, DecidedAt) = (account is null ? RequestStatus.Declined : RequestStatus.Granted, account?.Id, by, now);
    }
}

internal sealed class AccountRequestStorage : IEntityTypeConfiguration<AccountRequest>
{
    public void Configure(EntityTypeBuilder<AccountRequest> builder)
    {
        builder.ToTable("account_requests");
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Handle).HasMaxLength(120);
        builder.Property(row => row.DecidedBy).HasMaxLength(120);
        builder.HasIndex(row => new { row.Brand, row.Status });
    }
}
