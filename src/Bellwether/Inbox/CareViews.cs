using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>What of a promise is due next.</summary>
public enum CareDuty
{
    /// <summary>A word to somebody who waits.</summary>
    Answer,

    /// <summary>The case settled.</summary>
    Resolution,
}

/// <summary>What is due next in a case, and how long there is.</summary>
/// <param name="Minutes">Business minutes that are left, or by which it is late.</param>
public sealed record CareDue(CareDuty Duty, Instant At, int Minutes, bool Overdue)
{
    /// <summary>The earlier of both promises that still run; null for a settled case and for a brand without working hours.</summary>
    internal static CareDue? Of(Case row, BusinessClock clock, Instant now)
    {
        if (row.Status == CareStatus.Resolved)
        {
            return null;
        }

        var settled = clock.DueAt(row.OpenedAt, row.ResolveWithin) is { } at ? Made(CareDuty.Resolution, at, clock, now) : null;
        var answered = row.WaitingSince is { } since && clock.DueAt(since, row.AnswerWithin) is { } by ? Made(CareDuty.Answer, by, clock, now) : null;
        return answered is null || settled?.At < answered.At ? settled : answered;
    }

    private static CareDue Made(CareDuty duty, Instant at, BusinessClock clock, Instant now) =>
        new(duty, at, at < now ? clock.Minutes(at, now) : clock.Minutes(now, at), at < now);
}

/// <summary>How long something took against its promise.</summary>
/// <param name="BusinessMinutes">While the brand worked.</param>
/// <param name="ElapsedMinutes">On the clock on the wall.</param>
/// <param name="Within">The promise, in business minutes.</param>
public sealed record CareTime(int BusinessMinutes, int ElapsedMinutes, int Within, bool Met)
{
    internal static CareTime? Of(Instant from, Instant? to, int? minutes, int within) =>
        to is { } end && minutes is { } took ? new CareTime(took, (int)(end - from).TotalMinutes, within, took <= within) : null;
}

/// <summary>A case in a list.</summary>
/// <param name="Network">Key of the network; null for another way.</param>
/// <param name="Excerpt">The first words of what they wrote last.</param>
/// <param name="FirstAnswer">How long the first answer of a person took; null until there is one.</param>
/// <param name="Resolution">How long it took to settle it; null while it is not.</param>
public sealed record CareRow(
    Id<Case> Id, Id<Brand> Brand, string? Network, Id<SocialAccount>? Account, CaseKind Kind, string? Author, int? Stars, CaseSeverity Severity, CareStatus Status, Id<Member>? Assignee,
    string Excerpt, Instant ReceivedAt, Instant LastAt, CareDue? Due, CareTime? FirstAnswer, CareTime? Resolution, int Version) : IVersioned
{
    internal static CareRow Of(Case row, BusinessClock clock, Instant now) => new(
        row.Id, row.Brand, row.Network.Length == 0 ? null : row.Network, row.Account, row.Kind, row.Author, row.Stars, row.Severity, row.Status, row.Assignee,
        row.Excerpt, row.ReceivedAt, row.LastAt, CareDue.Of(row, clock, now),
        CareTime.Of(row.ReceivedAt, row.AnsweredAt, row.AnsweredIn, row.AnswerWithin), CareTime.Of(row.OpenedAt, row.ResolvedAt, row.ResolvedIn, row.ResolveWithin), row.Version);
}

/// <summary>One word of the conversation.</summary>
/// <param name="By">Who of us wrote it, or typed it in.</param>
/// <param name="Way">Where an answer was given.</param>
public sealed record MessageView(Id<Message> Id, MessageKind Kind, string Text, Instant At, Id<Member>? By, ReplyWay? Way);

/// <summary>A canned answer with what is known of the case filled in.</summary>
/// <param name="Missing">Variables that whoever answers fills in.</param>
public sealed record AnswerChoice(Id<CannedAnswer> Id, string Title, string Text, IReadOnlyList<string> Missing);

/// <summary>A case with its conversation.</summary>
/// <param name="Url">Where the conversation can be opened.</param>
/// <param name="Action">The id of the action it became.</param>
/// <param name="Next">Where the case may go from here.</param>
/// <param name="Answers">The brand's canned answers, filled in for this case.</param>
public sealed record CareSheet(
    CareRow Case, string? Url, string? Handle, Id<Plan>? Plan, string? Action, IReadOnlyList<CareStatus> Next, IReadOnlyList<MessageView> Messages, IReadOnlyList<AnswerChoice> Answers);
