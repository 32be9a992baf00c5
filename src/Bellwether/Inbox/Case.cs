using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>
/// Somebody turned to the brand and waits: who looks after it, how urgent it is, what was promised, and how long it took. Times are
/// counted in business minutes when they end, so that later changes of the hours do not rewrite them.
/// </summary>
public sealed class Case : Entity<Case>
{
    private const int Shown = 200;

    private Case()
    {
    }

    /// <summary>A case begins with its first message.</summary>
    public Case(Id<Brand> brand, CaseKind kind, string? network, Id<SocialAccount>? account, int? stars)
    {
        (Brand, Kind, Account, Stars) = (brand, kind, account, stars);
        Network = string.IsNullOrWhiteSpace(network) ? "" : NetworkName.Of(network);
        Rule.Require(stars is null || kind == CaseKind.Review, "stars-without-review", "Only a review has stars. Leave them out, or say that it is a review.", "stars");
        Rule.Require(stars is null or (>= 1 and <= 5), "stars-out-of-range", "A review has 1 to 5 stars.", "stars");
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The plan in which it became work; null until then.</summary>
    public Id<Plan>? Plan { get; private set; }

    /// <summary>Our account that they turned to.</summary>
    public Id<SocialAccount>? Account { get; private set; }

    /// <summary>Key of the network; empty for another way.</summary>
    public string Network { get; private set; } = "";

    public CaseKind Kind { get; private set; }

    /// <summary>How they call themselves.</summary>
    public string? Author { get; private set; }

    public int? Stars { get; private set; }

    /// <summary>Where the conversation can be opened.</summary>
    public string? Url { get; private set; }

    public CaseSeverity Severity { get; private set; } = CaseSeverity.Normal;

    public CareStatus Status { get; private set; } = CareStatus.Open;

    /// <summary>The accountable person; none yet.</summary>
    public Id<Member>? Assignee { get; private set; }

    /// <summary>The first words of what they wrote last.</summary>
    public string Excerpt { get; private set; } = "";

    /// <summary>When they wrote first; the clock of the first answer starts here.</summary>
    public Instant ReceivedAt { get; private set; }

    /// <summary>When the clock of the resolution started: the first message, or the one that opened a settled case again.</summary>
    public Instant OpenedAt { get; private set; }

    /// <summary>The latest word of either side.</summary>
    public Instant LastAt { get; private set; }

    /// <summary>Since when they wait for a word; null while they do not.</summary>
    public Instant? WaitingSince { get; private set; }

    /// <summary>When a person answered first.</summary>
    public Instant? AnsweredAt { get; private set; }

    /// <summary>Business minutes until a person answered first.</summary>
    public int? AnsweredIn { get; private set; }

    /// <summary>The latest answer of a person.</summary>
    public Instant? RepliedAt { get; private set; }

    /// <summary>The promise of a first answer, in business minutes.</summary>
    public int AnswerWithin { get; private set; }

    public Instant? ResolvedAt { get; private set; }

    /// <summary>Business minutes until it was settled.</summary>
    public int? ResolvedIn { get; private set; }

    /// <summary>The promise of a resolution, in business minutes.</summary>
    public int ResolveWithin { get; private set; }

    /// <summary>Id of the action it became.</summary>
    public string? Action { get; private set; }

    /// <summary>Who wrote it and where it can be opened; what is known stays.</summary>
    public void Locate(string? author, string? url)
    {
        Author = Rule.OptionalText(author, "author", 120) ?? Author;
        Url = string.IsNullOrWhiteSpace(url) ? Url : TaggedAddress.Web(url, "url").AbsoluteUri;
    }

    /// <summary>How severe it is, and with it what is promised.</summary>
    public void Promise(SlaTerm term) => (Severity, AnswerWithin, ResolveWithin) = (term.Severity, term.AnswerMinutes, term.ResolveMinutes);

    public void Assign(Id<Member>? assignee) => Assignee = assignee;

    /// <summary>They wrote. What is older than our last word was answered by it; anything newer waits, and opens a settled case again.</summary>
    public void Hear(string text, Instant at)
    {
        var first = ReceivedAt == default;
        ReceivedAt = first || (AnsweredAt is null && at < ReceivedAt) ? at : ReceivedAt;
        OpenedAt = first || (Status != CareStatus.Resolved && at < OpenedAt) ? at : OpenedAt;
        if (at >= LastAt || Excerpt.Length == 0)
        {
            Excerpt = Kernel.Excerpt.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Shown);
        }

        LastAt = Instant.Max(LastAt, at);
        if (at <= RepliedAt || at <= ResolvedAt)
        {
            return;
        }

        WaitingSince = WaitingSince is { } since ? Instant.Min(since, at) : at;
        if (Status == CareStatus.Resolved)
        {
            (OpenedAt, ResolvedAt, ResolvedIn) = (at, null, null);
        }

        Status = Status == CareStatus.Open ? Status : Status.Become(CareStatus.Open);
    }

    /// <summary>A person answered: the clock of the first answer stops at the earliest one. A settled case stays settled.</summary>
    public void Answer(Instant at, BusinessClock clock)
    {
        Rule.Require(at >= ReceivedAt, "answer-before-message", "The answer cannot be older than the message. Check the time.", "at");
        if (AnsweredAt is null || at < AnsweredAt)
        {
            (AnsweredAt, AnsweredIn) = (at, clock.Minutes(ReceivedAt, at));
        }

        RepliedAt = Instant.Max(RepliedAt ?? at, at);
        LastAt = Instant.Max(LastAt, at);
        WaitingSince = WaitingSince <= at ? null : WaitingSince;
        if (Status == CareStatus.Open && WaitingSince is null)
        {
            Status = Status.Become(CareStatus.Answered);
        }
    }

    /// <summary>It is settled, with or without an answer; nobody waits any longer.</summary>
    public void Resolve(Instant at, BusinessClock clock)
    {
        Rule.Require(at >= ReceivedAt, "resolved-before-message", "A case cannot be settled before its message came. Check the time.", "at");
        Status = Status.Become(CareStatus.Resolved);
        (ResolvedAt, ResolvedIn, WaitingSince) = (at, clock.Minutes(OpenedAt, at), null);
        LastAt = Instant.Max(LastAt, at);
    }

    /// <summary>It is not settled after all: the clock of the resolution goes on, and one that was never answered waits again.</summary>
    public void Reopen()
    {
        Rule.Require(Status == CareStatus.Resolved, "case-not-resolved", "This case is not settled, so there is nothing to open again.", "status");
        Status = Status.Become(AnsweredAt is null ? CareStatus.Open : CareStatus.Answered);
        (ResolvedAt, ResolvedIn) = (null, null);
        WaitingSince = AnsweredAt is null ? ReceivedAt : null;
    }

    /// <summary>It became work of a plan; whoever sees the plan sees the case.</summary>
    public void BecomeWork(Id<Plan> plan, string action) => (Plan, Action) = (plan, action);
}

internal sealed class CaseStorage : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Author).HasMaxLength(120);
        builder.Property(row => row.Url).HasMaxLength(4000);
        builder.Property(row => row.Excerpt).HasMaxLength(200);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.HasIndex(row => new { row.Brand, row.Status });
        builder.HasIndex(row => new { row.Brand, row.LastAt });
        builder.HasIndex(row => new { row.Brand, row.ReceivedAt });
    }
}
