using System.Text.Json.Serialization;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Research;

/// <summary>How many people the organisation has.</summary>
public enum OrganisationSize
{
    One,

    /// <summary>2 to 9.</summary>
    Few,

    /// <summary>10 to 49.</summary>
    Small,

    /// <summary>50 to 249.</summary>
    Medium,

    /// <summary>250 and more.</summary>
    Large,
}

/// <summary>The wider marketing plan that this one is a part of.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Link">Where it lies.</param>
/// <param name="Objectives">What it wants to reach.</param>
/// <param name="OtherChannels">What else it uses: mail, search, print.</param>
/// <param name="SiteGoals">What the web site is to bring about.</param>
public sealed record WiderPlan(string? Title = null, string? Link = null, IReadOnlyList<string>? Objectives = null, IReadOnlyList<string>? OtherChannels = null, IReadOnlyList<string>? SiteGoals = null)
{
    [JsonIgnore]
    public bool IsWritten => Title is not null || Link is not null || Objectives is { Count: > 0 };

    public WiderPlan Checked() => new(
        Rule.OptionalText(Title, "title", 200), string.IsNullOrWhiteSpace(Link) ? null : TaggedAddress.Web(Link, "link").AbsoluteUri,
        Lines(Objectives, "objectives"), Lines(OtherChannels, "otherChannels"), Lines(SiteGoals, "siteGoals"));

    private static List<string> Lines(IReadOnlyList<string>? lines, string field) => [.. (lines ?? []).Select(line => Rule.Text(line, field, 300))];
}

/// <summary>Who plans, and for what kind of organisation.</summary>
/// <param name="Industry">In own words: “restaurant”.</param>
/// <param name="Markets">Countries or regions it sells to.</param>
/// <param name="Regulated">Whether law or a chamber limits what it may say.</param>
/// <param name="Checker">Who checks words before they go out, where it is regulated.</param>
/// <param name="Needs">What it needs social media for.</param>
/// <param name="Firm">The firm that helps; null when it is done on one's own.</param>
/// <param name="Wider">The wider marketing plan.</param>
public sealed record ProfileSheet(
    string? Industry = null, OrganisationSize? Size = null, IReadOnlyList<string>? Markets = null, bool Regulated = false, string? Checker = null,
    IReadOnlyList<ResearchNeed>? Needs = null, string? Firm = null, WiderPlan? Wider = null)
{
    public ProfileSheet Checked() => this with
    {
        Industry = Rule.OptionalText(Industry, "industry", 120),
        Markets = [.. (Markets ?? []).Select(market => Rule.Text(market, "markets", 80)).Distinct(StringComparer.OrdinalIgnoreCase)],
        Checker = Rule.OptionalText(Checker, "checker", 160),
        Needs = [.. (Needs ?? []).Distinct().Order()],
        Firm = Rule.OptionalText(Firm, "firm", 160),
        Wider = (Wider ?? new WiderPlan()).Checked(),
    };
}

/// <summary>The organisation behind a plan, as far as it shapes templates and warnings.</summary>
public sealed class ResearchProfile : PlanResearch<ResearchProfile>
{
    private ResearchProfile()
    {
    }

    public ResearchProfile(Plan plan, ProfileSheet sheet)
        : base(plan) => Sheet = sheet.Checked();

    public ProfileSheet Sheet { get; private set; } = null!;

    public void Word(ProfileSheet sheet) => Sheet = sheet.Checked();
}

internal sealed class ResearchProfileStorage() : ResearchStorage<ResearchProfile>("research_profiles")
{
    protected override void Map(EntityTypeBuilder<ResearchProfile> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}
