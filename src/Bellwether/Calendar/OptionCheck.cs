using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>What a post says of itself on one network has to be something the network takes, and all that it wants said.</summary>
internal static class OptionCheck
{
    public static IEnumerable<PostFinding> Of(VariantFacts variant)
    {
        var (account, network) = (variant.Facts.Account.Id, NetworkCatalogue.Of(variant.Facts.Account.Network));
        foreach (var option in network.Posting.Options)
        {
            var said = variant.Options.GetValueOrDefault(option.Key);
            if (said is not null && option.Against(said) is { } problem)
            {
                yield return new PostFinding("option-invalid", true, $"{network.Name}: {problem}", account, "options");
            }
            else if (said is null && option.RequiredWhen is { } need && Value(variant, need.Option) == need.Is && variant.Facts.Settings is not null && Value(variant, option.Key) is null)
            {
                yield return new PostFinding("option-missing", true, $"{network.Name} wants “{option.Label}” said by a person. Choose it for this post, or for the account under Settings, Networks.", account, "options");
            }
            else if (said is not null && option.NeedsLink && !HasLink(variant, network))
            {
                yield return new PostFinding("option-idle", false, $"{network.Name}: “{option.Label}” leads nowhere without a link. Add one, or leave it as it is.", account, "options");
            }
        }
    }

    private static string? Value(VariantFacts variant, string key) => variant.Options.GetValueOrDefault(key) ?? variant.Facts.Settings?.GetValueOrDefault(key);

    private static bool HasLink(VariantFacts variant, Network network) =>
        variant.Link is not null || network.Posting.Options.Any(option => option.Kind == PostOptionKind.Link && variant.Options.ContainsKey(option.Key));
}
