using Bellwether.Connectors.Bluesky;
using Bellwether.Connectors.Mastodon;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Tests.Connectors;

/// <summary>Reading public profiles: Bluesky against a real personal data server, Mastodon against a fake of its public routes.</summary>
public sealed class PublicProfileTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Instant LongAgo => Instant.FromUtc(2020, 1, 1, 0, 0);

    [Fact, Requirement("R002-34"), Requirement("R003-11")]
    public async Task A_personal_data_server_tells_the_profile_and_the_posts_and_nothing_that_others_did()
    {
        var pds = await PdsServer.Shared();
        var person = await pds.CreateAccount();
        var session = await pds.Post("com.atproto.server.createSession", new { identifier = person.Handle, password = person.AppPassword }, null);
        var token = (string)session["accessJwt"]!;
        await PutAsync(pds, person, token, "app.bsky.actor.profile", new Dictionary<string, object?> { ["$type"] = "app.bsky.actor.profile", ["displayName"] = "Taco Loco", ["description"] = "Tacos from a van" }, "self");
        await PutAsync(pds, person, token, "app.bsky.feed.post", Post("Lunch at noon", "2026-03-20T10:00:00Z"), "3laaaaaaaaaa2");
        await PutAsync(pds, person, token, "app.bsky.feed.post", Post("Long ago", "2019-03-20T10:00:00Z"), "3laaaaaaaaaa3");
        using var http = new GuardedHttp(new OutgoingRules(["localhost"]));
        var reader = new BlueskyProfiles(http, new BlueskySession(http));
        var profile = (await reader.ReadAsync(new ProfileAddress(person.Handle, pds.Address.ToString()), null, LongAgo, Cancel)).ShouldBeOfType<ProfileOutcome.Found>().Profile;
        (profile.Handle, profile.Name, profile.Bio, profile.Source).ShouldBe((person.Handle, "Taco Loco", "Tacos from a van", "localhost"));
        (profile.Followers, profile.Avatar).ShouldBe((null, false), "a server alone knows no followers");
        var post = profile.Posts!.Single();
        (post.Text, post.Form, post.Engagements, post.At).ShouldBe(("Lunch at noon", PublicPostForm.Text, null, Instant.FromUtc(2026, 3, 20, 10, 0)));
        var nobody = await reader.ReadAsync(new ProfileAddress("nobody-at-all.test", pds.Address.ToString()), null, LongAgo, Cancel);
        nobody.ShouldBeOfType<ProfileOutcome.Failed>().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact, Requirement("R002-34")]
    public async Task A_connected_account_is_read_with_its_own_access_and_its_picture_is_known_by_its_hash()
    {
        var pds = await PdsServer.Shared();
        var person = await pds.CreateAccount();
        using var http = new GuardedHttp(new OutgoingRules(["localhost"]));
        var session = new BlueskySession(http);
        var access = new AccountAccess(
            person.Did, new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = pds.Address.ToString().TrimEnd('/'), ["identifier"] = person.Handle },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = person.AppPassword });
        var picture = Convert.FromBase64String(Dot);
        var uploaded = (HttpAnswer.Answered)await session.CallAsync(access, HttpMethod.Post, "com.atproto.repo.uploadBlob", picture, "image/png", TimeSpan.FromSeconds(20), Cancel);
        var blob = System.Text.Json.Nodes.JsonNode.Parse(uploaded.Body)!["blob"]!;
        await PutAsync(pds, person, access.Secret("accessToken")!, "app.bsky.actor.profile", new Dictionary<string, object?> { ["$type"] = "app.bsky.actor.profile", ["displayName"] = "Taco", ["avatar"] = blob }, "self");
        var profile = (await new BlueskyProfiles(http, session).ReadAsync(new ProfileAddress(person.Handle), access, LongAgo, Cancel)).ShouldBeOfType<ProfileOutcome.Found>().Profile;
        (profile.Name, profile.Avatar, profile.Cover).ShouldBe(("Taco", true, false));
        profile.AvatarHash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(picture)));
    }

    [Fact]
    public void What_is_no_raw_content_identifier_has_no_hash()
    {
        BlueskyPublic.HashOf(null).ShouldBeNull();
        BlueskyPublic.HashOf("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKU3Kf").ShouldBeNull();
        BlueskyPublic.HashOf("bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy").ShouldBeNull("a record is no picture");
        BlueskyPublic.HashOf("bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy").ShouldNotBeNull();
    }

    [Fact, Requirement("R003-11")]
    public void The_app_view_tells_followers_and_reactions_of_own_posts_only()
    {
        var profile = System.Text.Json.Nodes.JsonNode.Parse("""{"did":"did:plc:a","handle":"a.example","displayName":"A","followersCount":12,"postsCount":3,"avatar":"x"}""")!.AsObject();
        var feed = System.Text.Json.Nodes.JsonNode.Parse("""
            {"feed":[
              {"post":{"uri":"at://did:plc:a/app.bsky.feed.post/1","author":{"did":"did:plc:a"},"likeCount":5,"repostCount":2,"quoteCount":1,"replyCount":1,"record":{"text":"One","createdAt":"2026-03-20T10:00:00.000Z","embed":{"$type":"app.bsky.embed.recordWithMedia","media":{"$type":"app.bsky.embed.video"}}}}},
              {"post":{"uri":"at://did:plc:b/app.bsky.feed.post/2","author":{"did":"did:plc:b"},"likeCount":99,"record":{"text":"Of another","createdAt":"2026-03-20T10:00:00.000Z"}},"reason":{"$type":"app.bsky.feed.defs#reasonRepost"}},
              {"post":{"uri":"at://did:plc:a/app.bsky.feed.post/3","author":{"did":"did:plc:a"},"likeCount":1,"record":{"text":"A reply","createdAt":"2026-03-20T10:00:00.000Z"}},"reply":{}}
            ]}
            """)!.AsObject();
        var read = BlueskyPublic.OfView(profile, feed, LongAgo);
        (read.Followers, read.PostsInAll, read.Avatar, read.Source).ShouldBe((12, 3, true, "bsky.app"));
        var post = read.Posts!.Single();
        (post.Form, post.Engagements, post.Url).ShouldBe((PublicPostForm.Video, 9, "https://bsky.app/profile/did:plc:a/post/1"));
    }

    [Fact, Requirement("R003-11")]
    public async Task A_mastodon_server_is_read_page_by_page_as_its_api_documents()
    {
        await using var fake = await FakeMastodon.StartAsync();
        var statuses = Enumerable.Range(0, 45).Select(i => FakeMastodon.Status($"{900 - i}", InstantPattern.ExtendedIso.Format(Instant.FromUtc(2026, 3, 20, 10, 0) - Duration.FromDays(i)), "<p>Post</p>", 4, 2, 1, i == 0 ? "image" : null)).ToArray();
        fake.Add("burrito", 812, statuses);
        using var http = new GuardedHttp(new OutgoingRules(["127.0.0.1"]));
        var reader = new MastodonProfiles(http);
        var profile = (await reader.ReadAsync(new ProfileAddress("burrito@burritos.example", fake.Address), null, Instant.FromUtc(2026, 2, 5, 0, 0), Cancel)).ShouldBeOfType<ProfileOutcome.Found>().Profile;
        (profile.Name, profile.Bio, profile.Link, profile.Followers, profile.Verified).ShouldBe(("burrito & friends", "Burritos & more\nsince 2018", "https://burritos.example/?a=1&b=2", 812, true));
        (profile.Avatar, profile.Cover).ShouldBe((true, false), "a server’s own stand-in is no cover");
        profile.Posts!.Count.ShouldBe(44, "from 20 March back to 5 February");
        (profile.Posts[0].Form, profile.Posts[0].Engagements).ShouldBe((PublicPostForm.Image, 7));
        fake.Asked.Count.ShouldBe(3);
        fake.Asked.Last().ShouldContain("max_id=861");
        fake.Asked.ShouldAllBe(asked => !asked.Contains("token", StringComparison.OrdinalIgnoreCase));
        (await reader.ReadAsync(new ProfileAddress("nobody", fake.Address), null, LongAgo, Cancel)).ShouldBeOfType<ProfileOutcome.Failed>().Kind.ShouldBe(ErrorKind.NotFound);
        (await reader.ReadAsync(new ProfileAddress("burrito"), null, LongAgo, Cancel)).ShouldBeOfType<ProfileOutcome.Failed>().Message.ShouldContain("name@server");
        fake.Add("odd", 1, new System.Text.Json.Nodes.JsonObject { ["id"] = "1", ["created_at"] = "2026-03-20T10:00:00.000Z", ["content"] = 5, ["favourites_count"] = "many" });
        (await reader.ReadAsync(new ProfileAddress("odd", fake.Address), null, LongAgo, Cancel)).ShouldBeOfType<ProfileOutcome.Failed>().Message.ShouldContain("could not be read");
        fake.Always = 401;
        (await reader.ReadAsync(new ProfileAddress("burrito", fake.Address), null, LongAgo, Cancel)).ShouldBeOfType<ProfileOutcome.Failed>().Kind.ShouldBe(ErrorKind.PermissionMissing);
    }

    private static Dictionary<string, object?> Post(string text, string at) => new() { ["$type"] = "app.bsky.feed.post", ["text"] = text, ["createdAt"] = at };

    private static Task<System.Text.Json.Nodes.JsonNode> PutAsync(PdsServer pds, PdsAccount person, string token, string collection, Dictionary<string, object?> record, string key) =>
        pds.Post("com.atproto.repo.putRecord", new { repo = person.Did, collection, rkey = key, record }, token);
}
