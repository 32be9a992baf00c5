namespace Bellwether.Tracking;

/// <summary>Why a hit on a short link does not count as a click. Every such hit is kept and shown with its reason.</summary>
public enum DropReason
{
    /// <summary>A HEAD request asks for headers only; nobody looks at anything.</summary>
    Head,

    /// <summary>A browser loads the page in advance; the person may never open it.</summary>
    Prefetch,

    /// <summary>A network or messenger draws the preview card of a link.</summary>
    Preview,

    /// <summary>A crawler, monitor or script, by its user agent.</summary>
    Bot,

    /// <summary>No user agent at all; every browser sends one.</summary>
    NoAgent,

    /// <summary>The short address exists nowhere; only the number of such hits is kept.</summary>
    UnknownLink,
}
