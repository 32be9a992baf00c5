using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>How far a mail is.</summary>
public enum MailState
{
    Waiting,

    /// <summary>It is being handed in, or was when the program ended.</summary>
    Sending,

    Sent,

    /// <summary>The server will not take it.</summary>
    Refused,

    /// <summary>The program ended while it was handed in: nobody knows whether it went out, so it is not sent again.</summary>
    Unknown,
}

/// <summary>One mail to one member. It is marked before it is handed in and never handed in twice.</summary>
[ForEveryBrand("It goes to a member about whatever brands they see.")]
public sealed class Mail : Entity<Mail>
{
    /// <summary>How often a server that puts it off is asked.</summary>
    public const int Tries = 6;

    private static readonly Duration Patience = Duration.FromMinutes(15);

    private Mail()
    {
    }

    public Mail(Id<Member> member, string subject, string text, Instant now)
    {
        (Member, NextAt) = (member, now);
        (Subject, Text) = (Rule.Text(subject.ReplaceLineEndings(" "), "subject", 200), text);
    }

    public Id<Member> Member { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public MailState State { get; private set; }

    public int Tried { get; private set; }

    /// <summary>From when on it may be handed in.</summary>
    public Instant NextAt { get; private set; }

    public Instant? SentAt { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>It is handed in from now on; stored before the server is spoken to.</summary>
    internal void Begin(Instant now)
    {
        (State, NextAt) = (MailState.Sending, now + Patience);
        Tried++;
    }

    internal void Sent(Instant now) => (State, SentAt, Problem) = (MailState.Sent, now, null);

    /// <summary>The server was not reached, or puts it off: later again, at last not any more.</summary>
    internal void PutOff(string problem, Instant now)
    {
        Problem = Excerpt.Of(problem, 400);
        State = Tried < Tries ? MailState.Waiting : MailState.Refused;
        NextAt = now + Duration.FromMinutes(5 << Math.Min(Tried, 8));
    }

    internal void Refuse(string problem) => (State, Problem) = (MailState.Refused, Excerpt.Of(problem, 400));

    /// <summary>Whoever handed it in never said what came of it.</summary>
    internal void Lose() => (State, Problem) = (MailState.Unknown, "The program ended while it was handed in.");
}

internal sealed class MailStorage : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails");
        builder.Property(row => row.Subject).HasMaxLength(200);
        builder.Property(row => row.Problem).HasMaxLength(400);
        builder.HasIndex(row => new { row.State, row.NextAt });
        builder.HasIndex(row => new { row.Member, row.CreatedAt });
    }
}
