namespace Bellwether.Networks;

/// <summary>Why a network did not do what was asked; decides what happens next.</summary>
public enum ErrorKind
{
    /// <summary>Weather: nothing was done, later may work.</summary>
    Transient,

    /// <summary>Too many calls; wait until the stated time.</summary>
    RateLimited,

    /// <summary>The day's or month's allowance is used up.</summary>
    QuotaExhausted,

    /// <summary>The access token ran out; refresh it once and repeat.</summary>
    AuthExpired,

    /// <summary>The permission was taken back; a person must connect the account again.</summary>
    AuthRevoked,

    /// <summary>The connection lacks a right that this needs.</summary>
    PermissionMissing,

    /// <summary>The text or a field of it is refused.</summary>
    ContentInvalid,

    /// <summary>An image or video is refused.</summary>
    MediaInvalid,

    /// <summary>The network still works on the media.</summary>
    MediaProcessing,

    /// <summary>The network holds it for a repetition of an earlier post.</summary>
    Duplicate,

    /// <summary>A rule of the network forbids it, or the account is blocked.</summary>
    PolicyBlocked,

    /// <summary>What it refers to is not there.</summary>
    NotFound,

    /// <summary>Nobody can say whether it was done.</summary>
    UnknownOutcome,
}

/// <summary>What follows from an <see cref="ErrorKind"/>, in one place.</summary>
public static class ErrorKinds
{
    /// <summary>Whether the same call may be repeated later without a person: only when certainly nothing was done.</summary>
    public static bool MayRetry(this ErrorKind kind) =>
        kind is ErrorKind.Transient or ErrorKind.RateLimited or ErrorKind.QuotaExhausted or ErrorKind.MediaProcessing;

    /// <summary>Whether the connection has to be made again before anything of this account can go out.</summary>
    public static bool StopsAccount(this ErrorKind kind) => kind is ErrorKind.AuthRevoked or ErrorKind.PermissionMissing;

    /// <summary>What a person should do, after the sentence that says what happened.</summary>
    public static string WayOut(this ErrorKind kind) => kind switch
    {
        ErrorKind.Transient => "It will be tried again by itself.",
        ErrorKind.RateLimited or ErrorKind.QuotaExhausted => "It will go out when the network takes posts again.",
        ErrorKind.AuthExpired or ErrorKind.AuthRevoked => "Connect the account again.",
        ErrorKind.PermissionMissing => "Connect the account again and allow posting.",
        ErrorKind.ContentInvalid => "Change the text, then retry.",
        ErrorKind.MediaInvalid => "Replace the image or video, then retry.",
        ErrorKind.MediaProcessing => "It goes on when the network has prepared the media.",
        ErrorKind.Duplicate => "Look at the account: it may be there already.",
        ErrorKind.PolicyBlocked => "Look at the account's messages on the network.",
        ErrorKind.NotFound => "What it answers to may have been deleted.",
        _ => "Look at the account and say whether it is there.",
    };
}
