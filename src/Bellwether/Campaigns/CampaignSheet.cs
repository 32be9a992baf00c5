using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Campaigns;

/// <summary>Everything a person says about a campaign. What is left out is empty.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="From">The first of the brand's days; comes with the last one.</param>
/// <param name="Until">The last day, part of it.</param>
/// <param name="Owner">Who runs it.</param>
/// <param name="Goals">The goals of the plan it serves.</param>
/// <param name="Channels">The channels of the plan it runs on.</param>
/// <param name="Kpis">What it is judged by; when absent, the metrics proposed for its kind.</param>
/// <param name="Budget">What may be spent on it, in the brand's currency. Makes it paid.</param>
/// <param name="Tag">utm_campaign of its links; made of the name when absent.</param>
/// <param name="About">What it is about.</param>
public sealed record CampaignSheet(
    string Name, CampaignKind Kind = CampaignKind.Content, LocalDate? From = null, LocalDate? Until = null, Id<Member>? Owner = null, IReadOnlyList<Id<Goal>>? Goals = null,
    IReadOnlyList<Id<Channel>>? Channels = null, IReadOnlyList<CampaignKpi>? Kpis = null, Money? Budget = null, string? Tag = null, string? About = null);
