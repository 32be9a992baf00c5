using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>What a rival says of itself, for comparison.</summary>
/// <param name="Name">Who.</param>
/// <param name="Position">What they say they are, in their words.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="On">When it was read.</param>
public sealed record RivalPosition(string Name, string Position, string? Source = null, LocalDate? On = null);

/// <summary>Who the brand is on social networks: its position, the social concept that follows from it, and the voice it speaks in.</summary>
public sealed class Positioning : Entity<Positioning>
{
    private Positioning()
    {
    }

    /// <summary>A plan has one positioning; it starts empty.</summary>
    public Positioning(Plan plan) => (Plan, Brand) = (plan.Id, plan.Brand);

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>What the brand stands for in its market, everywhere.</summary>
    public string? BrandPosition { get; private set; }

    /// <summary>What that means on social networks: why people would talk with it.</summary>
    public string? SocialConcept { get; private set; }

    /// <summary>How it speaks: tone, words, distance.</summary>
    public string? Voice { get; private set; }

    /// <summary>What is promoted and avoided on every channel, and who the friends are.</summary>
    public ContentGuide Guide { get; private set; } = ContentGuide.Empty;

    /// <summary>What rivals say of themselves.</summary>
    public IReadOnlyList<RivalPosition> Rivals { get; private set; } = [];

    public void Stand(string? brandPosition, string? socialConcept, string? voice) =>
        (BrandPosition, SocialConcept, Voice) = (Rule.OptionalText(brandPosition, "brandPosition", 1000), Rule.OptionalText(socialConcept, "socialConcept", 1000), Rule.OptionalText(voice, "voice", 1000));

    public void Follow(ContentGuide guide) => Guide = guide.Checked();

    /// <summary>Records what rivals say; each once, none dated ahead.</summary>
    public void CompareWith(IReadOnlyList<RivalPosition> rivals, LocalDate today)
    {
        Rule.Require(rivals.All(rival => rival.On is null || rival.On <= today), "rival-from-future", "A rival's position is dated ahead of today. Give the day it was read.", "rivals");
        Rivals =
        [
            .. rivals.Select(rival => rival with
            {
                Name = Rule.Text(rival.Name, "rivals", 160), Position = Rule.Text(rival.Position, "rivals", 1000), Source = Rule.OptionalText(rival.Source, "rivals", 400),
            }),
        ];
        Rule.Require(Rivals.Select(rival => rival.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == Rivals.Count, "rival-twice", "A rival stands here twice. Keep what they say now.", "rivals");
    }
}
