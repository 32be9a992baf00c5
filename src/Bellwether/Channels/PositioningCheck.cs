using System.Globalization;
using Bellwether.Kernel;

namespace Bellwether.Channels;

/// <summary>What a position on social networks has to be.</summary>
public enum PositioningTrait
{
    /// <summary>Unlike what rivals say of themselves.</summary>
    Unique,

    /// <summary>Asks people to take part.</summary>
    Engaging,

    /// <summary>Promises only what can be shown.</summary>
    Realistic,
}

/// <summary>How a check came out.</summary>
public enum TraitResult
{
    Passes,

    Warns,

    /// <summary>Something to compare with, or to check, is missing.</summary>
    CannotTell,
}

/// <summary>One check of a positioning.</summary>
/// <param name="Message">Why, and the way out.</param>
public sealed record TraitFinding(PositioningTrait Trait, TraitResult Result, string Message);

/// <summary>How like a rival's position one's own is.</summary>
/// <param name="Likeness">From 0 to 1; 1 is the same words.</param>
/// <param name="Distance">What is left to 1.</param>
public sealed record RivalLikeness(string Name, string Position, double Likeness, double Distance);

/// <summary>Checks a positioning: unique, engaging, realistic. Pure, so that screens, gates and tests ask the same.</summary>
public static class PositioningCheck
{
    /// <summary>From this likeness on two positions cannot be told apart by those who read both. Ours; texts on the same business in other words lie below it.</summary>
    public const double TooAlike = 0.6;

    /// <summary>Each rival with how alike the positions are, the nearest first; both the brand's position and its social concept count.</summary>
    public static IReadOnlyList<RivalLikeness> Nearest(IEnumerable<string?> own, IEnumerable<RivalPosition> rivals)
    {
        var said = own.OfType<string>().Where(text => text.Trim().Length > 0).ToList();
        return said.Count == 0
            ? []
            : [.. rivals.Select(rival => (Rival: rival, Likeness: said.Max(text => Similarity.Of(text, rival.Position))))
                .Select(pair => new RivalLikeness(pair.Rival.Name, pair.Rival.Position, Math.Round(pair.Likeness, 4), Math.Round(1 - pair.Likeness, 4)))
                .OrderByDescending(rival => rival.Likeness).ThenBy(rival => rival.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public static IReadOnlyList<TraitFinding> Of(Positioning position, IReadOnlyCollection<RivalPosition> rivals, IReadOnlyCollection<Claim> claims, IReadOnlyCollection<ConversationStarter> starters) =>
        [Unique(position, rivals), Engaging(starters), Realistic(claims)];

    private static TraitFinding Unique(Positioning position, IReadOnlyCollection<RivalPosition> rivals)
    {
        if (position.BrandPosition is null && position.SocialConcept is null)
        {
            return new TraitFinding(PositioningTrait.Unique, TraitResult.CannotTell, "There is no position to compare yet. Write what the brand stands for.");
        }

        if (rivals.Count == 0)
        {
            return new TraitFinding(PositioningTrait.Unique, TraitResult.CannotTell, "No rival's position is recorded. Write down what at least one says of itself.");
        }

        var nearest = Nearest([position.BrandPosition, position.SocialConcept], rivals)[0];
        var percent = Math.Floor(nearest.Likeness * 100).ToString("0", CultureInfo.InvariantCulture);
        return nearest.Likeness >= TooAlike
            ? new TraitFinding(PositioningTrait.Unique, TraitResult.Warns, $"It is {percent} % like what {nearest.Name} says. Say what only you can say.")
            : new TraitFinding(PositioningTrait.Unique, TraitResult.Passes, $"The nearest is {nearest.Name}, {percent} % alike.");
    }

    private static TraitFinding Engaging(IReadOnlyCollection<ConversationStarter> starters)
    {
        var calls = starters.Count(starter => starter.Kind == StarterKind.CallToTakePart);
        return calls == 0
            ? new TraitFinding(PositioningTrait.Engaging, TraitResult.Warns, "Nothing asks people to take part. Write at least one call: to vote, to send something, to come along.")
            : new TraitFinding(PositioningTrait.Engaging, TraitResult.Passes, calls == 1 ? "1 call to take part." : $"{calls} calls to take part.");
    }

    private static TraitFinding Realistic(IReadOnlyCollection<Claim> claims)
    {
        if (claims.Count == 0)
        {
            return new TraitFinding(PositioningTrait.Realistic, TraitResult.CannotTell, "Nothing is claimed yet. Write what you say of yourselves, each with its proof.");
        }

        var dreams = claims.Where(claim => claim.IsDream).Select(claim => $"“{claim.Text}”").ToList();
        return dreams.Count == 0
            ? new TraitFinding(PositioningTrait.Realistic, TraitResult.Passes, claims.Count == 1 ? "The one claim has its proof." : $"All {claims.Count} claims have their proof.")
            : new TraitFinding(PositioningTrait.Realistic, TraitResult.Warns, $"{(dreams.Count == 1 ? "A dream" : $"{dreams.Count} dreams")}: {string.Join(", ", dreams.Take(3))}. Show a proof, or claim less.");
    }
}
