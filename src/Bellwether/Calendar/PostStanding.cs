using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Where a post stood at a moment: its status, its slot and who said yes. What it says is not part of it.</summary>
public sealed record PostStanding(
    PostStatus Status, LocalDateTime? Meant, string? Zone, Instant? DueAt, Guid? SubmittedBy, Guid? ApprovedBy, Instant? ApprovedAt, Instant? ScheduledAt, string? Note, Instant? ArchivedAt,
    LocalDateTime? Until, Instant? ExpiresAt, AtExpiry AtExpiry, Instant? EndedAt, IdeaStage? Stage, int? ApprovedRevision)
{
    /// <summary>Where a post stands now.</summary>
    public static PostStanding Of(Post post) => new(
        post.Status, post.Meant, post.ZoneName, post.DueAt, post.SubmittedBy, post.ApprovedBy, post.ApprovedAt, post.ScheduledAt, post.Note, post.ArchivedAt,
        post.ExpiresMeant, post.ExpiresAt, post.AtExpiry, post.EndedAt, post.SaidStage, post.ApprovedRevision);
}

/// <summary>The way back after a change that was taken back.</summary>
public sealed partial class Post
{
    /// <summary>
    /// Stands again where it stood before a change. A time that has passed meanwhile is no way back (422): nothing goes out late
    /// because somebody changed their mind.
    /// </summary>
    internal void GoBackTo(PostStanding before, Instant now)
    {
        Rule.Require(IsOpen || ArchivedAt is not null, "post-closed", $"It is {PostMoves.Words(Status)} by now.");
        Rule.Require(before.DueAt is null || before.DueAt >= now || before.DueAt == DueAt || before.Status is PostStatus.Expired or PostStatus.Missed or PostStatus.Failed, "time-passed", "The time it had before has passed.", "at");
        (Status, Meant, ZoneName, DueAt) = (before.Status, before.Meant, before.Zone, before.DueAt);
        (SubmittedBy, ApprovedBy, ApprovedAt, ApprovedRevision, ScheduledAt) = (before.SubmittedBy, before.ApprovedBy, before.ApprovedAt, before.ApprovedRevision, before.ScheduledAt);
        (Note, ArchivedAt, EndedAt, SaidStage) = (before.Note, before.ArchivedAt, before.EndedAt, before.Stage);
        LimitTo(before.Until, before.ExpiresAt, before.AtExpiry);
        Edits++;
    }
}
