using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Kernel;

/// <summary>Reads YAML as the JSON it stands for: one document, no tags, of a size that a person could have written.</summary>
public static class YamlText
{
    private const int MostNodes = 200_000;
    private const int Deepest = 40;

    /// <summary>The document as data; 422 beside <paramref name="field"/> with the line when it cannot be read.</summary>
    public static JsonNode? Read(string text, string field)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException failure)
        {
            throw Rule.Broken("yaml-invalid", $"This is no YAML: line {failure.Start.Line}, column {failure.Start.Column}: {failure.Message}", field);
        }

        Rule.Require(stream.Documents.Count == 1, "yaml-invalid", "Exactly one YAML document is expected here.", field);
        var nodes = 0;
        return Convert(stream.Documents[0].RootNode, 0);

        // Counting while copying keeps a few repeated anchors from unfolding into gigabytes.
        JsonNode? Convert(YamlNode node, int depth)
        {
            Rule.Require(++nodes <= MostNodes && depth <= Deepest, "yaml-too-large", "This YAML unfolds into more than a plan can hold. Leave out repeated anchors.", field);
            return node switch
            {
                YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(Key(pair.Key), Convert(pair.Value, depth + 1)))),
                YamlSequenceNode list => new JsonArray([.. list.Children.Select(one => Convert(one, depth + 1))]),
                YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
                YamlScalarNode scalar => JsonValue.Create(scalar.Value),
                _ => throw Rule.Broken("yaml-invalid", $"Line {node.Start.Line} cannot be used here.", field),
            };
        }

        string Key(YamlNode key) => key is YamlScalarNode { Value: { } name } ? name : throw Rule.Broken("yaml-invalid", $"Line {key.Start.Line}: a key must be a word.", field);
    }

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when IsNumber(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    // 007 and +1 stay texts: a leading zero or plus is written by people who mean the characters.
    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan().TrimStart('-');
        return digits.Length is > 0 and <= 28 && char.IsAsciiDigit(digits[0]) && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.')
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }
}
