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
        ["x"] = () => new XBench(),
        ["linkedin as page"] = () => new LinkedInBench(page: true),
        ["linkedin as member"] = () => new LinkedInBench(page: false),
        ["facebook"] = () => new FacebookBench(),
        ["instagram"] = () => new InstagramBench(),
        ["threads"] = () => new ThreadsBench(),
        ["youtube"] = () => new YouTubeBench(),
        ["pinterest"] = () => new PinterestBench(),
        ["tiktok"] = () => new TikTokBench(),
        ["google business"] = () => new GoogleBusinessBench(),
        ["reddit"] = () => new RedditBench(),
    };

    /// <summary>
    /// Who is not there when the program is killed: what it serves itself, what takes no post of words alone, and a second bench at
    /// hosts that another one has. What they share with those that are there is the same code.
    /// </summary>
    public static readonly IReadOnlyList<string> NotKilled = ["rss", "instagram", "youtube", "pinterest", "tiktok", "linkedin as member"];

    public static TheoryData<string> Names => [.. All.Keys];

    public static Task<NetworkBench> OpenAsync(string name) => All[name]().StartAsync();
}
