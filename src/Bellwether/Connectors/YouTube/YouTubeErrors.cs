using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.YouTube;

/// <summary>What the refusals of YouTube’s interface mean, by the reason they name.</summary>
internal static class YouTubeErrors
{
    private static readonly DateTimeZone Pacific = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    /// <summary>Why a call was refused.</summary>
    public static Refusal Of(HttpAnswer.Answered answer, Instant now)
    {
        var error = Answers.Json(answer.Body)?["error"] as JsonObject;
        var reason = Answers.Text((error?["errors"] as JsonArray)?.FirstOrDefault()?["reason"]) ?? "";
        var said = Answers.Text(error?["message"]) ?? "";
        var words = said.Length == 0 ? "" : $" It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";
        return (answer.Status, reason) switch
        {
            (401, _) => new Refusal(ErrorKind.AuthRevoked, OAuthTokens.WhyOver(answer) ?? "Google no longer accepts the sign-in."),
            (_, "quotaExceeded" or "uploadLimitExceeded" or "dailyLimitExceeded") => new Refusal(ErrorKind.QuotaExhausted, "The day’s allowance at YouTube is used up; it begins anew at midnight in California.", Midnight(now)),
            (429, _) or (_, "rateLimitExceeded" or "userRateLimitExceeded") => new Refusal(ErrorKind.RateLimited, "YouTube takes no more calls for now.", Answers.RetryAfter(answer, now)),
            (_, "youtubeSignupRequired") => new Refusal(ErrorKind.PermissionMissing, "This Google account has no channel. Create one, then connect the account again."),
            (_, "insufficientPermissions") => new Refusal(ErrorKind.PermissionMissing, "The sign-in lacks a right. Connect the account again and allow everything that is asked for."),
            (_, "invalidTitle") => new Refusal(ErrorKind.ContentInvalid, "YouTube refuses the title.", null, "title"),
            (_, "invalidDescription" or "invalidTags" or "invalidVideoMetadata") => new Refusal(ErrorKind.ContentInvalid, $"YouTube refuses the description.{words}", null, "text"),
            (_, "mediaBodyRequired" or "processingFailure" or "invalidFilename") => new Refusal(ErrorKind.MediaInvalid, "YouTube could not read the video.", null, "media"),
            (408 or 409 or 425, _) => Answers.Usual(answer, now)!,
            (403, _) => new Refusal(ErrorKind.PermissionMissing, $"YouTube does not allow this.{words}"),
            (404 or 410, _) => new Refusal(ErrorKind.NotFound, "YouTube has no such video."),
            (>= 500, _) => new Refusal(ErrorKind.Transient, $"YouTube had a fault of its own ({answer.Status})."),
            _ => new Refusal(ErrorKind.ContentInvalid, $"YouTube refuses the video ({answer.Status}).{words}", null, "text"),
        };
    }

    /// <summary>Why a comment was refused.</summary>
    public static Refusal OfComment(HttpAnswer.Answered answer, Instant now) =>
        Answers.Text((Answers.Json(answer.Body)?["error"]?["errors"] as JsonArray)?.FirstOrDefault()?["reason"]) switch
        {
            "commentsDisabled" => new Refusal(ErrorKind.PolicyBlocked, "Comments are switched off below this video. YouTube does that itself where a video is private or made for children."),
            "commentTextTooLong" or "commentTextRequired" or "processingFailure" => new Refusal(ErrorKind.ContentInvalid, "YouTube refuses the comment’s text.", null, "text"),
            "ineligibleAccount" => new Refusal(ErrorKind.PolicyBlocked, "This Google account cannot comment on YouTube yet. Sign in on YouTube once and finish the channel there."),
            "videoNotFound" => new Refusal(ErrorKind.NotFound, "YouTube has no such video."),
            _ => Of(answer, now),
        };

    private static Instant Midnight(Instant now) => now.InZone(Pacific).Date.PlusDays(1).AtStartOfDayInZone(Pacific).ToInstant();
}
