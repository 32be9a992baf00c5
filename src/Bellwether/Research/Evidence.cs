using Bellwether.Kernel;
using Bellwether.Links;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Where something that was found out comes from.</summary>
public enum SourceKind
{
    /// <summary>A talk with a stakeholder; the reference is the interview.</summary>
    Interview,

    /// <summary>A survey; the reference is the survey.</summary>
    Survey,

    /// <summary>A page, a study, an article.</summary>
    Web,

    /// <summary>A document or a picture that is kept with it.</summary>
    File,

    /// <summary>Our own numbers.</summary>
    Numbers,

    /// <summary>Somebody saw or heard it.</summary>
    Observation,
}

/// <summary>What a statement rests on: who or what says so, and as of which day.</summary>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="Name">Whom or what to look up: “Ofcom, Media Nations 2025”.</param>
/// <param name="On">The day the source speaks of; it ages from there.</param>
/// <param name="Reference">The id of the interview or survey it comes from.</param>
/// <param name="Link">A web address.</param>
/// <param name="Sample">How many people were asked or counted, where the source says so.</param>
public sealed record Evidence(SourceKind Kind, string Name, LocalDate On, string? Reference = null, string? Link = null, int? Sample = null)
{
    /// <summary>After so many months evidence is old: people move between networks faster than plans do.</summary>
    public const int FreshMonths = 18;

    /// <summary>The same with its texts checked; evidence from the future is refused.</summary>
    public Evidence Checked(LocalDate today)
    {
        Rule.Require(On <= today, "evidence-from-future", $"The evidence is dated {On:uuuu-MM-dd}, which is still to come. Give the day it was found.", "on");
        Rule.Require(Sample is null or > 0, "sample-impossible", "A sample has at least one person. Leave it out when you do not know.", "sample");
        return this with { Name = Rule.Text(Name, "source", 300), Reference = Rule.OptionalText(Reference, "reference", 80), Link = Link is null or "" ? null : TaggedAddress.Web(Link, "link").AbsoluteUri };
    }

    /// <summary>How many whole months old it is.</summary>
    public int AgeInMonths(LocalDate today) => Math.Max(0, Period.Between(On, today, PeriodUnits.Months).Months);

    /// <summary>Whether it is older than eighteen months; on the day itself it is not yet.</summary>
    public bool IsStale(LocalDate today) => On.PlusMonths(FreshMonths) < today;
}
