using Bellwether.Connectors.OAuth;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.TikTok;

/// <summary>What TikTok's refusals mean. The word stands in the body, whatever the status.</summary>
internal static class TikTokErrors
{
    /// <summary>The word of an answer: “ok” where all is well, empty where there is none.</summary>
    public static string Code(HttpAnswer.Answered answer) => Answers.Text(Answers.Json(answer.Body)?["error"]?["code"]) ?? "";

    /// <summary>Why a call was refused.</summary>
    public static Refusal Of(HttpAnswer.Answered answer, Instant now)
    {
        var said = Answers.Text(Answers.Json(answer.Body)?["error"]?["message"]) ?? "";
        return (answer.Status, Code(answer)) switch
        {
            (401, _) or (_, "access_token_invalid") => new Refusal(ErrorKind.AuthRevoked, OAuthTokens.WhyOver(answer) ?? "TikTok no longer accepts the sign-in."),
            (_, "scope_not_authorized" or "scope_permission_missed") => new Refusal(ErrorKind.PermissionMissing, $"The sign-in lacks a right. Connect the account again and allow everything that is asked for. {Sentence(said)}".TrimEnd()),
            (429, _) or (_, "rate_limit_exceeded") => new Refusal(ErrorKind.RateLimited, "TikTok takes no more calls for now.", Answers.RetryAfter(answer, now) ?? now + Duration.FromMinutes(1)),
            (_, "spam_risk_too_many_posts" or "spam_risk_too_many_pending_share" or "reached_active_user_cap") => new Refusal(ErrorKind.QuotaExhausted, "The account, or the application, has had its posts for today. Drafts that wait in the app’s inbox count too.", now + Duration.FromHours(6)),
            (_, "spam_risk_user_banned_from_posting") => new Refusal(ErrorKind.PolicyBlocked, "TikTok has restricted this account."),
            (_, "spam_risk_text" or "spam_risk") => new Refusal(ErrorKind.PolicyBlocked, $"TikTok holds the text for spam. {Sentence(said)}".TrimEnd(), null, "text"),
            (_, "unaudited_client_can_only_post_to_private_accounts") => new Refusal(ErrorKind.ContentInvalid, "Until TikTok has audited the application, the account itself has to be set to private while it posts. Choose drafts, or ask for the audit."),
            (_, "privacy_level_option_mismatch") => new Refusal(ErrorKind.ContentInvalid, "TikTok does not let this application post for the chosen audience. Connect the account again and choose another."),
            (_, "url_ownership_unverified") => new Refusal(ErrorKind.MediaInvalid, "TikTok fetches pictures only from a domain that the application’s owner verified there. Verify the one of --public-url.", null, "media"),
            (_, var code) when code.EndsWith("_check_failed", StringComparison.Ordinal) || code is "video_pull_failed" or "photo_pull_failed" => new Refusal(ErrorKind.MediaInvalid, Reason(code), null, "media"),
            (_, "internal" or "internal_error") or (>= 500, _) => new Refusal(ErrorKind.Transient, $"TikTok had a fault of its own ({answer.Status})."),
            (_, "") when Answers.Usual(answer, now) is { } usual => usual,
            (403, _) => new Refusal(ErrorKind.PermissionMissing, $"TikTok does not allow this. {Sentence(said)}".TrimEnd()),
            (404, _) => new Refusal(ErrorKind.NotFound, "TikTok has no such post."),
            _ => new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"TikTok refuses the post. {Sentence(said)}" : $"TikTok refuses the post ({answer.Status}).", null, "text"),
        };
    }

    /// <summary>Why a post failed after TikTok had it.</summary>
    public static string Reason(string? reason) => reason switch
    {
        "file_format_check_failed" => "TikTok does not take this kind of file. Save the video as MP4 with H.264.",
        "duration_check_failed" => "TikTok does not take a video of this length from the account.",
        "frame_rate_check_failed" => "TikTok takes 23 to 60 pictures a second; this video has others.",
        "picture_size_check_failed" => "TikTok refuses the size of a picture or of the video.",
        "video_pull_failed" or "photo_pull_failed" => "TikTok could not fetch a picture or video from this program. It must be reachable from outside, under --public-url.",
        "publish_cancelled" => "Somebody cancelled it at TikTok.",
        "auth_removed" => "The sign-in was taken back while TikTok worked on it.",
        { Length: > 0 } other => $"TikTok could not make the post: {other.Replace('_', ' ')}.",
        _ => "TikTok could not make the post, and does not say why.",
    };

    private static string Sentence(string said) => said.Length == 0 ? "" : $"It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";
}
