namespace Bellwether.Tracking;

/// <summary>The lists that come inside the program, each with its notice and version in its first lines.</summary>
internal static class ShippedData
{
    /// <summary>The lines of a list without its comments.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(ShippedData).Assembly.GetManifestResourceStream($"Bellwether.Tracking.Data.{name}")
            ?? throw new InvalidOperationException($"The list {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
