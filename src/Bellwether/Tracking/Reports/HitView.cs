using Bellwether.Kernel;
using Bellwether.Links;
using NodaTime;

namespace Bellwether.Tracking.Reports;

/// <summary>What kind of thing happened.</summary>
public enum HitKind
{
    /// <summary>Somebody followed a short link.</summary>
    Click,

    /// <summary>Somebody scanned the QR code of a short link.</summary>
    Scan,

    /// <summary>A page of the own site was looked at.</summary>
    View,

    /// <summary>Something else happened on the own site, such as a sign-up.</summary>
    Event,
}

/// <summary>One click, page view or event: what figures are made of. It says nothing of who it was.</summary>
/// <param name="What">The link as people call it, the page, or the name of the event.</param>
/// <param name="Where">The page on which an event happened; null for clicks and views.</param>
/// <param name="Link">The link that was followed; null for what happened on the own site.</param>
/// <param name="Group">The channel group it is sorted into.</param>
/// <param name="Source">The site or network it came from, as far as the browser said.</param>
/// <param name="StartsVisit">Whether a visit began with it.</param>
/// <param name="Outcome">Counted, or why it was not.</param>
public sealed record HitView(
    string Id, Instant At, HitKind Kind, string What, string? Where, Id<TrackedLink>? Link, ChannelGroup Group, string? Source, DeviceClass Device, bool StartsVisit, HitOutcome Outcome);
