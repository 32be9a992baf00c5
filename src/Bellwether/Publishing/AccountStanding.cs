using System.Globalization;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What keeps posts from going out on an account, in words, and how to mend it.</summary>
internal sealed record Trouble(Severity Severity, string Found, string? Mend);

/// <summary>All that decides whether posts can go out on an account right now.</summary>
/// <param name="Lane">Its way out; null while nothing ever went out.</param>
/// <param name="Paused">The brand's rules while its publishing is paused.</param>
/// <param name="Connectable">Whether this version can post to its network by itself.</param>
internal sealed record AccountStanding(SocialAccount Account, Connection? Connection, Lane? Lane, PublishingRules? Paused, bool Connectable)
{
    private const string Again = "Connect it again under Settings, Networks.";
    private static readonly Duration Soon = Duration.FromDays(7);

    // A network that asks for a pause of minutes is everyday weather.
    private static readonly Duration LongRest = Duration.FromMinutes(30);

    /// <summary>The account as people know it: “@taco on Bluesky”.</summary>
    public string Name => $"@{Account.Handle} on {NetworkCatalogue.Of(Account.Network).Name}";

    /// <summary>The worst that is wrong; null when posts can go out.</summary>
    public Trouble? Trouble(Instant now)
    {
        if (!Connectable)
        {
            return new Trouble(Severity.Fine, $"This version cannot post to {NetworkCatalogue.Of(Account.Network).Name} by itself.", "You will be asked to post it by hand.");
        }

        if (Connection is null)
        {
            return new Trouble(Severity.Warning, $"@{Account.Handle} is not connected.", "Connect it under Settings, Networks.");
        }

        if (Connection.State == ConnectionState.Broken)
        {
            return new Trouble(Severity.Broken, $"The network no longer accepts the sign-in of @{Account.Handle}{(Connection.Message is { Length: > 0 } why ? $": {why.TrimEnd('.')}" : "")}.", Again);
        }

        if (Connection.State == ConnectionState.Failing)
        {
            return new Trouble(Severity.Warning, $"The last test of @{Account.Handle} failed: {Connection.Message?.TrimEnd('.')}.", "Test it again under Settings, Networks, before its first post is due.");
        }

        if (Connection.ExpiresAt is { } end && end - now < Soon)
        {
            return end <= now
                ? new Trouble(Severity.Broken, $"The sign-in of @{Account.Handle} ended on {Day(end)}.", Again)
                : new Trouble(Severity.Warning, $"The sign-in of @{Account.Handle} ends on {Day(end)}.", Again);
        }

        if (Paused is { PausedAt: { } since })
        {
            return new Trouble(Severity.Warning, $"Publishing is paused since {Day(since)}, by {Paused.PausedBy}: {Paused.PauseReason!.TrimEnd('.')}.", "End the pause under Calendar, Publishing.");
        }

        return Lane is { } lane && lane.RestUntil - now > LongRest
            ? new Trouble(Severity.Warning, $"{NetworkCatalogue.Of(Account.Network).Name} asked @{Account.Handle} to pause until {lane.RestUntil.ToString("HH:mm 'UTC on' d MMM uuuu", CultureInfo.InvariantCulture)}.", "Posts wait until then and go out by themselves; plan fewer of them a day.")
            : null;
    }

    private static string Day(Instant at) => at.ToString("d MMM uuuu", CultureInfo.InvariantCulture);
}
