using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Bellwether.Tests.Architecture;

/// <summary>Types are named after things of the field, not after their place in a pattern.</summary>
public sealed partial class NamesOfTypesTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Service", "Util", "Utility", "Utilities", "Dto", "Impl"];

    [Theory]
    [InlineData("Bellwether.Product.dll")]
    [InlineData("bellwether.dll")]
    [InlineData("Bellwether.Tests.dll")]
    public void No_type_bears_an_empty_word(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly));
        var own = module.GetTypes().Where(type => !type.FullName.Contains('<') && type.FullName.StartsWith("Bellwether.", StringComparison.Ordinal))
            .Select(type => type.Name).ToList();

        own.ShouldNotBeEmpty();
        WithEmptyWords(own).ShouldBeEmpty();
    }

    [Fact]
    public void Empty_words_are_found_as_words_only()
    {
        WithEmptyWords(["GoalManager", "UrlHelpers", "IMailService`1", "GoalDTO", "StringUtils", "PlanImpl", "Implementation", "Manages", "Utilisation", "Serviceable"])
            .ShouldBe(["GoalDTO", "GoalManager", "IMailService`1", "PlanImpl", "StringUtils", "UrlHelpers"]);
    }

    private static IReadOnlyList<string> WithEmptyWords(IEnumerable<string> names) =>
    [
        .. names.Where(name => Word().Matches(name).Any(word => Empty.Any(empty =>
            string.Equals(word.Value, empty, StringComparison.OrdinalIgnoreCase) || string.Equals(word.Value, empty + "s", StringComparison.OrdinalIgnoreCase))))
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]+", RegexOptions.None, 2000)]
    private static partial Regex Word();
}
