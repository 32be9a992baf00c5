using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Kernel;

/// <summary>Writes JSON data as YAML that a person can read and change. The same data gives the same text.</summary>
internal static partial class YamlWriter
{
    public static string Write(JsonObject data)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: true, indentSequences: true));
        new YamlStream(new YamlDocument(Node(data))).Save(emitter, assignAnchors: false);
        const string End = "...\n";
        var written = text.ToString();
        return written.EndsWith("\n" + End, StringComparison.Ordinal) ? written[..^End.Length] : written;
    }

    /// <summary>Whether plain text stands for a number, a truth value or nothing.</summary>
    public static bool MeansMore(string text) => text is "null" or "~" or "true" or "false" || Number().IsMatch(text);

    private static YamlNode Node(JsonNode? data) => data switch
    {
        null => Plain("null"),
        JsonObject thing => new YamlMappingNode(thing.Select(pair => KeyValuePair.Create<YamlNode, YamlNode>(Text(pair.Key), Node(pair.Value)))) { Style = thing.Count == 0 ? MappingStyle.Flow : MappingStyle.Block },
        JsonArray list => new YamlSequenceNode(list.Select(Node)) { Style = list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block },
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        _ => Plain(data.ToJsonString()),
    };

    private static YamlScalarNode Plain(string text) => new(text) { Style = ScalarStyle.Plain };

    private static YamlScalarNode Text(string text)
    {
        // A text that a reader would take for something else is quoted; one with lines stands as lines where nothing is lost by it.
        var style = MeansMore(text) || text.Length == 0 || text.Any(c => char.IsControl(c) && c != '\n') || text != text.Trim() ? ScalarStyle.DoubleQuoted
            : text.Contains('\n', StringComparison.Ordinal) ? (text.Split('\n').All(line => line == line.TrimEnd()) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted)
            : ScalarStyle.Any;
        return new YamlScalarNode(text) { Style = style };
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Number();
}
