using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.WordPress;

/// <summary>Calls the REST API of a WordPress site in a user's name, and reads what it refuses.</summary>
[Single]
public sealed class WordPressSite(GuardedHttp http, TimeProvider clock)
{
    internal Task<HttpAnswer> AskAsync(AccountAccess access, string route, string query, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Get, route, query, null, "", [], TimeSpan.FromSeconds(30), cancel);

    internal Task<HttpAnswer> TellAsync(AccountAccess access, string route, JsonObject body, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Post, route, "", Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options)), "application/json", [], TimeSpan.FromSeconds(60), cancel);

    internal Task<HttpAnswer> DeleteAsync(AccountAccess access, string route, string query, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Delete, route, query, null, "", [], TimeSpan.FromSeconds(30), cancel);

    internal Task<HttpAnswer> UploadAsync(AccountAccess access, byte[] file, string contentType, string name, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Post, "media", "", file, contentType, new(StringComparer.Ordinal) { ["Content-Disposition"] = $"attachment; filename=\"{name}\"" }, TimeSpan.FromMinutes(5), cancel);

    /// <summary>What a site refuses, from its own “code” and “message”.</summary>
    internal Refusal Refused(HttpAnswer.Answered answer)
    {
        var json = Answers.Json(answer.Body);
        var (code, said) = (Answers.Text(json?["code"]) ?? "", Answers.Text(json?["message"]) ?? "");
        if (code.StartsWith("rest_upload", StringComparison.Ordinal))
        {
            // Also where it comes with 500: the site took the bytes and did not like them.
            return new Refusal(ErrorKind.MediaInvalid, $"The site refuses a picture or video: {said}", null, "media");
        }

        return (answer.Status, code) switch
        {
            (401, "rest_not_logged_in") or (401, "rest_forbidden_context") => new Refusal(ErrorKind.PermissionMissing, "The site did not see the sign-in. Application passwords may be switched off there, or its host removes the Authorization header: ask whoever runs it to let that through."),
            (401 or 403, "rest_cannot_create" or "rest_cannot_publish" or "rest_cannot_edit" or "rest_cannot_delete" or "rest_forbidden_status") => new Refusal(ErrorKind.PermissionMissing, "This user may not publish on the site. Give it the role Author."),
            (401, _) => new Refusal(ErrorKind.AuthRevoked, "The user name or the application password is not accepted (any more)."),
            (403, "") => new Refusal(ErrorKind.PermissionMissing, "The site, or a firewall before it, lets no program in (403). Ask whoever runs it to allow its REST API."),
            (403, _) => new Refusal(ErrorKind.PermissionMissing, $"This user may not do that on the site: {said}"),
            (404, "rest_post_invalid_id") => new Refusal(ErrorKind.NotFound, "The article was deleted on the site."),
            (410, _) => new Refusal(ErrorKind.NotFound, "It is in the site's trash."),
            (404, _) => new Refusal(ErrorKind.NotFound, "There is no WordPress with a REST API at this address."),
            _ => Answers.Usual(answer, clock.Now()) ?? new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"The site refuses the article: {said}" : $"The site refuses the article ({answer.Status}).", null, "text"),
        };
    }

    // “?rest_route=” works whatever form of permanent links a site has chosen.
    private Task<HttpAnswer> CallAsync(AccountAccess access, HttpMethod method, string route, string query, byte[]? body, string contentType, Dictionary<string, string> headers, TimeSpan timeout, CancellationToken cancel) =>
        http.CallAsync(
            new HttpCall(method, $"{access.Setting("address")!.TrimEnd('/')}/?rest_route=/wp/v2/{route}{query}", body, contentType)
            {
                Headers = new Dictionary<string, string>(headers, StringComparer.Ordinal)
                {
                    ["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{access.Setting("user")}:{access.Secret("password")}")),
                },
                Timeout = timeout,
                Most = 4_000_000,
            },
            cancel);
}
