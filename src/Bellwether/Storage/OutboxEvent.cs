using System.Text.Json;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Storage;

/// <summary>An event waiting to be handed to the steps that react to it.</summary>
[SharedByAll]
public sealed class OutboxEvent : Entity<OutboxEvent>
{
    /// <summary>After so many tries an event is left for a person; <c>doctor</c> names it.</summary>
    public const int MostTries = 20;

    private OutboxEvent()
    {
    }

    public OutboxEvent(IEvent happened, Guid workspace, Instant now)
    {
        Type = happened.GetType().FullName!;
        Content = JsonSerializer.Serialize(happened, happened.GetType(), HouseJson.Options);
        WorkspaceKey = workspace;
        DueAt = now;
    }

    public string Type { get; private set; } = "";

    public string Content { get; private set; } = "";

    /// <summary>When to hand it over next; moves on when claimed and after a failure.</summary>
    public Instant DueAt { get; private set; }

    public int Tries { get; private set; }

    public string? LastError { get; private set; }

    public Instant? DoneAt { get; private set; }

    /// <summary>The event as the record it was; null when its type is no longer known.</summary>
    public IEvent? Read() =>
        typeof(OutboxEvent).Assembly.GetType(Type) is { } type ? (IEvent?)JsonSerializer.Deserialize(Content, type, HouseJson.Options) : null;

    public void Finish(Instant now) => DoneAt = now;

    /// <summary>Waits longer after each failure: 2, 4, 8 … seconds, at most an hour.</summary>
    public void Fail(string error, Instant now)
    {
        Tries++;
        LastError = error.Length > 2000 ? error[..2000] : error;
        DueAt = now + Duration.FromSeconds(Math.Min(3600, Math.Pow(2, Math.Min(Tries, 20))));
    }
}

internal sealed class OutboxEventStorage : IEntityTypeConfiguration<OutboxEvent>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> builder)
    {
        builder.ToTable("outbox");
        builder.Property(row => row.Type).HasMaxLength(200);
        builder.HasIndex(row => new { row.DoneAt, row.DueAt });
    }
}
