namespace Bellwether.Tests.Connectors.Benches;

/// <summary>Every way to connect a network, and the table it is tried on. A new network is one line here.</summary>
public static class BenchList
{
    public static readonly IReadOnlyDictionary<string, Func<NetworkBench>> All = new Dictionary<string, Func<NetworkBench>>(StringComparer.Ordinal)
    {
        ["bluesky"] = () => new BlueskyBench(),
        ["mastodon"] = () => new MastodonBench(),
        ["webhook"] = () => new WebhookBench(),
        ["wordpress"] = () => new WordPressBench(),
        ["telegram"] = () => new FakeTelegram(),
        ["discord by webhook"] = () => new FakeDiscord(bot: false),
        ["discord by bot"] = () => new FakeDiscord(bot: true),
        ["slack by token"] = () => new FakeSlack(token: true),
        ["slack by incoming webhook"] = () => new FakeSlack(token: false),
        ["ghost"] = () => new FakeGhost(),
        ["rss"] = () => new RssBench(),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static Task<NetworkBench> OpenAsync(string name) => All[name]().StartAsync();
}
