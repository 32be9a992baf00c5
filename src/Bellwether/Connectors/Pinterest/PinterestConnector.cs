using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.Pinterest;

/// <summary>Pins pictures and videos to a board. It has no key against repetitions; a lost answer is looked up on the board.</summary>
public sealed partial class PinterestConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock), IConnector
{
    private const string Api = "https://api.pinterest.com/v5";
    private const int Newest = 50;
    private const int AltMost = 500;

    private static readonly OAuthNetwork Site = new(
        "Pinterest", "https://www.pinterest.com/oauth/", Api + "/oauth/token", ["boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read"])
    {
        Separator = ",", Proof = false, Basic = true, ExtraForm = new Dictionary<string, string>(StringComparer.Ordinal) { ["continuous_refresh"] = "true" },
    };

    public override string Network => "pinterest";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at Pinterest pins for you. You allow it there, and can take it back there at any time; your password stays with Pinterest. The permission is renewed by itself.",
        [
            "With a business account open the developer page, “Connect app”, and describe what it is for: your own account, posting and reading numbers.",
            "Until Pinterest gives it standard access, pins made by it are seen by you alone; ask for the upgrade with a short recording of the sign-in.",
            "Enter the redirect address that stands below under Redirect links, exactly as it is.",
            "Copy app ID and app secret key.",
            "When you sign in, Pinterest asks for boards:read (choose the board), boards:write and pins:write (pin, change, delete), pins:read (look a pin up, numbers) and user_accounts:read (your name, followers).",
        ],
        OAuthNetwork.Fields("App ID", "App secret key"), "https://developers.pinterest.com/apps/", SignsIn: true);

    public override bool ChoosesPlace => true;

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/user_account", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } me)
        {
            return Answers.Unchecked(answer, Refused);
        }

        var name = Answers.Text(me["username"]);
        return new CheckOutcome(true, $"Signed in as {name}. Pins go to the board {access.Setting(SignInPlace.NameKey)}.", Answers.Text(me["id"]), name, ExpiresAt: TokenLife.End(access));
    }

    public override async Task<PlacesOutcome> PlacesAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/boards?page_size=250", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["items"] is not JsonArray boards)
        {
            var why = Answers.Unchecked(answer, Refused);
            return new PlacesOutcome.Failed(why.Kind ?? ErrorKind.Transient, why.Message);
        }

        return new PlacesOutcome.Found([.. from board in boards.OfType<JsonObject>()
                                           let id = Answers.Text(board["id"])
                                           where id is not null
                                           select new SignInPlace(id, Answers.Text(board["name"]) ?? id, Answers.Text(board["privacy"]) is "SECRET" or "PROTECTED" ? "Secret" : null)]);
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var body = new JsonObject { ["board_id"] = access.Setting(SignInPlace.Key), ["title"] = post.Title, ["description"] = post.Text, ["link"] = post.Link, ["alt_text"] = Words(post.Media) };
        foreach (var empty in body.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
        {
            body.Remove(empty);
        }

        if (prepared.Data.Length > 0)
        {
            body["media_source"] = new JsonObject { ["source_type"] = "video_id", ["media_id"] = prepared.Data, ["cover_image_key_frame_time"] = 1 };
        }

        return new PlannedCall(FirstTry.Key(post, key, now), body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var body = JsonNode.Parse(call.Payload)!.AsObject();
        // Pictures travel with the call itself; they are not stored a second time beside it.
        body["media_source"] ??= await PicturesAsync(media, cancel);
        var answer = await TellAsync(access, HttpMethod.Post, "/pins", body, cancel);
        return Answers.Sent(answer, fine => Pin(Answers.Json(fine.Body)), Refused);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var planned = JsonNode.Parse(call.Payload)!.AsObject();
        var answer = await AskAsync(access, $"/boards/{Uri.EscapeDataString(Answers.Text(planned["board_id"]) ?? "")}/pins?page_size={Newest}", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["items"] is not JsonArray pins)
        {
            return answer is HttpAnswer.Answered told ? new ReconcileOutcome.CannotTell(Refused(told).Message) { Raw = Answers.Cut(told.Body) } : new ReconcileOutcome.CannotTell(Answers.Why(answer));
        }

        var since = pins.OfType<JsonObject>().Where(pin => At(pin) >= FirstTry.Earliest(call)).ToList();
        return Pin(since.Find(pin => Same(pin, planned, "description") && Same(pin, planned, "title"))) is { } found
            ? new ReconcileOutcome.Found(found) { Raw = Answers.Cut(fine.Body) }
            : since.Count < Newest
                ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
                : new ReconcileOutcome.CannotTell("The board has got so many pins since that the list does not reach back to this one.", Never: true);
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await TellAsync(access, HttpMethod.Delete, $"/pins/{Uri.EscapeDataString(remoteId)}", null, cancel), Refused);

    private protected override OAuthNetwork Rules(AccountAccess access) => Site;

    private static RemotePost? Pin(JsonObject? pin) => Answers.Text(pin?["id"]) is { } id ? new RemotePost(id, $"https://www.pinterest.com/pin/{id}/") : null;

    // One text serves all pictures of a pin.
    private static string? Words(IReadOnlyList<OutgoingMedia> media) =>
        string.Join('\n', media.Select(one => one.AltText).Where(alt => alt.Length > 0)) is { Length: > 0 } words ? words[..Math.Min(words.Length, AltMost)] : null;

    private static bool Same(JsonObject pin, JsonObject planned, string field) => FirstTry.ReadsSame(Answers.Text(pin[field]), Answers.Text(planned[field]));

    // Written without a zone; it is UTC.
    private static Instant At(JsonObject pin) =>
        LocalDateTimePattern.ExtendedIso.Parse((Answers.Text(pin["created_at"]) ?? "").TrimEnd('Z')).TryGetValue(default, out var at) ? at.InUtc().ToInstant() : Instant.MinValue;

    private Refusal Refused(HttpAnswer.Answered answer)
    {
        var said = Answers.Text(Answers.Json(answer.Body)?["message"]) ?? "";
        var words = said.Length == 0 ? "" : $" It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";
        return answer.Status switch
        {
            401 => new Refusal(ErrorKind.AuthRevoked, OAuthTokens.WhyOver(answer) ?? "Pinterest no longer accepts the sign-in."),
            403 when said.Contains("spam", StringComparison.OrdinalIgnoreCase) => new Refusal(ErrorKind.PolicyBlocked, $"Pinterest holds it for spam.{words}"),
            403 => new Refusal(ErrorKind.PermissionMissing, $"The application may not do this: it lacks a right or standard access.{words}"),
            404 => new Refusal(ErrorKind.NotFound, $"Pinterest has no such pin or board.{words}"),
            408 or 409 or 425 => Answers.Usual(answer, Clock.Now())!,
            429 => new Refusal(ErrorKind.RateLimited, "Pinterest takes no more calls for now.", Answers.RetryAfter(answer, Clock.Now())),
            >= 500 => new Refusal(ErrorKind.Transient, $"Pinterest had a fault of its own ({answer.Status})."),
            _ when said.Contains("image", StringComparison.OrdinalIgnoreCase) || said.Contains("media", StringComparison.OrdinalIgnoreCase) => new Refusal(ErrorKind.MediaInvalid, $"Pinterest refuses a picture or video.{words}", null, "media"),
            _ => new Refusal(ErrorKind.ContentInvalid, $"Pinterest refuses the pin ({answer.Status}).{words}", null, "text"),
        };
    }

    private Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) => TellAsync(access, HttpMethod.Get, path, null, cancel);

    private Task<HttpAnswer> TellAsync(AccountAccess access, HttpMethod method, string path, JsonObject? body, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(method, Api + path, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options))) { Timeout = TimeSpan.FromMinutes(2) }, cancel);
}
