using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Transfer;

/// <summary>The plan file's form: JSON data written as readable YAML, and back without loss. Same data, same bytes.</summary>
internal static class PlanYaml
{
    /// <summary>The largest plan file that is read, in bytes.</summary>
    public const int Most = 10 * 1024 * 1024;

    private const int Deepest = 40;

    public static byte[] Write(JsonObject plan) => Encoding.UTF8.GetBytes(YamlWriter.Write(plan));

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
            case YamlScalarNode { Style: ScalarStyle.Plain } plain when YamlWriter.MeansMore(plain.Value ?? ""):
                return plain.Value switch { "null" or "~" or "" or null => null, "true" => true, "false" => false, var number => JsonNode.Parse(number) };
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" }:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            default:
                throw Unreadable("it uses a form of YAML that plan files do not have");
        }
    }

    private static ProblemException Unreadable(string why) =>
        new(ProblemKind.Malformed, "plan-file-unreadable", $"The plan file cannot be read: {why}.", new FieldProblem("file", string.Create(CultureInfo.InvariantCulture, $"It cannot be read: {why}.")));

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
