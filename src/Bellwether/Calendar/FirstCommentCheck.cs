using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>A first comment goes out only where the network takes one from a program, and has the network's own length.</summary>
internal static class FirstCommentCheck
{
    public static IEnumerable<PostFinding> Of(VariantFacts variant)
    {
        if (variant.Comment is not { } comment)
        {
            yield break;
        }

        var account = variant.Facts.Account;
        var network = NetworkCatalogue.Of(account.Network);
        if (!network.TakesFirstComment)
        {
            yield return new PostFinding("first-comment-not-taken", true, $"{network.Name} takes no first comment from a program. Put it into the text, or leave it out.", account.Id, "firstComment");
            yield break;
        }

        var comments = network.Posting.CommentLimit is { } most ? network with { Text = new TextRule { Limit = most, Unit = network.Text.Unit } } : network;
        foreach (var fit in TextFit.Of(comments, comment).Where(fit => !fit.Fits))
        {
            yield return new PostFinding("text-too-long", true, $"First comment: {fit.Problem}", account.Id, "firstComment");
        }
    }
}
