using Bellwether.Metrics;

namespace Bellwether.Goals;

/// <summary>Which metrics could show what a plain sentence wishes for; business metrics first.</summary>
public static class MetricProposals
{
    /// <summary>What a goal judged by applause alone is offered: leads, web referrals, conversion rate.</summary>
    public static readonly IReadOnlyList<string> BeyondVanity = ["leads", "sessions_social", "cvr"];

    private static readonly (string[] Words, string[] Metrics)[] Table =
    [
        (["door", "footfall", "walk in", "walk-in", "come by", "drop in", "guest"], ["footfall"]),
        (["door", "guest", "footfall", "store", "shop", "restaurant", "visitors", "tables", "booking", "reservation", "lunch"], ["orders", "deal_orders", "self_attributed"]),
        (["sale", "sell", "revenue", "turnover", "buy", "order", "customer"], ["orders", "revenue_social", "cvr"]),
        (["lead", "enquir", "inquir", "prospect", "contact", "b2b", "client"], ["leads", "mql_rate", "cpl"]),
        (["newsletter", "sign", "trial", "subscri", "registr"], ["signups", "cvr"]),
        (["website", "traffic", "site", "blog", "referral", "link"], ["sessions_social", "link_clicks", "ctr"]),
        (["known", "aware", "visible", "visibility", "brand", "reputation", "heard"], ["share_of_voice", "self_attributed", "reach"]),
        (["support", "service", "answer", "help", "response", "complain", "faster"], ["first_response", "sla_met", "csat"]),
        (["loyal", "happy", "satisf", "recommend", "trust"], ["nps", "csat", "review_rating"]),
        (["communit", "talk", "conversation", "engage", "dialog", "active"], ["conversation_rate", "community_active", "er_reach"]),
        (["apply", "applica", "recruit", "hire", "hiring", "job", "staff"], ["leads", "link_clicks", "conversions"]),
        (["follower", "fans", "audience", "grow", "reach"], ["followers_net", "reach", "sessions_social"]),
        (["cost", "cheaper", "save", "efficien", "time"], ["cost_saving", "return_per_hour", "cpa"]),
        (["donat", "volunteer", "fund"], ["conversions", "revenue_social", "signups"]),
    ];

    /// <summary>Up to four metrics for a sentence; the general business ones where no word gives a hint.</summary>
    public static IReadOnlyList<Metric> For(string text) =>
        [.. Table.Where(row => row.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(row => row.Metrics).DefaultIfEmpty("leads").Concat(BeyondVanity).Distinct().Take(4).Select(key => ShippedMetrics.Find(key)!)];
}
