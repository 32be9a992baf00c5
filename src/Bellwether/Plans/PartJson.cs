using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Writes a part of a plan as data and reads it back strictly: an unknown key or a bad value is a problem that names its path.</summary>
public static class PartJson
{
    private static readonly JsonSerializerOptions Strict = new(HouseJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static JsonNode? Write<T>(T written) => JsonSerializer.SerializeToNode(written, Strict);

    /// <summary>A list as data; null when it is empty, so that the part is left out.</summary>
    public static IReadOnlyList<T>? OrNull<T>(this IReadOnlyList<T> list) => list.Count == 0 ? null : list;

    /// <summary>Makes something of what stands at a place of the file; a rule it breaks is a problem that names the place.</summary>
    public static T At<T>(string path, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.Rule)
        {
            throw Rule.Broken(problem.Code, $"{path}: {problem.Message}", path.Split('[', '.')[0]);
        }
    }

    /// <summary>What is wrong, for whoever wrote the file: no word of types of the program.</summary>
    public static string InWords(JsonException failure) => failure.Message switch
    {
        var text when text.Contains("could not be mapped", StringComparison.Ordinal) => "There is no such key here. Look for a typing error, or for a comma in a text that has no quotes.",
        var text when text.Contains("missing required", StringComparison.Ordinal) && text.IndexOf("including: ", StringComparison.Ordinal) is > 0 and var from => $"Something is missing: {text[(from + "including: ".Length)..].TrimEnd('.')}.",
        var text when text.Contains("could not be converted", StringComparison.Ordinal) => "This value does not fit here.",
        var text => text,
    };

    public static T Read<T>(string part, JsonNode node)
    {
        try
        {
            return node.Deserialize<T>(Strict) ?? throw new JsonException("Something is expected here.");
        }
        catch (JsonException failure)
        {
            throw Rule.Broken("part-invalid", $"{part}{failure.Path?.TrimStart('$')}: {InWords(failure)}", part);
        }
    }
}
