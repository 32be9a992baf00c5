using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A page view or an event, as a page or a server reports it.</summary>
/// <param name="Site">The site's public key.</param>
/// <param name="Name">What happened, such as signup; a page view unless given.</param>
/// <param name="Url">The page's whole address. Of its query only the campaign tags are kept. A server may leave it out.</param>
/// <param name="Referrer">The page before, as the browser tells it.</param>
/// <param name="Id">The teller's own id: the same id twice is one event.</param>
/// <param name="Data">A few words or numbers about an event: at most ten, none inside another.</param>
/// <param name="Automated">Whether a program steers the browser.</param>
/// <param name="At">When it happened, up to three days ago; only with a token. Now unless given.</param>
/// <param name="Address">The visitor's address, for the hash of the moment; only with a token, and never stored.</param>
/// <param name="Agent">The visitor's user agent; only with a token.</param>
public sealed record PageReport(
    string? Site = null, string? Name = null, string? Url = null, string? Referrer = null, string? Id = null, JsonObject? Data = null, bool Automated = false, Instant? At = null, string? Address = null, string? Agent = null)
{
    public const int LongestName = 60;

    public const int LongestData = 1000;

    private const int MostData = 10;
    private const int LongestValue = 200;
    private const int LongestId = 120;
    private static readonly Duration MostLate = Duration.FromHours(72);
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event's name in lower case; null for a page view.</summary>
    internal string? CheckedName()
    {
        var name = Rule.OptionalText(Name, "name", LongestName)?.ToLowerInvariant();
        Rule.Require(name is null || !name.Any(char.IsControl), "name-unreadable", "The name holds a character that cannot be shown. Use words, such as signup.", "name");
        return name is "pageview" ? null : name;
    }

    /// <summary>What was said of the event, as it is kept.</summary>
    internal string? CheckedData()
    {
        if (Data is null || Data.Count == 0)
        {
            return null;
        }

        Rule.Require(Data.Count <= MostData, "data-too-much", $"An event carries at most {MostData} values.", "data");
        Rule.Require(Data.All(pair => pair.Key.Length is > 0 and <= 40 && IsPlain(pair.Value)), "data-not-plain", $"Values are words of at most {LongestValue} characters, numbers, true or false, under names of at most 40 characters.", "data");
        var text = Data.ToJsonString(Written);
        Rule.Require(text.Length <= LongestData, "data-too-long", $"The values of an event have at most {LongestData} characters together.", "data");
        return text;
    }

    internal string? CheckedId() => Rule.OptionalText(Id, "id", LongestId);

    /// <summary>The moment it happened, as far as it may be told.</summary>
    internal Instant CheckedAt(Instant now)
    {
        var at = At ?? now;
        Rule.Require(at <= now + Duration.FromMinutes(10), "event-in-future", "This lies in the future. Send the moment it happened, in UTC.", "at");
        Rule.Require(at >= now - MostLate, "event-too-old", "This happened more than three days ago. Events are told within three days.", "at");
        return Instant.Min(at, now);
    }

    internal byte[]? CheckedAddress() => Address is null ? null
        : IPAddress.TryParse(Address, out var address) ? address.GetAddressBytes()
        : throw Rule.Broken("address-unread", "The visitor's address is an IP address, such as 203.0.113.7.", "address");

    private static bool IsPlain(JsonNode? node) => node is JsonValue value
        && (value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False || (value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length <= LongestValue));
}

/// <summary>Who reports, and how the report came.</summary>
/// <param name="Headers">What the filter judges by.</param>
/// <param name="Address">The bytes of the caller's address; used for the hash of the moment and forgotten.</param>
/// <param name="AskedOut">Whether this browser belongs to the brand's own people and asked not to be counted.</param>
/// <param name="OptedOut">Whether the browser asks not to be tracked.</param>
/// <param name="Origin">The host of the page a browser says it is on; null when it says nothing.</param>
/// <param name="Trusted">The brand whose token came with it; null for a page's public key.</param>
public sealed record Reporter(HitHeaders Headers, byte[] Address, bool AskedOut = false, bool OptedOut = false, string? Origin = null, SiteEntry? Trusted = null);
