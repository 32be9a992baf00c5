using Bellwether.Kernel;

namespace Bellwether.Audits;

/// <summary>Handles and profile addresses in one spelling, so that twins are found however they were typed.</summary>
public static class AccountAddress
{
    private static readonly string[] Fronts = ["www.", "m.", "mobile.", "web."];

    /// <summary>The handle without @ and outer spaces; a space inside is refused, because no network has one.</summary>
    public static string Handle(string? typed)
    {
        var handle = Rule.Text(typed, "handle", 120).TrimStart('@').TrimEnd('/');
        Rule.Require(handle.Length > 0, "handle-empty", "The handle is empty. Write the name as it stands in the profile's address.", "handle");
        Rule.Require(
            !handle.Any(char.IsWhiteSpace),
            "handle-with-spaces",
            $"A handle has no spaces. Write it as in the profile's address, such as “{string.Concat(handle.Where(c => !char.IsWhiteSpace(c)))}”.",
            "handle");
        return handle;
    }

    /// <summary>The address with https:// in front where the scheme was left out; only web addresses are allowed.</summary>
    public static string? Url(string? typed) => Web(typed, "url");

    /// <summary>The same for any field that holds a web address.</summary>
    public static string? Web(string? typed, string field)
    {
        if (Rule.OptionalText(typed, field, 500) is not { } text)
        {
            return null;
        }

        var full = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        var good = Uri.TryCreate(full, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http"
            && uri!.Host.Contains('.', StringComparison.Ordinal)
            && uri.UserInfo.Length == 0;
        Rule.Require(good, "url-invalid", "This is no web address. Copy it from the browser, such as https://bsky.app/profile/example.com.", field);
        return full;
    }

    /// <summary>What two spellings of one profile have in common: no scheme, no www, no query but an id, no case, no final slash.</summary>
    public static string Key(string network, string handle, string? url)
    {
        if (url is null)
        {
            return $"{network}:{handle.ToLowerInvariant()}";
        }

        var uri = new Uri(url);
        var host = uri.IdnHost.ToLowerInvariant();
        foreach (var front in Fronts)
        {
            if (host.StartsWith(front, StringComparison.Ordinal) && host.Length > front.Length + 3)
            {
                host = host[front.Length..];
                break;
            }
        }

        host = host == "twitter.com" ? "x.com" : host;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var path = Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/').ToLowerInvariant();
        var id = uri.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("id=", StringComparison.OrdinalIgnoreCase));
        return host + port + path + (id is null ? "" : "?" + id.ToLowerInvariant());
    }
}
