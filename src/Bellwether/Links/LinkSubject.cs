using System.Linq.Expressions;
using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>Finds the links of a node by the kind of its id.</summary>
public static class LinkSubject
{
    /// <summary>The condition “this link counts for that node”.</summary>
    public static Expression<Func<TrackedLink, bool>> Is(string subject) => subject[..Math.Max(0, subject.LastIndexOf('_'))] switch
    {
        "post" => link => link.Post == subject,
        "variant" => link => link.Variant == subject,
        "channel" => link => link.Channel == subject,
        "social_account" or "account" => link => link.Account == subject,
        "goal" => link => link.Goal == subject,
        "campaign" => link => link.Campaign == subject,
        "plan" => link => link.Plan == subject,
        "tracked_link" => Own(subject),
        _ => throw Rule.Broken("subject-unknown", $"“{subject}” is no id that links know. Use the id of a post, variant, channel, account, goal, campaign, plan or link.", "subject"),
    };

    private static Expression<Func<TrackedLink, bool>> Own(string subject)
    {
        Rule.Require(Id<TrackedLink>.TryParse(subject, null, out var id), "subject-unknown", "This is no id of a link.", "subject");
        return link => link.Id == id;
    }
}
