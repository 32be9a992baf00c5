using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking.Hubs;

/// <summary>A link on a page of links.</summary>
/// <param name="Label">What stands on it.</param>
public sealed record HubEntry(Id<TrackedLink> Link, string Label);

/// <summary>What a page of links shows.</summary>
/// <param name="Title">Its heading, such as the name of the profile.</param>
/// <param name="Intro">A sentence or two below it.</param>
/// <param name="Colour">The colour of its links, such as #0b5c58.</param>
/// <param name="Entries">Its links, from top to bottom.</param>
public sealed record HubContent(string Title, string? Intro, string Colour, IReadOnlyList<HubEntry> Entries)
{
    /// <summary>The colour unless another is chosen.</summary>
    public const string UsualColour = "#0b5c58";

    /// <summary>The most links of one page: nobody reads more.</summary>
    public const int MostEntries = 50;

    internal HubContent Checked()
    {
        Rule.Require(Entries.Count <= MostEntries, "entries-too-many", $"At most {MostEntries} links fit on one page. Leave out what nobody follows.", "entries");
        Rule.Require(Entries.DistinctBy(entry => entry.Link).Count() == Entries.Count, "entry-twice", "The same link stands there twice. Take one out.", "entries");
        Rule.Require(
            Colour.Length == 7 && Colour[0] == '#' && Colour.Skip(1).All(char.IsAsciiHexDigit), "colour-invalid", "Write a colour as # with six digits or letters a to f, such as #0b5c58.", "colour");
        return new HubContent(
            Rule.Text(Title, "title", 80), Rule.OptionalText(Intro, "intro", 400), Colour.ToLowerInvariant(), [.. Entries.Select((entry, place) => entry with { Label = Rule.Text(entry.Label, $"entries[{place}]", 80) })]);
    }

    /// <summary>Black or white, whichever is read better on its colour (WCAG 2.2, relative luminance): never less than 4.5 to 1.</summary>
    public string Ink()
    {
        double Channel(int at)
        {
            var part = Convert.ToInt32(Colour.Substring(at, 2), 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        var luminance = (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
        return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
    }
}

/// <summary>A public page of links for a profile (“link in bio”): written as a draft, shown as it was when it was published last.</summary>
public sealed class LinkHub : Entity<LinkHub>
{
    private LinkHub()
    {
    }

    public LinkHub(Id<Brand> brand, string name, string title, Id<Channel>? channel)
    {
        Brand = brand;
        Name = LinkCode.Chosen(name, "name");
        Channel = channel;
        Draft = new HubContent(title, null, HubContent.UsualColour, []).Checked();
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The channel whose profile shows it; null for the brand.</summary>
    public Id<Channel>? Channel { get; private set; }

    /// <summary>What stands behind /h/; unique over the whole installation.</summary>
    public string Name { get; private set; } = "";

    public HubContent Draft { get; private set; } = new("", null, HubContent.UsualColour, []);

    /// <summary>What the public sees; null while nobody does.</summary>
    public HubContent? Live { get; private set; }

    public Instant? PublishedAt { get; private set; }

    /// <summary>Whether the draft says something else than the public page.</summary>
    public bool HasChanges => PublishedAt is null || Live is null || Live.Title != Draft.Title || Live.Intro != Draft.Intro || Live.Colour != Draft.Colour || !Live.Entries.SequenceEqual(Draft.Entries);

    public void Write(HubContent content) => Draft = content.Checked();

    /// <summary>Gets another address while nobody sees it: a public one may stand in profiles.</summary>
    public void Rename(string name)
    {
        var chosen = LinkCode.Chosen(name, "name");
        if (chosen != Name && PublishedAt is not null)
        {
            throw Rule.Conflict("hub-public", "The page is public, and its address may stand in profiles. Take it out of sight first.", "name");
        }

        Name = chosen;
    }

    public void Publish(Instant now)
    {
        Rule.Require(Draft.Entries.Count > 0, "hub-empty", "There is no link on the page yet. Add one first.", "entries");
        (Live, PublishedAt) = (Draft, now);
    }

    /// <summary>Takes it out of sight; the draft, the counts and what was seen stay.</summary>
    public void Withdraw() => PublishedAt = null;

    /// <summary>Shows again what was seen last, whatever the draft says by now.</summary>
    public void ShowAgain(Instant now)
    {
        if (Live is null)
        {
            throw Rule.Conflict("hub-never-public", "The page was never public. Publish it.");
        }

        PublishedAt ??= now;
    }
}

internal sealed class LinkHubStorage : IEntityTypeConfiguration<LinkHub>
{
    public void Configure(EntityTypeBuilder<LinkHub> builder)
    {
        builder.ToTable("link_hubs");
        builder.Property(hub => hub.Name).HasMaxLength(LinkCode.Longest);
        builder.Property(hub => hub.Draft).AsJson();
        builder.Property(hub => hub.Live).AsJson();
        builder.Ignore(hub => hub.HasChanges);
        builder.HasIndex(hub => hub.Name).IsUnique();
        builder.HasIndex(hub => hub.Brand);
    }
}
