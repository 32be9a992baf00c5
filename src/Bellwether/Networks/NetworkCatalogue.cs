using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bellwether.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Networks;

/// <summary>Every network the program knows, read once from the data that ships with it.</summary>
public static class NetworkCatalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new DateReader() },
    };

    private static readonly Network Generic = Read("generic");

    /// <summary>The known networks, by name.</summary>
    public static IReadOnlyList<Network> All { get; } = [.. Keys().Where(key => key != "generic").Select(Read).OrderBy(network => network.Name, StringComparer.OrdinalIgnoreCase)];

    private static readonly Dictionary<string, Network> ByKey = All.ToDictionary(network => network.Key, StringComparer.Ordinal);

    /// <summary>The network of a key, or null; a hyphen serves for the underscore.</summary>
    public static Network? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key.ToLowerInvariant().Replace('-', '_'));

    /// <summary>The network of a key; for one nobody described, a stand-in with a general checklist and no limits.</summary>
    public static Network Of(string key) => Find(key) ?? Generic with { Key = key, Name = key, Known = false };

    /// <summary>A known network or a problem beside the field.</summary>
    public static Network Known(string? key, string field = "network") =>
        Find(key) ?? throw Rule.Broken("network-unknown", $"“{key}” is no network this version knows. Pick one of: {string.Join(", ", All.Select(network => network.Key))}.", field);

    private static IEnumerable<string> Keys() =>
        Home.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..^".json".Length]);

    private static Network Read(string key)
    {
        using var file = Home.GetManifestResourceStream($"{Folder}{key}.json")!;
        return JsonSerializer.Deserialize<Network>(file, Options)!;
    }

    private const string Folder = "networks/";

    private static Assembly Home => typeof(NetworkCatalogue).Assembly;

    private sealed class DateReader : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
