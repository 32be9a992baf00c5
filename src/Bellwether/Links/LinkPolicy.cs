using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Links;

/// <summary>Campaign tags under a name, to start a link from.</summary>
/// <param name="Name">What people call it, such as “Instagram story”.</param>
public sealed record TagTemplate(string Name, string Source, string Medium, string? Campaign = null, string? Content = null)
{
    internal TagTemplate Checked()
    {
        var tags = CampaignTags.Of(Source, Medium, Campaign ?? "any", Content);
        return new TagTemplate(Rule.Text(Name, "templates", 60), tags.Source, tags.Medium, string.IsNullOrWhiteSpace(Campaign) ? null : tags.Campaign, tags.Content);
    }
}

/// <summary>What a brand's new links do unless told otherwise, and the words their tags may use.</summary>
public sealed class LinkPolicy : Entity<LinkPolicy>
{
    /// <summary>The most words of a kind and the most templates.</summary>
    public const int Most = 200;

    private LinkPolicy()
    {
    }

    public LinkPolicy(Id<Brand> brand) => Brand = brand;

    public Id<Brand> Brand { get; private set; }

    /// <summary>
    /// Whether redirects to own hosts carry the click's id. Off unless switched on: the site that receives it has to ask
    /// its visitors for consent before it keeps it.
    /// </summary>
    public bool PassClickId { get; private set; }

    /// <summary>Where links lead that ended and have no fallback of their own.</summary>
    public string? Fallback { get; private set; }

    /// <summary>The brand's own host on which new links stand; null for the address of the installation.</summary>
    public string? Host { get; private set; }

    /// <summary>The values of utm_source that people may use; empty for any.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>The values of utm_campaign that people may use; empty for any.</summary>
    public IReadOnlyList<string> Campaigns { get; private set; } = [];

    public IReadOnlyList<TagTemplate> Templates { get; private set; } = [];

    public void PassClicks(bool pass) => PassClickId = pass;

    public void FallBackTo(string? address) => Fallback = string.IsNullOrWhiteSpace(address) ? null : TaggedAddress.Web(address, "fallback") is { } ? address.Trim() : null;

    public void StandOn(string? host) => Host = host;

    /// <summary>Lets tags use these words and no others; an empty list allows any word.</summary>
    public void Speak(IReadOnlyList<string> sources, IReadOnlyList<string> campaigns, IReadOnlyList<TagTemplate> templates)
    {
        Rule.Require(templates.Count <= Most, "templates-too-many", $"At most {Most} templates fit.", "templates");
        (Sources, Campaigns) = (Words(sources, "sources"), Words(campaigns, "campaigns"));
        Templates = [.. templates.Select(template => template.Checked())];
        Rule.Require(Templates.DistinctBy(template => template.Name.ToLowerInvariant()).Count() == Templates.Count, "template-twice", "Two templates have the same name. Rename one.", "templates");
    }

    /// <summary>422 for a tag whose word is not among the brand's own.</summary>
    public void Check(CampaignTags? tags)
    {
        Check(tags?.Source, Sources, "source");
        Check(tags?.Campaign, Campaigns, "campaign");
    }

    private static void Check(string? word, IReadOnlyList<string> words, string field) => Rule.Require(
        word is null || words.Count == 0 || words.Contains(word), "tag-word-unknown",
        $"“{word}” is none of the words for this tag. Use one of: {string.Join(", ", words.Take(20))}{(words.Count > 20 ? ", …" : "")}; or let an owner add it.", field);

    private static IReadOnlyList<string> Words(IReadOnlyList<string> words, string field)
    {
        Rule.Require(words.Count <= Most, $"{field}-too-many", $"At most {Most} words fit.", field);
        return [.. words.Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => CampaignTags.Clean(word, field)).Distinct(StringComparer.Ordinal)];
    }
}

internal sealed class LinkPolicyStorage : IEntityTypeConfiguration<LinkPolicy>
{
    public void Configure(EntityTypeBuilder<LinkPolicy> builder)
    {
        builder.ToTable("link_policies");
        builder.Property(policy => policy.Fallback).HasMaxLength(4000);
        builder.Property(policy => policy.Host).HasMaxLength(LinkDomain.Longest);
        builder.Property(policy => policy.Sources).AsJson();
        builder.Property(policy => policy.Campaigns).AsJson();
        builder.Property(policy => policy.Templates).AsJson();
        builder.HasIndex(policy => policy.Brand).IsUnique();
    }
}
