using System.Text.Json.Nodes;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.OAuth;

/// <summary>Reads what a token endpoint answers (RFC 6749 sections 5.1 and 5.2).</summary>
internal static class OAuthTokens
{
    /// <summary>Our own words in the answer to a call that was not made because the sign-in is over.</summary>
    public const string Said = "bellwether";

    private static readonly Duration LongestLife = Duration.FromDays(3650);

    /// <summary>What to keep of an answer; null when it has no token. A refresh token that is not given anew stays.</summary>
    public static IReadOnlyDictionary<string, string?>? Read(JsonObject json, AccountAccess access, Instant now)
    {
        // Instagram wraps the answer into a list of one.
        json = (json["data"] as JsonArray)?.FirstOrDefault() as JsonObject ?? json;
        if (Answers.Text(json["access_token"]) is not { Length: > 0 } token)
        {
            return null;
        }

        var refresh = Answers.Text(json["refresh_token"]) ?? access.Secret(TokenLife.Refresh);
        var ends = After(json["expires_in"], now);
        var refreshEnds = After(json["refresh_token_expires_in"] ?? json["refresh_expires_in"], now);
        return Kept(token, refresh, ends, refresh is null ? ends : refreshEnds, now);
    }

    /// <summary>The same for tokens that are renewed by themselves while they live, as Meta’s are.</summary>
    public static IReadOnlyDictionary<string, string?>? ReadLongLived(JsonObject json, AccountAccess access, Instant now) =>
        Answers.Text(json["access_token"]) is { Length: > 0 } token && After(json["expires_in"], now) is var ends ? Kept(token, null, ends, ends, now) : null;

    /// <summary>Why there are no tokens.</summary>
    public static SignInOutcome.Refused Refused(string network, HttpAnswer answer)
    {
        if (answer is not HttpAnswer.Answered told)
        {
            return new SignInOutcome.Refused(ErrorKind.Transient, Answers.Why(answer));
        }

        var json = Answers.Json(told.Body);
        var error = Answers.Text(json?["error"]) ?? Answers.Text(json?["error"]?["type"]) ?? Answers.Text(json?["code"]) ?? "";
        var said = Answers.Text(json?["error_description"]) ?? Answers.Text(json?["error"]?["message"]) ?? Answers.Text(json?["error_message"]) ?? Answers.Text(json?["message"]) ?? error;
        return (told.Status, error) switch
        {
            (429 or >= 500, _) => new SignInOutcome.Refused(ErrorKind.Transient, $"{network} takes no sign-ins for now ({told.Status})."),
            (_, "invalid_client" or "unauthorized_client" or "invalid_client_id") => new SignInOutcome.Refused(ErrorKind.PermissionMissing, $"{network} does not accept the application: look at its id and secret. {Sentence(said)}"),
            (_, "invalid_grant") => new SignInOutcome.Refused(ErrorKind.AuthRevoked, $"{network} no longer accepts this sign-in. {Sentence(said)}"),
            (>= 200 and < 300, "") => new SignInOutcome.Refused(ErrorKind.Transient, $"The answer of {network} could not be read."),
            _ => new SignInOutcome.Refused(ErrorKind.AuthRevoked, $"{network} refused the sign-in ({told.Status}). {Sentence(said)}"),
        };
    }

    /// <summary>The words for a call that was not made because the sign-in is over; null for every other answer.</summary>
    public static string? WhyOver(HttpAnswer.Answered answer) => answer.Status == 401 ? Answers.Text(Answers.Json(answer.Body)?[Said]) : null;

    private static Dictionary<string, string?> Kept(string token, string? refresh, Instant? accessEnds, Instant? signInEnds, Instant now) => new(StringComparer.Ordinal)
    {
        [TokenLife.Access] = token, [TokenLife.Refresh] = refresh, [TokenLife.Since] = TokenLife.Text(now),
        [TokenLife.AccessEnds] = accessEnds is { } access ? TokenLife.Text(access) : null, [TokenLife.SignInEnds] = signInEnds is { } end ? TokenLife.Text(end) : null,
    };

    private static Instant? After(JsonNode? seconds, Instant now) =>
        long.TryParse(Answers.Text(seconds), out var life) && life > 0 ? now + Duration.Min(Duration.FromSeconds(Math.Min(life, (long)LongestLife.TotalSeconds)), LongestLife) : null;

    private static string Sentence(string said) => said.Length == 0 ? "" : $"It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";
}
