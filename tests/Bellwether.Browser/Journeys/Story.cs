namespace Bellwether.Browser.Journeys;

/// <summary>What things are called in this story.</summary>
internal static class Story
{
    public const string Brand = "Taco Loco";

    public const string Plan = "A fuller lunch hour";

    public const string Goal = "The neighbourhood follows us";

    public const string Tactic = "Ask the neighbours one question a day";

    public const string Action = "Paint the place of the day on the board";

    /// <summary>An action that the review drops, so the next cycle does not have it.</summary>
    public const string Dropped = "Post every working day before eleven";

    public const string Mission = "Tell the neighbourhood every morning where lunch is.";
}
