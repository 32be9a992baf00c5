using Bellwether.Audits;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What filling does with one row on one day.</summary>
public enum FillStep
{
    /// <summary>A new post is made.</summary>
    Make,

    /// <summary>Its post says so already.</summary>
    Same,

    /// <summary>Its post is brought up to date.</summary>
    Change,

    /// <summary>Somebody changed its post by hand; it stays as it is.</summary>
    Keep,

    /// <summary>Its post is out, or on its way.</summary>
    Out,

    /// <summary>The table has no such row on that day any more: its post is taken out.</summary>
    TakeOut,

    /// <summary>Something is missing: no post is made, and one that stands there is taken out.</summary>
    Blocked,

    /// <summary>Its time has passed.</summary>
    Past,
}

/// <summary>One row of a template's table on one day, and what filling does there.</summary>
/// <param name="Row">The row; null when it is no longer in the table.</param>
/// <param name="At">The local time at which it goes out, where it is known.</param>
/// <param name="Until">The local time until which it holds.</param>
/// <param name="Text">The shared text as it would be said.</param>
/// <param name="Missing">The names of the variables that have no value.</param>
/// <param name="Why">Why it is blocked, in words.</param>
/// <param name="Warnings">What the networks would say of the text, such as its length.</param>
/// <param name="Post">The post that stands there.</param>
public sealed record FillSlot(
    LocalDate Day, Id<TemplateRow>? Row, LocalDateTime? At, LocalDateTime? Until, FillStep Step, string Text, IReadOnlyList<string> Missing, string? Why, IReadOnlyList<string> Warnings, Id<Post>? Post)
{
    /// <summary>What the post is to say, where one is made or changed.</summary>
    internal FilledContent? Content { get; init; }

    /// <summary>What is known of the post that stands there.</summary>
    internal FilledPost? Filled { get; init; }
}

/// <summary>What filling the calendar does, or did, slot by slot.</summary>
/// <param name="Filling">The filling, to take it back; null in a dry run and when there was nothing to do.</param>
/// <param name="Make">How many posts are made.</param>
/// <param name="Change">How many are brought up to date.</param>
/// <param name="TakeOut">How many are taken out.</param>
/// <param name="Blocked">How many slots are blocked.</param>
/// <param name="Scheduled">How many go out by themselves now, or wait for their approval.</param>
public sealed record FillPlan(Id<Filling>? Filling, LocalDate From, LocalDate To, IReadOnlyList<FillSlot> Slots, int Make, int Change, int TakeOut, int Blocked, int Scheduled)
{
    internal static FillPlan Of(LocalDate from, LocalDate to, IReadOnlyList<FillSlot> slots, Id<Filling>? filling = null, int scheduled = 0)
    {
        int Count(FillStep step) => slots.Count(slot => slot.Step == step);
        return new(filling, from, to, slots, Count(FillStep.Make), Count(FillStep.Change), Count(FillStep.TakeOut) + slots.Count(slot => slot.Step == FillStep.Blocked && slot.Post is not null), Count(FillStep.Blocked), scheduled);
    }
}

/// <summary>Where a template's post goes out, once the accounts behind its channels are known.</summary>
/// <param name="Account">The account; null when its channel has none yet.</param>
/// <param name="Name">The network as people say it.</param>
internal sealed record TellingTarget(TemplateTelling Told, Id<SocialAccount>? Account, string Network, string Name);
