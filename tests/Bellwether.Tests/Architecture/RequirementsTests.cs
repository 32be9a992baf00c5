using Bellwether.Tests.Support;

namespace Bellwether.Tests.Architecture;

/// <summary>Tests and the list of behaviours agree.</summary>
public sealed class RequirementsTests
{
    private const string Example = """
        - **R000-01** One.
        - **R000-02** Two.
        <!-- coverage, written by the tests -->
        <!-- end of coverage -->
        """;

    [Fact]
    public void Every_behaviour_is_listed_once()
    {
        var ids = Requirements.Ids(File.ReadAllText(Requirements.File));

        ids.ShouldBeUnique();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.CountBy(id => id[..4]).ShouldBe([new("R000", 30), new("R001", 23), new("R002", 45), new("R003", 22), new("R004", 33)]);
    }

    [Fact]
    public void No_test_names_a_behaviour_that_is_not_listed()
    {
        var ids = Requirements.Ids(File.ReadAllText(Requirements.File));

        Unlisted(Named(), ids).ShouldBeEmpty();
    }

    [Fact]
    public void The_document_tells_what_tests_show()
    {
        var document = File.ReadAllText(Requirements.File);
        var expected = Requirements.WithCoverage(document, Named());
        if (Environment.GetEnvironmentVariable("BELLWETHER_APPROVE") == "1")
            File.WriteAllText(Requirements.File, document = expected);

        var (told, shown) = (Requirements.Coverage(document).Split('\n'), Requirements.Coverage(expected).Split('\n'));
        told.Except(shown).Select(line => "no longer: " + line).Concat(shown.Except(told).Select(line => "new: " + line))
            .ShouldBeEmpty("Run the tests with BELLWETHER_APPROVE=1 to write docs/requirements.md anew.");
    }

    [Fact]
    public void A_name_that_is_not_listed_is_found()
    {
        var named = Requirements.NamedIn(typeof(RequirementsTests).Assembly.Location);

        Unlisted([.. named.Where(pair => pair.Test == nameof(Examples.Shows)), ("R000-02", "ATests")], Requirements.Ids(Example))
            .ShouldBe([("R999-99", nameof(Examples.Shows))]);
    }

    [Fact]
    public void What_is_shown_and_what_is_not_is_told_and_stays_told_once()
    {
        var once = Requirements.WithCoverage(Example, [("R000-02", "ATests"), ("R000-02", "ATests"), ("R000-02", "BTests")]);

        once.ShouldContain("Shown by at least one test: 1 of 2.");
        once.ShouldContain("| R000-02 | ATests, BTests |");
        once.ShouldContain("Not yet: R000-01.");
        Requirements.WithCoverage(once, [("R000-02", "ATests"), ("R000-02", "BTests")]).ShouldBe(once);
    }

    private static IEnumerable<(string Id, string Test)> Unlisted(IEnumerable<(string Id, string Test)> named, IReadOnlyList<string> ids) =>
        named.Where(pair => !ids.Contains(pair.Id));

    private static IEnumerable<(string Id, string Test)> Named()
    {
        var browser = Path.Combine(Repository.OutputOf(Path.Combine("tests", "Bellwether.Browser")), "Bellwether.Browser.dll");
        Assert.SkipUnless(File.Exists(browser), "tests/Bellwether.Browser is not built; the whole run builds it.");
        return Requirements.NamedIn(typeof(RequirementsTests).Assembly.Location).Concat(Requirements.NamedIn(browser))
            .Where(pair => pair.Test != nameof(Examples.Shows));
    }
}
