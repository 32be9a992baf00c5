using System.Runtime.InteropServices;
using System.Text.Json;
using Bellwether.Tracking;

namespace Bellwether.Returns.Attribution;

/// <summary>What credit is given to.</summary>
public enum CreditBy
{
    /// <summary>The channel group: organic social, e-mail, direct …</summary>
    ChannelGroup,

    /// <summary>The channel of the plan.</summary>
    Channel,

    /// <summary>The campaign, or the campaign tag where it is no campaign of a plan.</summary>
    Campaign,

    /// <summary>The type of campaign: content, advertising, community …</summary>
    CampaignType,

    /// <summary>The post.</summary>
    Post,

    /// <summary>The theme of the post.</summary>
    Theme,

    /// <summary>The goal.</summary>
    Goal,

    /// <summary>The tracked link.</summary>
    Link,

    /// <summary>The deal whose code was used.</summary>
    Deal,
}

/// <summary>What a link or a deal stands for, as far as credit asks.</summary>
/// <param name="Key">The id or word it gets credit under; null where it stands for none.</param>
/// <param name="Plan">The plan it belongs to.</param>
internal sealed record CreditSource(string? Key, string? Plan);

/// <summary>Finds what a touch gives credit to. Where it stands for nothing of that kind, the touch is direct or credited to none.</summary>
internal sealed class CreditKeys(IReadOnlyDictionary<Guid, CreditSource> sources, CreditBy by, string? plan, Journeys journeys)
{
    /// <summary>Touches that stand for nothing of the kind that is asked for.</summary>
    public const string None = "none";

    /// <summary>Touches that belong to another plan than the one asked for, or to none.</summary>
    public const string Elsewhere = "elsewhere";

    private const int ByGroup = -1;
    private const int Unclaimed = -2;
    private static readonly string[] Groups = [.. Enum.GetNames<ChannelGroup>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly int?[] groups = new int?[Groups.Length];

    /// <summary>The number of what a touch gives credit to.</summary>
    public int NumberOf(in PathStep step)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, step.Source, out var known);
        if (!known)
        {
            number = NumberOf(sources.GetValueOrDefault(step.Source));
        }

        return number switch
        {
            ByGroup => GroupOf(step.Group),

            // Whoever came by themselves came by themselves for every plan: the credit goes to what led there before.
            Unclaimed => step.Group == ChannelGroup.Direct ? GroupOf(step.Group) : journeys.Number(Elsewhere),
            _ => number,
        };
    }

    /// <summary>Whether a channel is the plan's own: neither elsewhere nor direct.</summary>
    public static bool IsOwn(string channel) => channel is not (Elsewhere or Journeys.Direct);

    private int GroupOf(ChannelGroup group) => groups[(int)group] ??= journeys.Number(NameOf(group));

    private int NumberOf(CreditSource? source) =>
        plan is not null && source?.Plan != plan ? source?.Plan is null ? Unclaimed : journeys.Number(Elsewhere)
        : by != CreditBy.ChannelGroup && source?.Key is { } key ? journeys.Number(key)
        : ByGroup;

    private string NameOf(ChannelGroup group) => by == CreditBy.ChannelGroup || group == ChannelGroup.Direct ? Groups[(int)group] : None;
}
