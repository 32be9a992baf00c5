using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>Whose word a message of a case is.</summary>
public enum MessageKind
{
    /// <summary>They wrote to us.</summary>
    FromThem,

    /// <summary>One of us answered.</summary>
    FromUs,

    /// <summary>A machine answered; nobody has read theirs yet.</summary>
    Automatic,

    /// <summary>A note among ourselves.</summary>
    Note,
}

/// <summary>One word in the conversation of a case.</summary>
public sealed class Message : Entity<Message>
{
    private Message()
    {
    }

    public Message(Id<Case> @case, MessageKind kind, string text, Instant at, Id<Member>? by)
    {
        (Case, Kind, At, By) = (@case, kind, at, by);
        Text = Rule.Text(text, "text", 20_000);
    }

    public Id<Case> Case { get; private set; }

    public MessageKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public Instant At { get; private set; }

    /// <summary>Who of us wrote it, or typed it in.</summary>
    public Id<Member>? By { get; private set; }

    /// <summary>Where an answer was given.</summary>
    public ReplyWay? Way { get; private set; }

    /// <summary>What the network calls it, in the one spelling that makes it unique within the workspace; null for what was typed by hand.</summary>
    public string? Key { get; private set; }

    /// <summary>The unique spelling of a network's own id.</summary>
    public static string KeyOf(Id<Brand> brand, string? network, string externalId) =>
        $"{brand.Value:N}/{(string.IsNullOrWhiteSpace(network) ? "" : NetworkName.Of(network))}/{Rule.Text(externalId, "externalId", 200, "the id that the network gave it")}";

    public Message Known(string? key)
    {
        Key = key;
        return this;
    }

    public Message Given(ReplyWay way)
    {
        Way = way;
        return this;
    }
}

internal sealed class MessageStorage : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("case_messages");
        builder.Property(row => row.Key).HasMaxLength(280);
        builder.HasIndex(row => new { row.Case, row.At });
        builder.HasIndex(row => new { row.WorkspaceKey, row.Key }).IsUnique();
    }
}
