using System.Linq.Expressions;
using Bellwether.Kernel;
using Bellwether.Links;

namespace Bellwether.Tracking;

/// <summary>Finds the conversions of a node by the kind of its id.</summary>
internal static class CreditedTo
{
    /// <summary>The condition “this conversion is credited to that node”.</summary>
    public static Expression<Func<Conversion, bool>> Node(string subject) => subject[..Math.Max(0, subject.LastIndexOf('_'))] switch
    {
        "post" => one => one.Post == subject,
        "variant" => one => one.Variant == subject,
        "channel" => one => one.Channel == subject,
        "social_account" or "account" => one => one.Account == subject,
        "goal" => one => one.Goal == subject,
        "campaign" => one => one.Campaign == subject,
        "plan" => one => one.Plan == subject,
        "deal" when Id<Deal>.TryParse(subject, null, out var deal) => one => one.Deal == deal,
        "tracked_link" when Id<TrackedLink>.TryParse(subject, null, out var link) => one => one.Link == link,
        _ => throw Rule.Broken("subject-unknown", $"“{subject}” is no id that tracking knows. Use the id of a post, variant, channel, account, goal, campaign, plan, deal or link.", "subject"),
    };
}
