using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Research;

/// <summary>Where or through whom one meets a community.</summary>
public enum PlaceKind
{
    Group,
    Hashtag,
    Forum,

    /// <summary>A market, a fair, a meeting people go to.</summary>
    Gathering,

    /// <summary>Somebody whom many listen to.</summary>
    Influencer,

    /// <summary>A customer or friend who speaks well of the brand.</summary>
    Ally,
}

/// <summary>A gathering place or an ally of the community, what people need there, and the goals it serves.</summary>
/// <param name="Size">Members or followers, about.</param>
/// <param name="Audience">Whom one meets there.</param>
/// <param name="Goals">The ids of the goals it serves.</param>
public sealed record PlaceSheet(
    PlaceKind Kind, string Name, string? Network = null, string? Link = null, Id<Audience>? Audience = null, long? Size = null, string? Needs = null, string? Rules = null, IReadOnlyList<string>? Goals = null)
{
    public PlaceSheet Checked()
    {
        Rule.Require(Size is null or > 0, "size-impossible", "A place has at least one person. Leave the size out when you do not know it.", "size");
        return this with
        {
            Name = Rule.Text(Name, "name", 160),
            Network = string.IsNullOrWhiteSpace(Network) ? null : NetworkName.Of(Network),
            Link = string.IsNullOrWhiteSpace(Link) ? null : TaggedAddress.Web(Link, "link").AbsoluteUri,
            Needs = Rule.OptionalText(Needs, "needs", 1000),
            Rules = Rule.OptionalText(Rules, "rules", 1000),
            Goals = [.. (Goals ?? []).Distinct(StringComparer.Ordinal)],
        };
    }
}

/// <summary>A place where the brand's people gather, or a person they listen to.</summary>
public sealed class CommunityPlace : PlanResearch<CommunityPlace>
{
    private CommunityPlace()
    {
    }

    public CommunityPlace(Plan plan, PlaceSheet sheet)
        : base(plan) => Sheet = sheet.Checked();

    public PlaceSheet Sheet { get; private set; } = null!;

    public void Word(PlaceSheet sheet) => Sheet = sheet.Checked();
}

internal sealed class CommunityPlaceStorage() : ResearchStorage<CommunityPlace>("community_places")
{
    protected override void Map(EntityTypeBuilder<CommunityPlace> builder) => builder.Property(row => row.Sheet).AsJson();
}
