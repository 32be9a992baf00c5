using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>A weekly opening for a conversation: the day and time, the question asked, who answers, and how fast.</summary>
public sealed class ConversationSlot : Entity<ConversationSlot>
{
    private ConversationSlot()
    {
    }

    /// <summary>A slot is a weekday, a local time and a question.</summary>
    public ConversationSlot(Channel channel, IsoDayOfWeek day, LocalTime at, string question)
    {
        Channel = channel.Id;
        Plan = channel.Plan;
        Brand = channel.Brand;
        Ask(day, at, question);
    }

    public Id<Channel> Channel { get; private set; }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public IsoDayOfWeek Day { get; private set; }

    /// <summary>Local time in the brand's zone.</summary>
    public LocalTime At { get; private set; }

    /// <summary>What is asked: the conversation one hopes for.</summary>
    public string Question { get; private set; } = "";

    public Id<ContentPillar>? Pillar { get; private set; }

    /// <summary>Who answers.</summary>
    public Id<Member>? Responder { get; private set; }

    /// <summary>Minutes within which a reply is answered.</summary>
    public int? ReplyWithin { get; private set; }

    /// <summary>Whom to call when it gets difficult.</summary>
    public string? Escalation { get; private set; }

    public void Ask(IsoDayOfWeek day, LocalTime at, string question)
    {
        Rule.Require(day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday, "weekday-unknown", "A slot stands on one of the seven days.", "day");
        (Day, At, Question) = (day, at, Rule.Text(question, "question", 400));
    }

    public void Answer(Id<Member>? responder, int? replyWithin, string? escalation)
    {
        Rule.Require(replyWithin is null or (> 0 and <= 10_080), "reply-window-invalid", "The reply window is between a minute and a week (10080 minutes).", "replyWithin");
        (Responder, ReplyWithin, Escalation) = (responder, replyWithin, Rule.OptionalText(escalation, "escalation", 400));
    }

    public void Belong(Id<ContentPillar>? pillar) => Pillar = pillar;

    /// <summary>What is worth knowing: nobody is there to answer.</summary>
    public string? Warning => Responder is null ? "Nobody answers here. Name a responder, or people will talk to a wall." : null;
}
