using Bellwether.Tests.Support;
using Mono.Cecil;

namespace Bellwether.Tests.Architecture;

/// <summary>The product runs without a web server: what serves it lives in Bellwether.Web.</summary>
public sealed class NoWebInTheProductTests
{
    [Fact]
    public void The_product_refers_to_nothing_of_the_web()
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, "Bellwether.Product.dll"));
        var project = File.ReadAllText(Repository.PathOf("src", "Bellwether", "Bellwether.csproj"));

        Web(module.AssemblyReferences.Select(reference => reference.Name), project).ShouldBeEmpty();
    }

    [Fact]
    public void A_reference_to_the_web_is_found_in_assembly_and_project()
    {
        Web(["System.Linq", "Microsoft.AspNetCore.Http"], "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")
            .ShouldBe(["assembly Microsoft.AspNetCore.Http", "project Microsoft.AspNetCore"]);
        Web([], "<Project Sdk=\"Microsoft.NET.Sdk.Web\">").ShouldBe(["project Microsoft.NET.Sdk.Web"]);
    }

    private static IReadOnlyList<string> Web(IEnumerable<string> assemblies, string project) =>
    [
        .. assemblies.Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).Select(name => "assembly " + name),
        .. new[] { "Microsoft.AspNetCore", "Microsoft.NET.Sdk.Web" }.Where(word => project.Contains(word, StringComparison.Ordinal)).Select(word => "project " + word),
    ];
}
