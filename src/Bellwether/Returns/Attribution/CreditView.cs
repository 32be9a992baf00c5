using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>Credit under one model.</summary>
/// <param name="Conversions">Of how many conversions; a part of one is part of it.</param>
/// <param name="Value">What they are worth, in the brand's currency.</param>
public sealed record ModelCredit(AttributionModel Model, decimal Conversions, Money Value);

/// <summary>What one channel group, channel, campaign, type, post, theme, goal, link or deal is credited with, all models side by side.</summary>
/// <param name="Key">Its id, or its name as a word: organicSocial, direct; none where a touch stands for nothing of the kind, elsewhere outside the plan that is asked for.</param>
/// <param name="Title">What people call it; null where the key is the word.</param>
/// <param name="Path">Where it is on the screen.</param>
/// <param name="Influenced">How many conversions it was on the path of. These do not add up: two can be on one path.</param>
/// <param name="Assisted">How many of them it led to without being the last touch.</param>
/// <param name="Last">How many it was the last touch of.</param>
/// <param name="AssistedToLast">Assisted for each last: above 1 it opens doors more often than it closes a sale. Null without a last.</param>
public sealed record CreditRow(string Key, string? Title, string? Path, int Influenced, int Assisted, int Last, Ratio? AssistedToLast, IReadOnlyList<ModelCredit> Credits);

/// <summary>Two that were on the path of the same conversions. Each such conversion counts once in every total.</summary>
/// <param name="Conversions">How many conversions both led to.</param>
public sealed record TouchOverlap(string One, string? OneTitle, string Other, string? OtherTitle, int Conversions);

/// <summary>A model that has nothing to say here, and why.</summary>
public sealed record SilentModel(AttributionModel Model, string Why);

/// <summary>Who gets credit for what came back, under every model.</summary>
/// <param name="Chosen">The model that the brand's goals, posts and returns count by.</param>
/// <param name="Conversions">All conversions of the span that count; a conversion touched by two is one.</param>
/// <param name="Value">What they were worth in the brand's currency.</param>
/// <param name="Others">What they were worth in other currencies: shown, never added.</param>
/// <param name="Unattributed">How many of them nothing known led to within the look-back window.</param>
/// <param name="UnattributedValue">What those were worth.</param>
/// <param name="UnattributedShare">Their part of all conversions; null without any.</param>
/// <param name="SeveralTouches">How many were touched by two or more of what is compared: only these are shared differently by the models.</param>
/// <param name="Visitors">How many visitors clicked and did not convert, as far as a day tells.</param>
/// <param name="Caution">What to know before models are compared, in a sentence; null where there is enough to compare.</param>
/// <param name="Overlaps">Which pairs were on the path of the same conversions, the most frequent first.</param>
public sealed record AttributionReportView(
    Id<Brand> Brand,
    LocalDate From,
    LocalDate Until,
    CreditBy By,
    int LookBackDays,
    PathTransform Transform,
    int Order,
    AttributionModel Chosen,
    int Conversions,
    Money Value,
    IReadOnlyList<Money> Others,
    int Unattributed,
    Money UnattributedValue,
    Ratio? UnattributedShare,
    int SeveralTouches,
    long Visitors,
    string? Caution,
    IReadOnlyList<SilentModel> Silent,
    IReadOnlyList<CreditRow> Rows,
    IReadOnlyList<TouchOverlap> Overlaps);
