using System.Text.RegularExpressions;
using Bellwether.Tests.Support;
using Mono.Cecil;

namespace Bellwether.Tests.Architecture;

/// <summary>The behaviours of docs/requirements.md and the tests that show them.</summary>
internal static partial class Requirements
{
    private const string Begin = "<!-- coverage, written by the tests -->";
    private const string End = "<!-- end of coverage -->";

    public static string File => Repository.PathOf("docs", "requirements.md");

    /// <summary>The ids in the order of the document.</summary>
    public static IReadOnlyList<string> Ids(string document) => [.. Line().Matches(document).Select(match => match.Groups[1].Value)];

    /// <summary>Which test class names which id.</summary>
    public static IReadOnlyList<(string Id, string Test)> NamedIn(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. from type in module.GetTypes()
               from provider in type.Methods.Cast<ICustomAttributeProvider>().Prepend(type)
               from attribute in provider.CustomAttributes
               where attribute.AttributeType.FullName == typeof(RequirementAttribute).FullName
               select ((string)attribute.ConstructorArguments[0].Value, type.Name),
        ];
    }

    /// <summary>The document with its last section made anew.</summary>
    public static string WithCoverage(string document, IEnumerable<(string Id, string Test)> named)
    {
        var shown = named.Distinct().ToLookup(pair => pair.Id, pair => pair.Test, StringComparer.Ordinal);
        var ids = Ids(document);
        var open = ids.Where(id => !shown.Contains(id)).ToList();
        string[] section =
        [
            Begin,
            "## What tests show",
            "",
            $"Shown by at least one test: {ids.Count - open.Count} of {ids.Count}.",
            "",
            "| id | shown in |",
            "|---|---|",
            .. ids.Where(shown.Contains).Select(id => $"| {id} | {string.Join(", ", shown[id].Order(StringComparer.Ordinal))} |"),
            "",
            open.Count == 0 ? "None is left." : $"Not yet: {string.Join(", ", open)}.",
            End,
        ];
        return document.Replace(Coverage(document), string.Join('\n', section), StringComparison.Ordinal);
    }

    /// <summary>The last section of the document, with its two marks.</summary>
    public static string Coverage(string document) =>
        document[document.IndexOf(Begin, StringComparison.Ordinal)..(document.IndexOf(End, StringComparison.Ordinal) + End.Length)];

    [GeneratedRegex(@"^- \*\*(?<id>R\d{3}-\d{2})\*\* \S", RegexOptions.Multiline, 2000)]
    private static partial Regex Line();
}
