using System.Net.Mail;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>Where mail of a workspace is handed in. There is one or none.</summary>
[ForEveryBrand("Mail goes to members, who belong to the workspace.")]
public sealed class MailServer : Entity<MailServer>
{
    public const int UsualPort = 587;

    private MailServer()
    {
    }

    /// <summary>A new one knows nothing but how it is reached.</summary>
    public MailServer(string host, int port, bool encrypted, string from) => Become(host, port, encrypted, from);

    public string Host { get; private set; } = "";

    /// <summary>587 for handing in with STARTTLS; 465 is not spoken.</summary>
    public int Port { get; private set; }

    /// <summary>Whether the connection must be encrypted (STARTTLS). Without it no password is sent.</summary>
    public bool Encrypted { get; private set; }

    /// <summary>The address mail comes from.</summary>
    public string From { get; private set; } = "";

    public string? User { get; private set; }

    /// <summary>The password, encrypted; never shown again.</summary>
    public string? Password { get; private set; }

    /// <summary>When the last mail went out; null before the first one.</summary>
    public Instant? WorkedAt { get; private set; }

    /// <summary>What was wrong the last time, in words; null when nothing was.</summary>
    public string? Problem { get; private set; }

    public void Become(string host, int port, bool encrypted, string from)
    {
        Host = Rule.Text(host, "host", 253);
        Rule.Require(Uri.CheckHostName(Host) is not UriHostNameType.Unknown, "host-unknown", "This is no name of a server. Write it as in mail.example.org.", "host");
        Rule.Require(port is > 0 and <= 65_535, "port-out-of-range", "A port is a number from 1 to 65535; 587 is usual.", "port");
        Rule.Require(port != 465, "port-unspoken", "Port 465 speaks another way of encrypting. Use 587, which nearly every server offers too.", "port");
        Rule.Require(MailAddress.TryCreate(from?.Trim(), out var address), "address-invalid", "This is no mail address. Write it as in team@example.org.", "from");
        (Port, Encrypted, From) = (port, encrypted, address!.Address);
    }

    /// <summary>Whoever hands in mail; a password is sent only over an encrypted connection.</summary>
    public void SignInAs(string? user, string? password)
    {
        User = Rule.OptionalText(user, "user", 254);
        Rule.Require(User is null || Encrypted || password is null, "password-in-clear", "A password is sent only over an encrypted connection. Switch encryption on, or leave user and password out.", "encrypted");
        // One that is known does not outlive its encryption.
        Password = User is null || !Encrypted ? null : password ?? Password;
    }

    internal void Worked(Instant now) => (WorkedAt, Problem) = (now, null);

    internal void Failed(string problem) => Problem = Excerpt.Of(problem, 400);
}

internal sealed class MailServerStorage : IEntityTypeConfiguration<MailServer>
{
    public void Configure(EntityTypeBuilder<MailServer> builder)
    {
        builder.ToTable("mail_servers");
        builder.Property(row => row.Host).HasMaxLength(253);
        builder.Property(row => row.From).HasMaxLength(254);
        builder.Property(row => row.User).HasMaxLength(254);
        builder.Property(row => row.Problem).HasMaxLength(400);
        builder.HasIndex(row => row.WorkspaceKey).IsUnique();
    }
}
