using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.Reddit;

/// <summary>What a community wants, its flairs, pictures, changes of the text, and numbers.</summary>
public sealed partial class RedditConnector : IEditPosts, IReadFigures
{
    private const int AtOnce = 100;

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (post.Media.Count > 1 || post.Media.Any(media => media.IsVideo))
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "A program gives Reddit one picture and no video. Keep one picture, or post it by hand.");
        }

        var wanted = await RulesAsync(access, cancel);
        if (wanted.Failed is { } failed)
        {
            return failed;
        }

        if ((wanted.Problem ?? wanted.Against(post)) is { } problem)
        {
            return new PrepareOutcome.Failed(ErrorKind.ContentInvalid, problem);
        }

        var ready = new JsonObject { ["flair"] = wanted.Flair, ["flairText"] = wanted.FlairText };
        if (post.Media is [var picture])
        {
            var (url, lost) = await UploadAsync(access, picture, cancel);
            if (url is null)
            {
                return lost!;
            }

            ready["picture"] = url;
        }

        return new PrepareOutcome.Ready(new PreparedPost(ready.ToJsonString(HouseJson.Options)));
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel) => Answers.Edited(
        await TellAsync(access, "/api/editusertext", [new("thing_id", remoteId), new("text", Split(post).Text)], cancel), _ => Post(new JsonObject { ["name"] = remoteId }), Refused);

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var some in posts.Select(post => post.Id).Chunk(AtOnce))
        {
            var answer = await AskAsync(access, $"/api/info?id={string.Join(',', some.Select(Uri.EscapeDataString))}", cancel);
            if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["data"]?["children"] is not JsonArray rows)
            {
                return Answers.Uncounted(answer, Refused);
            }

            foreach (var row in rows.Select(row => row?["data"]).OfType<JsonObject>())
            {
                found[Answers.Text(row["name"]) ?? ""] = new PostFigures(
                    Answers.Number(row["view_count"]), Likes: Answers.Number(row["score"]), Comments: Answers.Number(row["num_comments"]), Shares: Answers.Number(row["num_crossposts"]), Raw: Answers.Cut(row.ToJsonString()));
            }
        }

        var about = await AskAsync(access, $"/r/{Place(access)}/about", cancel);
        var community = about is HttpAnswer.Answered { IsSuccess: true } told ? Answers.Json(told.Body)?["data"] : null;
        return new FiguresOutcome.Found(found, Answers.Number(community?["subscribers"]) is { } members ? new AccountFigures(members) : null);
    }

    /// <summary>What the community wants of a post, and the flair that was chosen for it.</summary>
    private async Task<Wanted> RulesAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, $"/api/v1/{Place(access)}/post_requirements", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } rules)
        {
            // A profile has no requirements.
            return answer is HttpAnswer.Answered { Status: 404 } ? new Wanted([]) : new Wanted([]) { Failed = Answers.Unprepared(answer, Refused) };
        }

        // A flair of the account's own community means nothing in another one.
        var (chosen, wanted) = (Other(access) is null ? access.Setting("flair") : access.Said("flair"), new Wanted(rules));
        var must = rules["is_flair_required"]?.GetValueKind() == JsonValueKind.True;
        if (chosen is null && !must)
        {
            return wanted;
        }

        var told = await AskAsync(access, $"/r/{Place(access)}/api/link_flair_v2", cancel);
        if (told is not HttpAnswer.Answered { IsSuccess: true } list || Answers.List(list.Body) is not { } flairs)
        {
            return wanted with { Failed = Answers.Unprepared(told, Refused) };
        }

        var one = flairs.OfType<JsonObject>().FirstOrDefault(flair => string.Equals(Answers.Text(flair["text"])?.Trim(), chosen?.Trim(), StringComparison.OrdinalIgnoreCase));
        var names = string.Join(", ", flairs.Select(flair => Answers.Text(flair?["text"])).Where(text => text is { Length: > 0 }).Take(20).Select(text => $"“{text}”"));
        return one is not null
            ? wanted with { Flair = Answers.Text(one["id"]), FlairText = Answers.Text(one["text"]) }
            : wanted with { Problem = $"{(chosen is null ? $"{Words(access)} wants a flair on each post" : $"{Words(access)} has no flair “{chosen}”")}. Choose one in the post, or for the account when you connect it again: {names}." };
    }

    /// <summary>Leases a place for a picture and puts it there; nobody sees it until a post names it.</summary>
    private async Task<(string? Url, PrepareOutcome.Failed? Failed)> UploadAsync(AccountAccess access, OutgoingMedia picture, CancellationToken cancel)
    {
        var lease = await TellAsync(access, "/api/media/asset.json", [new("filepath", Multipart.FileName(picture, 0)), new("mimetype", picture.ContentType)], cancel);
        var args = lease is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Json(fine.Body)?["args"] as JsonObject : null;
        if (Answers.Text(args?["action"]) is not { Length: > 0 } action || args!["fields"] is not JsonArray fields)
        {
            return (null, Answers.Unprepared(lease, Refused));
        }

        var address = action.StartsWith("//", StringComparison.Ordinal) ? "https:" + action : action;
        var named = fields.OfType<JsonObject>().Select(field => (Name: Answers.Text(field["name"]) ?? "", Value: Answers.Text(field["value"]) ?? "")).ToList();
        var (body, type) = await Multipart.OfAsync(named, [("file", picture)], cancel);
        var put = await OnceAsync(new HttpCall(HttpMethod.Post, address, body, type) { Timeout = TimeSpan.FromMinutes(2) }, null, cancel);
        return put is HttpAnswer.Answered { IsSuccess: true } ? ($"{address}/{named.Find(field => field.Name == "key").Value}", null) : (null, Answers.Unprepared(put, Refused));
    }

    /// <summary>A community's requirements.</summary>
    private sealed record Wanted(JsonObject Rules)
    {
        public string? Flair { get; init; }

        public string? FlairText { get; init; }

        /// <summary>Why nothing can be posted as the account is connected.</summary>
        public string? Problem { get; init; }

        public PrepareOutcome.Failed? Failed { get; init; }

        /// <summary>What of a post the community would refuse; null when all is well.</summary>
        public string? Against(OutgoingPost post)
        {
            var (title, text) = Split(post);
            var length = title.EnumerateRunes().Count();
            return (Answers.Number(Rules["title_text_min_length"]), Answers.Number(Rules["title_text_max_length"]), Answers.Text(Rules["body_restriction_policy"])) switch
            {
                ({ } least, _, _) when length < least => $"The community wants titles of at least {least} characters; this has {length}. Make it longer.",
                (_, { } most, _) when length > most => $"The community takes titles of {most} characters; this has {length}. Shorten it.",
                (_, _, "required") when text.Length == 0 => "The community wants words below the title. Add some.",
                (_, _, "notAllowed") when text.Length > 0 => "The community takes titles with a link or a picture, and no words below. Leave the text out, or choose another community.",
                _ => Missing(title),
            };
        }

        private string? Missing(string title)
        {
            var must = (Rules["title_required_strings"] as JsonArray ?? []).Select(Answers.Text).Where(word => word is { Length: > 0 }).ToList();
            return must.Count == 0 || must.Exists(word => title.Contains(word!, StringComparison.OrdinalIgnoreCase))
                ? (Rules["title_blacklisted_strings"] as JsonArray ?? []).Select(Answers.Text).FirstOrDefault(word => word is { Length: > 0 } && title.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } bad ? $"The community takes no title with “{bad}”. Change it." : null
                : $"The community wants one of these in the title: {string.Join(", ", must)}.";
        }
    }
}
