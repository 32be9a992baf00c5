using System.Net.Mail;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.People;

/// <summary>A person in a workspace. How they sign in is the door's business; here they are known by id.</summary>
[ForEveryBrand("Who works here is listed by MemberList, which leaves out whom a limited member has no brand in common with.")]
public sealed class Member : Entity<Member>
{
    private Member()
    {
    }

    public Member(Guid workspace, string name, string email, Role role)
    {
        WorkspaceKey = workspace;
        Name = Rule.Text(name, "name", 120);
        Email = CheckedEmail(email);
        Role = role;
    }

    public string Name { get; private set; } = "";

    /// <summary>In lower case; once per workspace.</summary>
    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>Ids of the brands the member is limited to; empty means every brand.</summary>
    public IReadOnlyList<string> OnlyBrands { get; private set; } = [];

    /// <summary>Ids of the plans a guest is limited to; empty means every plan of the brands.</summary>
    public IReadOnlyList<string> OnlyPlans { get; private set; } = [];

    /// <summary>The last day of access; none for no end. A guest's access ends by itself.</summary>
    public LocalDate? Until { get; private set; }

    /// <summary>The firm a guest works for: an agency, a consultancy. Its guests' access can be ended together.</summary>
    public string? Firm { get; private set; }

    /// <summary>When the member was put away; null while active.</summary>
    public Instant? LeftAt { get; private set; }

    /// <summary>The sign-in this member belongs to; null until an invitation was accepted.</summary>
    public Guid? UserKey { get; private set; }

    /// <summary>Hash of the code that lets the invited person set a password; null once used.</summary>
    public string? InvitationHash { get; private set; }

    /// <summary>When the invitation runs out.</summary>
    public Instant? InvitedUntil { get; private set; }

    /// <summary>What of the workspace the member sees.</summary>
    public Sight Sight => new(Keys(OnlyBrands), Keys(OnlyPlans), Role != Role.Guest);

    /// <summary>Whether the member has access today (UTC date).</summary>
    public bool IsActive(Instant now) => LeftAt is null && (Until is null || now.InUtc().Date <= Until);

    public void Rename(string name) => Name = Rule.Text(name, "name", 120);

    public void Become(Role role) => Role = role;

    /// <summary>Limits what is seen; nothing named is no limit. Owners always see everything, and only guests are limited to plans.</summary>
    public void LimitTo(IEnumerable<string> brands, IEnumerable<string> plans)
    {
        (OnlyBrands, OnlyPlans) = ([.. brands.Distinct(StringComparer.Ordinal)], [.. plans.Distinct(StringComparer.Ordinal)]);
        Rule.Require(Role != Role.Owner || OnlyBrands.Count == 0, "owner-unlimited", "An owner sees every brand. Choose another role, or name no brands.", "onlyBrands");
        Rule.Require(Role == Role.Guest || OnlyPlans.Count == 0, "plans-for-guests", "Only guests are limited to plans. Choose the role Guest, or name no plans.", "onlyPlans");
    }

    /// <summary>Says which firm a guest works for; blank is none. Whoever is no guest works here.</summary>
    public void WorkFor(string? firm)
    {
        Firm = Rule.OptionalText(firm, "firm", 120);
        Rule.Require(Role == Role.Guest || Firm is null, "firm-of-guests", "Only guests come from a firm. Choose the role Guest, or name no firm.", "firm");
    }

    /// <summary>The last day of access; null for no end.</summary>
    public void StayUntil(LocalDate? until) => Until = until;

    public void Leave(Instant now) => LeftAt ??= now;

    public void Return() => LeftAt = null;

    public void Invite(string codeHash, Instant until) => (InvitationHash, InvitedUntil) = (codeHash, until);

    /// <summary>The invited person signed up: the member belongs to that sign-in from now on.</summary>
    public void Join(Guid user) => (UserKey, InvitationHash, InvitedUntil) = (user, null, null);

    // Ids keep their kind in front of the underscore.
    private static List<Guid>? Keys(IReadOnlyList<string> ids) =>
        ids.Count == 0 ? null : [.. ids.Select(id => IdText.TryDecode(id.AsSpan(id.LastIndexOf('_') + 1), out var key) ? key : Guid.Empty)];

    /// <summary>The address in lower case, or a problem beside the field.</summary>
    public static string CheckedEmail(string email)
    {
        var text = Rule.Text(email, "email", 254).ToLowerInvariant();
        Rule.Require(MailAddress.TryCreate(text, out var parsed) && parsed.Address == text, "email-invalid", $"“{text}” is no e-mail address. Write it like ana@example.org.", "email");
        return text;
    }
}

internal sealed class MemberStorage : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Email).HasMaxLength(254);
        builder.Property(row => row.Firm).HasMaxLength(120);
        builder.Property(row => row.OnlyBrands).AsJson();
        builder.Property(row => row.OnlyPlans).AsJson();
        builder.Ignore(row => row.Sight);
        builder.HasIndex(row => new { row.WorkspaceKey, row.Email }).IsUnique();
        builder.HasIndex(row => row.UserKey);
        builder.HasIndex(row => row.InvitationHash);
    }
}
