namespace Bellwether.Tracking;

/// <summary>What became of a hit on a short link or a report from a site: counted, or dropped with a reason that is kept and shown.</summary>
public enum HitOutcome
{
    /// <summary>A person's click.</summary>
    Counted,

    /// <summary>Dropped: a HEAD request asks for headers only; nobody looks at anything.</summary>
    Head,

    /// <summary>Dropped: a browser loads the page in advance; the person may never open it.</summary>
    Prefetch,

    /// <summary>Dropped: a network or messenger draws the preview card of a link.</summary>
    Preview,

    /// <summary>Dropped: a crawler, monitor or script, by its user agent.</summary>
    Bot,

    /// <summary>Dropped: no user agent at all; every browser sends one.</summary>
    NoAgent,

    /// <summary>The short address exists nowhere. Only the number of such hits is kept.</summary>
    UnknownLink,

    /// <summary>Redirected, but too many hits waited for the database to keep this one. Only their number is kept.</summary>
    Overload,

    /// <summary>Dropped: a mail program's safety check opens links before a person does.</summary>
    MailScanner,

    /// <summary>Dropped: the brand's own people, by their network or because they asked this browser not to be counted.</summary>
    OwnTraffic,

    /// <summary>Dropped: the site it claims to come from only wants to be looked at in reports like ours.</summary>
    SpamReferrer,

    /// <summary>Dropped: the page lies on a host that is not one of the brand's own sites.</summary>
    WrongHost,

    /// <summary>Dropped: the browser says that a program steers it.</summary>
    Automated,

    /// <summary>The browser asked not to be tracked. Only the number of such hits is kept.</summary>
    OptedOut,

    /// <summary>Dropped: the link had ended, by its last day or its last click, and led to its fallback.</summary>
    Expired,
}
