using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A conversation that is planned: when, where and about what, what is expected to be asked, and who is there to answer.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="At">Local time in the brand's zone.</param>
/// <param name="ReplyMinutes">How long somebody is there to answer, from its beginning.</param>
/// <param name="Idea">How it is opened: the words, or the idea for them.</param>
/// <param name="Question">What people are expected to ask.</param>
/// <param name="Answer">What is answered, or where the answer stands.</param>
/// <param name="Responder">Who is on duty; without one the slot is warned of.</param>
/// <param name="Escalation">What goes further, and how.</param>
/// <param name="EscalateTo">To whom.</param>
/// <param name="Account">Where it takes place.</param>
/// <param name="Post">The post that opens it.</param>
public sealed record ConversationSheet(
    string Title, LocalDateTime At, int ReplyMinutes = 120, string? Idea = null, string? Question = null, string? Answer = null, Id<Member>? Responder = null, string? Escalation = null, Id<Member>? EscalateTo = null,
    Id<SocialAccount>? Account = null, Id<Post>? Post = null);

/// <summary>A slot of the conversational calendar.</summary>
public sealed class PlannedConversation : Entity<PlannedConversation>
{
    private PlannedConversation()
    {
    }

    public PlannedConversation(Id<Brand> brand, Id<Plan>? plan) => (Brand, Plan) = (brand, plan);

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>What is planned.</summary>
    public ConversationSheet Sheet { get; private set; } = null!;

    /// <summary>The instant it begins.</summary>
    public Instant BeginsAt { get; private set; }

    /// <summary>The instant the reply window closes.</summary>
    public Instant EndsAt { get; private set; }

    /// <summary>Who is on duty.</summary>
    public Guid? Responder { get; private set; }

    /// <summary>When somebody said that it is done.</summary>
    public Instant? DoneAt { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Says what is planned; the window is 5 minutes to 7 days long.</summary>
    public void Become(ConversationSheet sheet, DateTimeZone zone)
    {
        Rule.Require(sheet.ReplyMinutes is >= 5 and <= 10_080, "window-out-of-range", "The reply window is 5 minutes to 7 days long.", "sheet.replyMinutes");
        Sheet = sheet with
        {
            Title = Rule.Text(sheet.Title, "title", 200),
            At = new LocalDateTime(sheet.At.Year, sheet.At.Month, sheet.At.Day, sheet.At.Hour, sheet.At.Minute),
            Idea = Rule.OptionalText(sheet.Idea, "idea"),
            Question = Rule.OptionalText(sheet.Question, "question"),
            Answer = Rule.OptionalText(sheet.Answer, "answer"),
            Escalation = Rule.OptionalText(sheet.Escalation, "escalation"),
        };
        Responder = sheet.Responder?.Value;
        Stand(zone);
    }

    /// <summary>The brand moved to another zone: the local time stays, the instants follow.</summary>
    internal void Stand(DateTimeZone zone)
    {
        BeginsAt = Clock.Resolve(Sheet.At, zone);
        EndsAt = BeginsAt + Duration.FromMinutes(Sheet.ReplyMinutes);
    }

    public void Finish(string? outcome, Instant now) => (DoneAt, Outcome) = (now, Rule.OptionalText(outcome, "outcome"));

    public void Reopen() => (DoneAt, Outcome) = (null, null);
}

internal sealed class PlannedConversationStorage : IEntityTypeConfiguration<PlannedConversation>
{
    public void Configure(EntityTypeBuilder<PlannedConversation> builder)
    {
        builder.ToTable("planned_conversations");
        builder.Property(slot => slot.Sheet).AsJson();
        builder.HasIndex(slot => new { slot.Brand, slot.BeginsAt });
        builder.HasIndex(slot => slot.Plan);
    }
}
