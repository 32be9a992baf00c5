using Bellwether.Audits;
using Bellwether.Campaigns;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Plans;

namespace Bellwether.Calendar;

/// <summary>A picture or video as a file names it.</summary>
internal sealed record NamedPicture(Id<Asset> Asset, string Name, string? Alt);

/// <summary>A campaign that posts may join, as a file names it; with its goal where it has exactly one that is open.</summary>
internal sealed record NamedCampaign(Id<Campaign> Campaign, string Name, string Tag, Id<Plan> Plan, Id<Goal>? Goal);

/// <summary>What a row says beside its shared text, as each of its accounts is to tell it.</summary>
internal sealed class RowWords(Func<string, string> said, IReadOnlyList<SocialAccount> accounts, PostSheetFacts facts, List<string> problems, List<string> notes)
{
    private static readonly char[] Between = [';', '\n', '|'];
    private readonly List<string> also = [];

    /// <summary>What it says beside its text, in words.</summary>
    public IReadOnlyList<string> Also => also;

    /// <summary>The text with the hashtags below it that it does not have yet.</summary>
    public static string WithTags(string text, string hashtags)
    {
        var there = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tags = hashtags.Split([' ', ',', ';', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(tag => $"#{tag.TrimStart('#')}").Where(tag => tag.Length > 1 && there.Add(tag)).ToList();
        return tags.Count == 0 ? text : $"{text.TrimEnd()}{(text.Length == 0 ? "" : "\n\n")}{string.Join(' ', tags)}";
    }

    public IReadOnlyList<VariantDraft> Variants(string? link)
    {
        var (media, comment) = (Media(), said("firstComment"));
        var takers = accounts.Where(account => NetworkCatalogue.Of(account.Network).TakesFirstComment).ToHashSet();
        if (comment.Length > 0)
        {
            Tell(comment, 10_000, "The first comment", "First comment");
            notes.AddRange(accounts.Where(account => !takers.Contains(account)).Select(account => NetworkCatalogue.Of(account.Network).Name).Distinct(StringComparer.Ordinal).Select(name => $"{name} takes no first comment from a program; it is left out there."));
        }

        var own = new Dictionary<string, (string? Text, Dictionary<string, string> Options)>(StringComparer.Ordinal);
        foreach (var network in facts.Accounts.Select(account => account.Network).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(NetworkCatalogue.Of))
        {
            own[network.Key] = Own(network);
        }

        return [.. accounts.Select(account => new VariantDraft(
            account.Id, account.Network, own[account.Network].Text, media, link, FirstComment: comment.Length > 0 && takers.Contains(account) ? comment : null, Options: own[account.Network].Options))];
    }

    /// <summary>What the row says of a network alone.</summary>
    private (string? Text, Dictionary<string, string> Options) Own(Network network)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = Has(network, PostColumns.OwnText, PostColumns.Header(network, null)) is { } words ? WithTags(words, said("hashtags")) : null;
        if (text is not null)
        {
            Tell(text, 20_000, $"The text for {network.Name}", $"Own words on {network.Name}");
        }

        foreach (var option in network.Posting.Options)
        {
            if (Has(network, option.Key, PostColumns.Header(network, option)) is not { } cell)
            {
                continue;
            }

            var value = Value(option, cell);
            if (option.Against(value) is { } wrong)
            {
                problems.Add($"{network.Name}: {wrong}");
                continue;
            }

            Tell(value, 2_000, PostColumns.Header(network, option), $"{PostColumns.Header(network, option)}: {option.Words(value)}");
            options[option.Key] = value;
        }

        return (text, options);
    }

    /// <summary>The cell where one of the row's accounts is on the network; where none is, it says so.</summary>
    private string? Has(Network network, string key, string label)
    {
        var cell = said($"{network.Key}.{key}");
        if (cell.Length > 0 && !accounts.Any(account => account.Network == network.Key))
        {
            notes.Add($"“{label}” is left out: the row names no account on {network.Name}.");
            return null;
        }

        return cell.Length > 0 ? cell : null;
    }

    private void Tell(string text, int most, string what, string words)
    {
        if (text.Length > most)
        {
            problems.Add($"{what} has {text.Length} characters; at most {most} fit.");
        }
        else
        {
            also.Add(words);
        }
    }

    /// <summary>A choice by its words or its value, yes and no in the ways spreadsheets say them.</summary>
    private static string Value(PostOption option, string cell) => option.Kind switch
    {
        PostOptionKind.Choice => option.Choices.FirstOrDefault(choice => string.Equals(choice.Value, cell, StringComparison.OrdinalIgnoreCase) || string.Equals(choice.Label, cell, StringComparison.OrdinalIgnoreCase))?.Value ?? cell,
        PostOptionKind.Toggle => cell.ToLowerInvariant() switch { "yes" or "y" or "true" or "x" or "1" or "ja" or "wahr" => "yes", "no" or "n" or "false" or "0" or "nein" or "falsch" => "no", _ => cell },
        _ => cell,
    };

    private List<VariantMedia> Media()
    {
        var cell = said("pictures");
        var names = cell.Length == 0 ? [] : Find(cell).Count > 0 ? [cell] : cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var media = new List<VariantMedia>();
        foreach (var name in names)
        {
            var found = Find(name);
            if (found.Count == 0)
            {
                problems.Add($"There is no picture or video “{name}” in the library. Add it there first, under this name.");
            }
            else if (media.TrueForAll(one => one.Asset != found[0].Asset))
            {
                media.Add(new VariantMedia(found[0].Asset, found[0].Alt));
                if (found.Count > 1)
                {
                    notes.Add($"{found.Count} pictures are called “{name}”; the newest is taken.");
                }
            }
        }

        if (media.Count > 0)
        {
            also.Add(media.Count == 1 ? "One picture or video" : $"{media.Count} pictures or videos");
        }

        if (media.Count > 0 && accounts.Count == 0)
        {
            notes.Add("A picture belongs to an account; without one it is left out.");
        }

        return media;
    }

    /// <summary>By name, with or without the ending of a file; the newest first.</summary>
    private List<NamedPicture> Find(string name) =>
        [.. facts.Pictures.Where(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(Path.GetFileNameWithoutExtension(one.Name), name, StringComparison.OrdinalIgnoreCase)).OrderByDescending(one => one.Asset)];
}
