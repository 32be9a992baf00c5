using System.Text.RegularExpressions;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>Checks one variant against what its network and its account allow.</summary>
internal static partial class VariantCheck
{
    public static IEnumerable<PostFinding> Of(VariantFacts variant, IReadOnlyDictionary<Id<Asset>, string> barred)
    {
        var account = variant.Facts.Account;
        var network = NetworkCatalogue.Of(account.Network);
        return
        [
            .. OfAccount(variant.Facts, network),
            .. OfText(variant, network),
            .. OfLink(variant, network),
            .. MediaFit.Of(variant, network),
            .. OfCost(variant, network),
            .. variant.Media.Where(media => barred.ContainsKey(media.Asset)).Select(media => new PostFinding("media-not-allowed", true, barred[media.Asset], account.Id, "media")),
        ];
    }

    private static IEnumerable<PostFinding> OfAccount(AccountFacts facts, Network network)
    {
        var account = facts.Account;
        var drop = new PostFix(PostFixKind.DropAccount);
        if (account.ArchivedAt is not null || account.Status is AccountStatus.Closed || account.Disposition is Disposition.Delete)
        {
            yield return new PostFinding("account-gone", true, $"{network.Name} @{account.Handle} is closed or on its way out. Leave it out.", account.Id, "variants", drop);
        }
        else if (account.Disposition is Disposition.Park)
        {
            yield return new PostFinding("account-parked", true, $"{network.Name} @{account.Handle} is parked: the handle is kept, nothing is posted. Leave it out, or decide to keep the account.", account.Id, "variants", drop);
        }
        else if (facts.Trouble is { } trouble)
        {
            yield return new PostFinding("account-not-connected", false, trouble, account.Id, "variants");
        }
    }

    private static IEnumerable<PostFinding> OfText(VariantFacts variant, Network network)
    {
        var account = variant.Facts.Account.Id;
        var parts = ThreadText.Parts(variant.Sent);
        if (variant.Sent.Trim().Length == 0 && (network.Text.Required || (variant.Media.Count == 0 && variant.Link is null)))
        {
            yield return new PostFinding("text-empty", true, $"There is nothing to say on {network.Name} yet. Write a text or add a picture.", account, "text");
            yield break;
        }

        if (parts.Count > 1 && !network.Text.Threads)
        {
            yield return new PostFinding("no-threads", true, $"{network.Name} knows no threads; this has {parts.Count} parts. Make it one text.", account, "text",
                new PostFix(PostFixKind.Retext, Text: string.Join("\n\n", ThreadText.Parts(variant.Written))));
        }

        foreach (var (part, place) in parts.Select((part, place) => (part, place)))
        {
            // The link goes out below the first part, and counts there.
            var whole = place == 0 ? TextFit.WithLink(network, part, variant.SentLink) : part;
            foreach (var fit in TextFit.Of(network, whole, place == 0 && variant.Media.Count > 0).Where(fit => !fit.Fits))
            {
                var where = parts.Count > 1 ? $"Part {place + 1}: " : "";
                yield return new PostFinding("text-too-long", true, where + fit.Problem, account, "text",
                    network.Text.Threads ? new PostFix(PostFixKind.Retext, Text: ThreadSplit.Of(network, variant.Written)) : null);
            }

            foreach (var finding in Counted(network, whole).Where(finding => finding is not null))
            {
                yield return finding! with { Account = account };
            }
        }
    }

    /// <summary>A link makes a post dear where the network charges for it; said before it goes out, not on the bill. Above the owner's ceiling it stays here.</summary>
    private static IEnumerable<PostFinding> OfCost(VariantFacts variant, Network network)
    {
        if (network.Posting.Cost is not { } cost)
        {
            yield break;
        }

        string Say(decimal amount) => Money.Say(amount, cost.Currency, most: 3);
        IReadOnlyList<string> parts = [.. ThreadText.Parts(variant.Sent), .. variant.Comment is { } comment ? new[] { comment } : []];
        var all = PostCosts.Of(cost, parts, variant.Link);
        if (variant.Facts.Spending is { Ceiling: { } most } month)
        {
            yield return month.Against(all, network.Name) is { } against
                ? new PostFinding("ceiling-reached", true, against, variant.Facts.Account.Id, "variants", new PostFix(PostFixKind.DropAccount))
                : new PostFinding("costs", false, $"{network.Name} charges your application about {Say(all)} for this. With it, {Say(month.Spent + month.Planned + all)} of {Say(most)} are spent or planned for {month.Name}.", variant.Facts.Account.Id, "text");
        }
        else if (variant.Facts.Trouble is null && LinksInText.Find(TextFit.WithLink(network, variant.Sent, variant.SentLink)).Count > 0)
        {
            yield return new PostFinding(
                "costs-more", false, $"{network.Name} charges your application about {Say(cost.WithLink)} for a post with a link, {Say(cost.Plain)} without one.", variant.Facts.Account.Id, "text");
        }
    }

    private static IEnumerable<PostFinding?> Counted(Network network, string part)
    {
        yield return TooMany("too-many-hashtags", false, network, "hashtags", Hashtag().Count(part), network.Text.Hashtags);
        yield return TooMany("too-many-mentions", true, network, "mentions", Mention().Count(part), network.Text.Mentions);
        yield return TooMany("too-many-links", true, network, "links", LinksInText.Find(part).Count, network.Text.Links);
    }

    private static PostFinding? TooMany(string code, bool blocks, Network network, string what, int count, int? most) =>
        count > most ? new PostFinding(code, blocks, $"{network.Name} takes {most} {what}; this has {count}. Remove {count - most}.", null, "text") : null;

    /// <summary>A link beside the text that the network would not show is said, and put into the text by one click.</summary>
    private static IEnumerable<PostFinding> OfLink(VariantFacts variant, Network network)
    {
        if (variant.SentLink is null || !(network.Text.Link == LinkBeside.None || (network.Text.Link == LinkBeside.Card && variant.Media.Count > 0)))
        {
            yield break;
        }

        yield return new PostFinding(
            "link-left-out", false,
            network.Text.Link == LinkBeside.None
                ? $"{network.Name} shows no link beside the text, so it is left out. Put it into the text, or say where it is to be found."
                : $"{network.Name} shows either pictures or a link as a card, so the link is left out. Put it into the text.",
            variant.Facts.Account.Id, "link", network.Text.Link == LinkBeside.None ? null : new PostFix(PostFixKind.Retext, Text: Below(variant)));
    }

    // Below the first part of a thread, where it would have stood.
    private static string Below(VariantFacts variant)
    {
        var parts = ThreadText.Parts(variant.Written);
        return string.Join("\n---\n", parts.Select((part, place) => place == 0 ? $"{part}\n\n{variant.Link}".Trim() : part));
    }

    [GeneratedRegex(@"(?<![\w&/])#[\p{L}\p{N}_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w/.])@[\w.]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Mention();
}
