using Bellwether.Tests.Support;
using Mono.Cecil;

namespace Bellwether.Tests.Architecture;

/// <summary>Inside the product: look back, never forward.</summary>
public sealed class FolderOrderTests
{
    // Read once: the tests' own assembly is a large one.
    private static readonly Lazy<IReadOnlySet<Use>> InTests = new(() => Use.Within(typeof(FolderOrderTests).Assembly.Location));
    private static readonly string Product = Path.Combine(AppContext.BaseDirectory, "Bellwether.Product.dll");

    [Fact]
    public void No_folder_of_the_product_looks_forward()
    {
        var usings = Folders.Sources(Path.Combine("src", "Bellwether"), ".cs").SelectMany(source => Folders.UsingsOf(source.Text));

        Folders.LookingForward(Use.Within(Product).Concat(usings)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_of_the_product_stands_in_a_folder_of_the_list()
    {
        using var module = ModuleDefinition.ReadModule(Product);

        Folders.Homeless(module.Types.Select(type => type.FullName)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_source_says_the_namespace_of_its_folder()
    {
        Astray(Folders.Sources(Path.Combine("src", "Bellwether"), ".cs")).ShouldBeEmpty();
    }

    [Fact]
    public void A_look_forward_is_found_and_a_look_back_is_not()
    {
        Folders.LookingForward(
        [
            new Use("Bellwether.Plans.Plan", "Bellwether.Reviews.Review"),
            new Use("Bellwether.Reviews.Review", "Bellwether.Plans.Plan"),
            new Use("Bellwether.Plans.Plan", "Bellwether.Plans.PlanVersion"),
            .. Folders.UsingsOf("using Bellwether.Kernel;\nusing Bellwether.Goals;\n\nnamespace Bellwether.Media;\n"),
        ]).ShouldBe(["Bellwether.Media.(file) looks forward to Bellwether.Goals.(using)", "Bellwether.Plans.Plan looks forward to Bellwether.Reviews.Review"]);
    }

    [Fact]
    public void A_type_in_a_new_folder_and_a_source_in_a_wrong_one_are_found()
    {
        Folders.Homeless(["Bellwether.Plans.Plan", "Bellwether.Stray", "Bellwether.Commons.Thing"]).ShouldBe(["Bellwether.Commons.Thing", "Bellwether.Stray"]);
        Astray([(Path.Combine("src", "Bellwether", "Goals", "Goal.cs"), "namespace Bellwether.Kernel;"), (Path.Combine("src", "Bellwether", "Goals", "Deep", "A.cs"), "namespace Bellwether.Goals.Deep;")])
            .ShouldBe([Path.Combine("src", "Bellwether", "Goals", "Goal.cs")]);
    }

    [Theory]
    [InlineData(nameof(Examples.Inherits))]
    [InlineData(nameof(Examples.Holds))]
    [InlineData(nameof(Examples.Builds))]
    [InlineData(nameof(Examples.Lists))]
    [InlineData(nameof(Examples.Demands))]
    [InlineData(nameof(Examples.Wears))]
    [InlineData(nameof(Examples.Waits))]
    public void A_use_is_seen_wherever_it_hides(string user)
    {
        InTests.Value.ShouldContain(new Use(typeof(Examples.Inherits).Namespace + "." + user, typeof(Examples.Used).FullName!));
    }

    private static IReadOnlyList<string> Astray(IEnumerable<(string Path, string Text)> sources) =>
    [
        .. from source in sources
           let expected = "Bellwether" + string.Concat(source.Path.Split(Path.DirectorySeparatorChar)[2..^1].Select(part => "." + part))
           where !source.Text.Contains($"namespace {expected}", StringComparison.Ordinal)
           select source.Path,
    ];
}
