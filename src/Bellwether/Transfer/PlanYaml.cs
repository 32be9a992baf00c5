using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Transfer;

/// <summary>The plan file's form: JSON data written as readable YAML, and back without loss. Same data, same bytes.</summary>
internal static partial class PlanYaml
{
    /// <summary>The largest plan file that is read, in bytes.</summary>
    public const int Most = 10 * 1024 * 1024;

    private const int Deepest = 40;

    public static byte[] Write(JsonObject plan)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: true, indentSequences: true));
        new YamlStream(new YamlDocument(Node(plan))).Save(emitter, assignAnchors: false);
        const string End = "...\n";
        var written = text.ToString();
        return Encoding.UTF8.GetBytes(written.EndsWith("\n" + End, StringComparison.Ordinal) ? written[..^End.Length] : written);
    }

    public static JsonObject Read(byte[] file)
    {
        if (file.Length > Most)
        {
            throw new ProblemException(ProblemKind.TooLarge, "file-too-large", $"A plan file has at most {Most / (1024 * 1024)} MB.", new FieldProblem("file", "The file is too large."));
        }

        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file));
            stream.Load(new Parser(new NoAliases(new Scanner(reader, skipComments: true))));
            return stream.Documents.Count == 1 && Data(stream.Documents[0].RootNode, 0) is JsonObject plan
                ? plan
                : throw Unreadable("it must be one YAML document with named parts");
        }
        catch (YamlException failure)
        {
            throw Unreadable($"line {failure.Start.Line}, column {failure.Start.Column}: {failure.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable("it is not UTF-8 text");
        }
    }

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

    private static JsonNode? Data(YamlNode node, int depth)
    {
        if (depth > Deepest)
        {
            throw Unreadable("it is nested too deeply");
        }

        switch (node)
        {
            case YamlMappingNode map:
                var thing = new JsonObject();
                foreach (var (key, value) in map.Children)
                {
                    thing[((YamlScalarNode)key).Value!] = Data(value, depth + 1);
                }

                return thing;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select(item => Data(item, depth + 1))]);
            case YamlScalarNode { Style: ScalarStyle.Plain } plain when MeansMore(plain.Value ?? ""):
                return plain.Value switch { "null" or "~" or "" or null => null, "true" => true, "false" => false, var number => JsonNode.Parse(number) };
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" }:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            default:
                throw Unreadable("it uses a form of YAML that plan files do not have");
        }
    }

    /// <summary>Whether plain text stands for a number, a truth value or nothing.</summary>
    private static bool MeansMore(string text) => text is "null" or "~" or "true" or "false" || Number().IsMatch(text);

    private static ProblemException Unreadable(string why) =>
        new(ProblemKind.Malformed, "plan-file-unreadable", $"The plan file cannot be read: {why}.", new FieldProblem("file", string.Create(CultureInfo.InvariantCulture, $"It cannot be read: {why}.")));

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    /// <summary>Refuses anchors and aliases: a plan has no use for them, and a few lines of them can fill the memory.</summary>
    private sealed class NoAliases(IScanner inner) : IScanner
    {
        public Mark CurrentPosition => inner.CurrentPosition;

        public YamlDotNet.Core.Tokens.Token? Current => inner.Current;

        public bool MoveNext() => Checked(inner.MoveNext());

        public bool MoveNextWithoutConsuming() => Checked(inner.MoveNextWithoutConsuming());

        public void ConsumeCurrent() => inner.ConsumeCurrent();

        private bool Checked(bool moved) =>
            inner.Current is YamlDotNet.Core.Tokens.Anchor or YamlDotNet.Core.Tokens.AnchorAlias
                ? throw new YamlException(inner.CurrentPosition, inner.CurrentPosition, "anchors and aliases are not used in plan files")
                : moved;
    }
}
