using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Tests.Support;

/// <summary>What an author may do on the fake: sign in, upload, post once for each key of the last hour, change, delete.</summary>
public sealed partial class FakeMastodon
{
    private readonly ConcurrentDictionary<string, string> authors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Id, Instant At)> byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Alt, int Asked)> media = new(StringComparer.Ordinal);
    private int last = 1000;

    /// <summary>The server's clock.</summary>
    public Func<Instant> Now { get; set; } = () => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    /// <summary>The rights that applications say they have; null on a server that does not tell.</summary>
    public string[]? Scopes { get; set; } = ["read", "write:statuses", "write:media"];

    /// <summary>How often a file is asked for before it is ready; below zero it never can be read.</summary>
    public int SlowMedia { get; set; }

    /// <summary>Somebody who may post; returns the access token.</summary>
    public string AddAuthor(string name)
    {
        Add(name, 0);
        var token = $"token-of-{name}";
        authors[token] = name;
        return token;
    }

    /// <summary>From now on nobody's access token is accepted.</summary>
    public void EndTokens() => authors.Clear();

    /// <summary>What people see of an author, the newest first.</summary>
    public IReadOnlyList<JsonObject> Seen(string name) => people[name].Statuses;

    private void MapWriting()
    {
        app.MapGet("/api/v1/accounts/verify_credentials", http => AsAuthorAsync(http, name => AnswerAsync(http, people[name].Account)));
        app.MapGet("/api/v1/apps/verify_credentials", http => AsAuthorAsync(http, _ => AnswerAsync(http, Scopes is null ? new JsonObject() : new JsonObject { ["scopes"] = new JsonArray([.. Scopes.Select(scope => (JsonNode)scope)]) })));
        app.MapPost("/api/v2/media", http => AsAuthorAsync(http, _ => UploadAsync(http)));
        app.MapGet("/api/v1/media/{id}", (HttpContext http, string id) => AsAuthorAsync(http, _ => MediaAsync(http, id)));
        app.MapPost("/api/v1/statuses", http => AsAuthorAsync(http, name => PostAsync(http, name)));
        app.MapGet("/api/v1/statuses/{id}", (HttpContext http, string id) => AsAuthorAsync(http, name => AnswerAsync(http, people[name].Statuses.Find(status => (string?)status["id"] == id))));
        app.MapPut("/api/v1/statuses/{id}", (HttpContext http, string id) => AsAuthorAsync(http, name => ChangeAsync(http, people[name].Statuses.Find(status => (string?)status["id"] == id))));
        app.MapDelete("/api/v1/statuses/{id}", (HttpContext http, string id) => AsAuthorAsync(http, name => AnswerAsync(http, people[name].Statuses.RemoveAll(status => (string?)status["id"] == id) > 0 ? new JsonObject() : null)));
    }

    private Task AsAuthorAsync(HttpContext http, Func<string, Task> act) =>
        http.Request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token] && authors.TryGetValue(token, out var name) ? act(name) : RefuseAsync(http, 401, "The access token is invalid");

    private async Task UploadAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        media[id] = (form["description"].ToString(), 0);
        http.Response.StatusCode = SlowMedia == 0 ? 200 : 202;
        await http.Response.WriteAsync(new JsonObject { ["id"] = id, ["type"] = form.Files.Single().ContentType.Split('/')[0], ["description"] = form["description"].ToString() }.ToJsonString());
    }

    private async Task MediaAsync(HttpContext http, string id)
    {
        var one = media[id] = (media[id].Alt, media[id].Asked + 1);
        if (SlowMedia < 0)
        {
            await RefuseAsync(http, 422, "Error processing thumbnail for uploaded media");
            return;
        }

        http.Response.StatusCode = one.Asked < SlowMedia ? 206 : 200;
        await http.Response.WriteAsync(new JsonObject { ["id"] = id }.ToJsonString());
    }

    private async Task PostAsync(HttpContext http, string name)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        var key = $"{name} {http.Request.Headers["Idempotency-Key"]}";
        var text = (string)body["status"]!;
        if (!byKey.TryGetValue(key, out var known) || Now() - known.At >= Duration.FromHours(1))
        {
            if (new StringInfo(text).LengthInTextElements > 500)
            {
                await RefuseAsync(http, 422, "Validation failed: Text character limit of 500 exceeded");
                return;
            }

            byKey[key] = known = (Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture), Now());
            var status = Status(known.Id, OffsetDateTimePattern.ExtendedIso.Format(Now().WithOffset(Offset.Zero)), Html(text), 0, 0, 0);
            status["in_reply_to_id"] = (string?)body["in_reply_to_id"];
            status["visibility"] = (string?)body["visibility"];
            status["media_attachments"] = new JsonArray([.. (body["media_ids"] as JsonArray ?? []).Select(id => (JsonNode)new JsonObject { ["id"] = (string)id!, ["type"] = "image", ["description"] = media[(string)id!].Alt })]);
            people[name].Statuses.Insert(0, status);
        }

        await AnswerAsync(http, people[name].Statuses.Find(status => (string?)status["id"] == known.Id));
    }

    private async Task ChangeAsync(HttpContext http, JsonObject? status)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        if (status is not null)
        {
            // What a change leaves out is taken away.
            var stay = (body["media_ids"] as JsonArray ?? []).Select(id => (string)id!).ToHashSet(StringComparer.Ordinal);
            status["media_attachments"] = new JsonArray([.. status["media_attachments"]!.AsArray().Where(one => stay.Contains((string?)one!["id"] ?? "")).Select(one => one!.DeepClone())]);
            status["content"] = Html((string)body["status"]!);
        }

        await AnswerAsync(http, status);
    }

    private static Task RefuseAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(new JsonObject { ["error"] = error }.ToJsonString());
    }

    // As a server writes it: paragraphs, breaks, links whose scheme is hidden, mentions without their server.
    private static string Html(string text)
    {
        var html = WebUtility.HtmlEncode(text);
        html = Link().Replace(html, "<a href=\"${all}\"><span class=\"invisible\">https://</span><span class=\"\">${rest}</span></a>");
        html = Mention().Replace(html, "<span class=\"h-card\"><a href=\"https://${host}/@${name}\">@<span>${name}</span></a></span>");
        return string.Concat(html.Split("\n\n").Select(part => $"<p>{part.Replace("\n", "<br />", StringComparison.Ordinal)}</p>"));
    }

    [GeneratedRegex(@"(?<all>https://(?<rest>[^\s<]+))")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/])@(?<name>\w+)@(?<host>[\w.-]+\w)")]
    private static partial Regex Mention();
}
