using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Channels;

/// <summary>How a starter opens a conversation.</summary>
public enum StarterKind
{
    /// <summary>A question one can answer in a line.</summary>
    Question,

    /// <summary>A thought or picture one wants to answer.</summary>
    Prompt,

    /// <summary>Asks people to take part: vote, send, come, join.</summary>
    CallToTakePart,
}

/// <summary>Words that open a conversation with a persona; posts that contain them are counted.</summary>
public sealed class ConversationStarter : Entity<ConversationStarter>
{
    private ConversationStarter()
    {
    }

    /// <summary>A starter is a line; it may be meant for one persona.</summary>
    public ConversationStarter(Plan plan, string text, StarterKind kind, string? persona, int rank)
    {
        (Plan, Brand, Rank) = (plan.Id, plan.Brand, rank);
        Say(text, kind, persona);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Text { get; private set; } = "";

    public StarterKind Kind { get; private set; }

    /// <summary>Whom it is for, by the persona's name; null for everybody.</summary>
    public string? Persona { get; private set; }

    /// <summary>Its place among the starters, from 1.</summary>
    public int Rank { get; private set; }

    public void Say(string text, StarterKind kind, string? persona)
    {
        (Text, Kind, Persona) = (Rule.Text(text, "text", 400), kind, Rule.OptionalText(persona, "persona", 120));
        Rule.Require(Text.Any(char.IsLetterOrDigit), "starter-without-words", "A starter needs words that people can answer.", "text");
    }
}
