using NodaTime;

namespace Bellwether.Audits;

/// <summary>What the program suggests for an account that nobody can explain; a person decides.</summary>
/// <param name="Suggest">Park while it still posts, Delete once it is silent.</param>
/// <param name="Days">Days without a purpose.</param>
/// <param name="Message">The suggestion in words.</param>
public sealed record DispositionSuggestion(Disposition Suggest, int Days, string Message);

/// <summary>An account without a purpose for 30 days should be parked or deleted: the suggestion, never the deed.</summary>
public static class PurposeCheck
{
    /// <summary>Days without a purpose before anything is suggested.</summary>
    public const int Patience = 30;

    /// <summary>Days without a post after which an account counts as silent.</summary>
    public const int Silence = 180;

    public static DispositionSuggestion? Of(SocialAccount account, Instant now)
    {
        if (account.PurposeMissingSince is not { } since || account.ArchivedAt is not null || account.Disposition is not Disposition.Undecided)
        {
            return null;
        }

        var days = (int)(now - since).TotalDays;
        if (days < Patience)
        {
            return null;
        }

        var silent = account.LastPost is { } last && Period.DaysBetween(last, now.InUtc().Date) >= Silence;
        return silent
            ? new(Disposition.Delete, days, $"No purpose for {days} days and no post since {account.LastPost:uuuu-MM-dd}: delete it, or park it if the handle is worth keeping.")
            : new(Disposition.Park, days, $"No purpose for {days} days: say what it is for, park it, or delete it.");
    }
}
