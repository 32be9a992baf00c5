using Bellwether.Kernel;

namespace Bellwether.Campaigns;

/// <summary>What a campaign is for; each kind is judged by numbers of its own.</summary>
public enum CampaignKind
{
    /// <summary>Content brings visits, visits bring sales.</summary>
    Content,

    /// <summary>Reach that is paid for. Needs the plan's decision for paid advertising.</summary>
    Advertising,

    /// <summary>People talk with the brand and with each other.</summary>
    Community,

    /// <summary>Something people need to know.</summary>
    Information,

    /// <summary>Questions and complaints are answered.</summary>
    Care,

    /// <summary>Proofs help those who sell.</summary>
    Collateral,
}

/// <summary>A metric that a campaign is judged by.</summary>
/// <param name="Metric">The metric's key in the catalogue.</param>
/// <param name="Target">The number aimed at, in the metric's unit; may come later.</param>
public sealed record CampaignKpi(string Metric, decimal? Target = null);

/// <summary>The metrics that fit each kind of campaign.</summary>
public static class CampaignKpis
{
    /// <summary>The most KPIs a campaign can have: what is judged by everything is judged by nothing.</summary>
    public const int Most = 8;

    /// <summary>Keys of the metrics proposed for a kind, the most telling first.</summary>
    public static IReadOnlyList<string> For(CampaignKind kind) => kind switch
    {
        CampaignKind.Content => ["link_clicks", "conversions", "cvr", "revenue_social"],
        CampaignKind.Advertising => ["ad_spend", "ctr", "cpl", "roas"],
        CampaignKind.Community => ["community_active", "conversation_rate", "first_response"],
        CampaignKind.Information => ["reach", "link_clicks", "profile_visits"],
        CampaignKind.Care => ["first_response", "sla_met", "csat"],
        CampaignKind.Collateral => ["link_clicks", "leads", "orders"],
        _ => throw Rule.Broken("kind-unknown", "There is no such kind of campaign. Choose one of the list.", "kind"),
    };
}
