using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Channels;

/// <summary>A major theme of a plan's content: what it is about, for whom, with examples and what to do and not to do. Each channel gives it a share.</summary>
public sealed class ContentPillar : Entity<ContentPillar>
{
    private ContentPillar()
    {
    }

    /// <summary>A theme starts as a name.</summary>
    public ContentPillar(Plan plan, string name, int rank)
    {
        Plan = plan.Id;
        Brand = plan.Brand;
        Rename(name);
        Rank = rank;
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What it is about, in a sentence or two.</summary>
    public string? About { get; private set; }

    /// <summary>Whom it speaks to: personas, in words.</summary>
    public IReadOnlyList<string> Personas { get; private set; } = [];

    public IReadOnlyList<string> Examples { get; private set; } = [];

    /// <summary>What every post of it should do.</summary>
    public IReadOnlyList<string> Dos { get; private set; } = [];

    /// <summary>What no post of it may do.</summary>
    public IReadOnlyList<string> Donts { get; private set; } = [];

    /// <summary>Its place among the themes, from 1; it also picks its colour.</summary>
    public int Rank { get; private set; }

    public void Rename(string name) => Name = Rule.Text(name, "name", 80);

    public void Describe(string? about, IEnumerable<string> personas, IEnumerable<string> examples, IEnumerable<string> dos, IEnumerable<string> donts)
    {
        About = Rule.OptionalText(about, "about", 1000);
        Personas = Lines(personas, "personas");
        Examples = Lines(examples, "examples");
        Dos = Lines(dos, "dos");
        Donts = Lines(donts, "donts");
    }

    private static List<string> Lines(IEnumerable<string> lines, string field) =>
        [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => Rule.Text(line, field, 400))];
}
