using Bellwether.Tracking;

namespace Bellwether.Demo;

/// <summary>What people of the demo do on its site after a click, and who finds the site without one.</summary>
internal sealed class DemoVisits
{
    private const string Host = "tacoloco.example";

    private static readonly (string? Referrer, string? Origin, ChannelGroup Group)[] Others =
    [
        (null, null, ChannelGroup.Direct), (null, null, ChannelGroup.Direct), ("google.com", "Google", ChannelGroup.OrganicSearch), ("google.com", "Google", ChannelGroup.OrganicSearch),
        ("instagram.com", "Instagram", ChannelGroup.OrganicSocial), ("chatgpt.com", "ChatGPT", ChannelGroup.AiAssistants), ("lunchguide.example", "lunchguide.example", ChannelGroup.Referral),
    ];

    // A sequence of its own: the rest of the demo stays as it is.
    private readonly Random chance = new(2027);

    /// <summary>Adds the visit of somebody who clicked, and now and then one of somebody who did not.</summary>
    public void After(in ClickRow click, ClickBatch batch)
    {
        if (click.Outcome != HitOutcome.Counted)
        {
            return;
        }

        // Half of them: the others stop scripts, or leave before the page is there.
        if (chance.Next(2) == 0)
        {
            Visit(click, new Arrival("bluesky", "social", "lunch", "bsky.app"), "Bluesky", ChannelGroup.OrganicSocial, batch);
        }

        if (chance.Next(4) == 0)
        {
            var (referrer, origin, group) = Others[chance.Next(Others.Length)];
            Visit(click, new Arrival(null, null, null, referrer), origin, group, batch);
        }
    }

    private void Visit(in ClickRow click, Arrival from, string? origin, ChannelGroup group, ClickBatch batch)
    {
        var (visitor, at) = (chance.NextInt64(), click.At);
        batch.Events.Add(Row(click, at, null, "/menu", visitor, starts: true, from, origin, group));
        if (chance.Next(3) == 0)
        {
            batch.Events.Add(Row(click, at, null, chance.Next(2) == 0 ? "/order" : "/where-we-are", visitor, starts: false, from, origin, group));
        }

        if (chance.Next(12) == 0)
        {
            batch.Events.Add(Row(click, at, "newsletter", "/menu", visitor, starts: false, from, origin, group));
        }
    }

    private static EventRow Row(in ClickRow click, long at, string? name, string path, long visitor, bool starts, Arrival from, string? origin, ChannelGroup group) => new(
        Guid.CreateVersion7(), click.Workspace, click.Brand, at, name, Host, path, from.Source, from.Medium, from.Campaign, from.Referrer, origin, group, click.Device, visitor, starts, HitOutcome.Counted);
}
