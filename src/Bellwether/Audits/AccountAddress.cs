using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Audits;

/// <summary>Handles and profile addresses in one spelling, so that twins are found however they were typed.</summary>
public static class AccountAddress
{
    private static readonly string[] Fronts = ["www.", "m.", "mobile.", "web."];

    /// <summary>The handle without @ and outer spaces; spaces inside are refused.</summary>
    public static string Handle(string? typed) => new HandleRule().Check(Bare(typed), "this network");

    /// <summary>The same by the network's own rule: length, signs, and what becomes of a space.</summary>
    public static string Handle(string network, string? typed)
    {
        var known = NetworkCatalogue.Of(network);
        var bare = Bare(typed);
        // Reddit's own spelling of people and communities.
        return known.Handle.Check(network == "reddit" && bare.Length > 2 && bare[..2] is "u/" or "r/" ? bare[2..] : bare, known.Name);
    }

    /// <summary>A handle that ends in a word and still fits the network: signs it does not know lose their marks, and the front gives way.</summary>
    public static string Ending(string network, string handle, string word)
    {
        var rule = NetworkCatalogue.Of(network).Handle;
        var ending = rule.Signs is null ? word : string.Concat(word.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit));
        return rule.Max is { } most && handle.Length + ending.Length > most && ending.Length < most ? handle[..(most - ending.Length)] + ending : handle + ending;
    }

    private static string Bare(string? typed)
    {
        var handle = Rule.Text(typed, "handle", 120).TrimStart('@').TrimEnd('/');
        Rule.Require(handle.Length > 0, "handle-empty", "The handle is empty. Write the name as it stands in the profile's address.", "handle");
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
