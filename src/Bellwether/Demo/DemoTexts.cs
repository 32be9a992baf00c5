using Bellwether.Reviews;

namespace Bellwether.Demo;

/// <summary>A lesson of the demo.</summary>
internal sealed record DemoLesson(string Situation, string Happened, string Recommendation, string? Why, string? Evidence, string[] Tags);

/// <summary>What came up in one of the demo's reviews.</summary>
/// <param name="Drop">Title of the measure that is dropped.</param>
/// <param name="Alter">Title of the measure that is altered.</param>
/// <param name="Change">What is altered on it.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Doer">Who follows the decision up: 0 Ana, 1 Ben, 2 Cleo, 3 whoever loaded the demo; null when nobody does.</param>
/// <param name="Idea">A thought for the board.</param>
/// <param name="Becomes">Whether the idea becomes an action.</param>
internal sealed record DemoTalk(
    Closeness Closeness, string Notes, DemoLesson? Lesson = null, string? Decision = null, int? Doer = null, string? Idea = null, bool Becomes = false,
    string? Drop = null, string? Alter = null, string? Change = null);

/// <summary>The words of the demo: what is on, where, and what its reviews talked about.</summary>
internal static class DemoTexts
{
    public static readonly string[] Dishes = ["Tacos al pastor", "Quesadilla with mushrooms", "Burrito with slow beef", "Fish tacos, lime and coriander", "Black bean bowl", "Chicken tinga", "Elote from the grill"];

    public static readonly string[] Places = ["the market square", "the old station", "the library", "the river bridge", "the university gate"];

    public static readonly string[] Questions = ["What would you add to it?", "Whom do you bring along?", "Green sauce or red?", "Which dish should come back next week?"];

    public const string Flyers = "Paper flyers in the letterboxes around each place";

    public const string Visits = "Social sessions (web referrals)";

    /// <summary>One for each review in its turn; the second makes version 2.</summary>
    public static readonly DemoTalk[] Talks =
    [
        new(Closeness.Same, "First month. Everybody has found their place; the numbers are still small.",
            new("Posts that went out after noon", "They were read in the evening, when the van is closed.", "Post before eleven, or not at all.", "Lunch is decided between eleven and twelve.", "https://tacoloco.example/notes/clicks-by-hour", ["bluesky", "today here"]),
            "Ben asks Ana for the place of the next day every evening by six.", Idea: "A picture with all places of the week, pinned on Mondays."),
        new(Closeness.Closer, "The flyers brought nobody; the posts did. We go for more visits.",
            new("A thousand flyers in letterboxes around the old station", "Three people came with one in six weeks.", "Spend the money on cards that offices keep.", "A flyer is thrown away before noon.", "https://tacoloco.example/notes/flyers", ["today here"]),
            "Bring a card with the code TACO2 to the offices at the river bridge.", 2, "Ask each Monday which dish should come back.", Becomes: true,
            Drop: Flyers, Alter: Visits, Change: "110 visits a week were reached three times; aim at 130."),
        new(Closeness.Closer, "Quiet month. The question on Mondays is answered more than anything else.",
            new("Questions on Mondays", "They got three times the replies of any other post.", "Ask one question a week, and answer every reply.", null, null, ["bluesky", "you asked"]),
            "Every reply to a question is answered the same day."),
        new(Closeness.Same, "Rain on eleven days. We said so each time, and nobody complained.",
            Decision: "Cancelled days are posted before nine, with the next place.", Idea: "A sign at the van with tomorrow's place."),
        new(Closeness.Closer, "Office orders come in since the cards. The kitchen can do two trays a day.",
            new("Cards with a code in ten offices", "Six of them ordered within a month.", "Go to ten more offices each quarter.", "The card lies beside the coffee machine.", "https://tacoloco.example/notes/cards", ["today here"]),
            "Ask the six offices what they would order every week.", 0),
        new(Closeness.Closer, "Nothing to change. The queue knew the dish by name twice.", Idea: "Let a regular guest name a taco."),
        new(Closeness.Same, "Holidays ahead: the university gate is empty until autumn.",
            Decision: "In the holidays the van stands at the river bridge on Thursdays."),
        new(Closeness.Farther, "Visits fell with the heat. We keep the target: it will cool down.",
            new("The hottest weeks of the year", "Visits fell by a third while the number of posts stayed the same.", "Post cold drinks and salads above 30 degrees.", "Nobody wants a hot lunch.", null, ["instagram", "from the kitchen"])),
        new(Closeness.Closer, "Back to where we were in spring.",
            Decision: "Ben takes a picture of every new dish on its first day.", Doer: 1),
        new(Closeness.Closer, "Two trays a day were sold out on four days. The price for twelve is too low.",
            Decision: "Look for a second oven for the trays.", Idea: "Deliver trays by cargo bike."),
        new(Closeness.Closer, "The picture comes true on Fridays. On Mondays it does not yet.",
            new("Mondays", "The queue is half as long as on Fridays, whatever we post.", "Try the best seller on Mondays.", null, null, ["bluesky", "instagram", "today here"]),
            "Write a short guide for whoever stands in for Ben.", 3),
    ];
}
