namespace Bellwether.Tests.Architecture;

/// <summary>A file that fits in the head: at most 300 lines.</summary>
public sealed class SizeOfFilesTests
{
    private const int Most = 300;

    // Written by a generator, read by nobody.
    private static readonly string[] Generated = [Path.Combine("src", "ui", "src", "api", "schema.d.ts")];

    [Fact]
    public void No_source_is_longer_than_300_lines()
    {
        string[] endings = [".cs", ".ts", ".tsx", ".mjs", ".css", ".sh"];
        var sources = new[] { "src", "tests" }.SelectMany(folder => Folders.Sources(folder, endings)).ToList();

        sources.Count.ShouldBeGreaterThan(50);
        TooLong(sources).ShouldBeEmpty();
    }

    [Fact]
    public void One_line_more_is_found_and_generated_files_are_let_be()
    {
        var full = string.Concat(Enumerable.Repeat("line\n", Most));

        TooLong([("a.cs", full), ("b.cs", full + "one more\n"), (Generated[0], full + full)]).ShouldBe(["b.cs has 301 lines"]);
    }

    private static IReadOnlyList<string> TooLong(IEnumerable<(string Path, string Text)> sources) =>
    [
        .. from source in sources
           let lines = source.Text.TrimEnd('\n').Split('\n').Length
           where lines > Most && !Generated.Contains(source.Path)
           select $"{source.Path} has {lines} lines",
    ];
}
