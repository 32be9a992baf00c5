using Bellwether.Calendar;
using Bellwether.Connectors.GoogleBusiness;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Connectors.Benches;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>What a post says of itself on a network comes before what its account is set to, and goes wherever its words go.</summary>
public sealed class PostOptionTests
{
    private static readonly byte[] Film = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8, .. new byte[4000]];

    private static Dictionary<string, string> Options(params (string Key, string Value)[] options) => options.ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal);

    [Fact]
    public async Task A_post_chooses_its_audience_and_what_it_promotes_and_another_one_follows_the_account()
    {
        await using var fake = await FakeTikTok.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("tiktok", fake, ("mode", "direct"), ("privacy", "PUBLIC_TO_EVERYONE"));
        var film = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "film.mp4", Film));
        VariantMedia[] media = [new VariantMedia(film.Id, "Hands that fold")];
        await stage.PostAsync("Ours", 1, [new Told(account, Media: media, Options: Options(("privacy", "SELF_ONLY"), ("promotes", "paid"), ("allow", "nothing"), ("aigc", "yes")))]);
        await stage.PassAsync(1);
        await stage.PostAsync("As usual", 1, [new Told(account, Media: media)]);
        await stage.PassAsync(1);

        fake.Seen.Select(post => post["about"]!).Reverse().Select(about => ((string?)about["privacy_level"], (bool)about["brand_content_toggle"]!, (bool)about["brand_organic_toggle"]!, (bool)about["disable_comment"]!, (bool)about["is_aigc"]!))
            .ShouldBe([("SELF_ONLY", true, false, true, true), ("PUBLIC_TO_EVERYONE", false, true, false, false)]);
    }

    [Fact]
    public async Task A_post_goes_to_the_community_it_names_under_its_own_title_and_without_the_other_communitys_flair()
    {
        await using var fake = await FakeReddit.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.AccountAsync("reddit", connect: false);
        await stage.SignInAsync(account, fake, ("owner", "tacoloco"), ("flair", "News"));
        await stage.World.RunAsync(new ChoosePlace(account, "tacos"));
        await stage.PostAsync("Open on Sunday", 1, [new Told(account, Options: Options(("community", "r/berlin"), ("title", "Where to eat on Sunday")))]);
        await stage.PassAsync(1);

        var seen = fake.Seen.ShouldHaveSingleItem();
        ((string?)seen["subreddit"], (string?)seen["title"], (string?)seen["selftext"], (string?)seen["link_flair_text"]).ShouldBe(("berlin", "Where to eat on Sunday", "Open on Sunday", ""));
    }

    [Theory]
    [InlineData("", "https://taco.example/table", """{"actionType":"BOOK","url":"https://taco.example/table"}""")]
    [InlineData("SHOP", null, """{"actionType":"SHOP","url":"https://taco.example"}""")]
    [InlineData("NONE", null, null)]
    public void A_post_chooses_its_button_and_where_it_leads(string button, string? leads, string? action)
    {
        using var http = new GuardedHttp(NetworkBench.Rules);
        var google = new GoogleBusinessConnector(http, new NetworkHosts(), TimeProvider.System);
        var said = Options([.. button.Length > 0 ? new[] { ("button", button) } : [], .. leads is null ? [] : new[] { ("buttonLink", leads) }]);
        var access = new AccountAccess("a", Options(("button", "BOOK")), Options()).For(said);
        var call = google.Plan(access, new OutgoingPost("p", "Come", [], Link: "https://taco.example"), new PreparedPost(""), null, Instant.FromUtc(2026, 12, 1, 9, 0));
        System.Text.Json.Nodes.JsonNode.Parse(call.Payload)!["callToAction"]?.ToJsonString().ShouldBe(action);
    }

    [Theory, BothDatabases]
    public async Task Where_a_button_leads_is_counted_like_every_link(DatabaseKind on)
    {
        await using var fake = await FakeGoogleBusiness.StartAsync();
        await using var stage = await Stage.OnAsync(on, real: true, network: fake);
        var account = await stage.AccountAsync("google_business", connect: false);
        await stage.SignInAsync(account, fake, ("button", "BOOK"));
        await stage.World.RunAsync(new ChoosePlace(account, "accounts/1/locations/2"));
        var post = await stage.PostAsync("Come https://tacoloco.example/menu", 1, [new Told(account, Options: Options(("buttonLink", "https://tacoloco.example/table")))]);
        await stage.PassAsync(1);

        var links = (await stage.World.RunAsync(new LinkList(stage.World.Brand))).Items;
        links.Select(link => link.Target).Order().ShouldBe(["https://tacoloco.example/menu", "https://tacoloco.example/table"]);
        var table = links.Single(link => link.Target.EndsWith("table", StringComparison.Ordinal));
        var action = fake.Seen.ShouldHaveSingleItem()["callToAction"]!;
        ((string?)action["actionType"], (string?)action["url"]).ShouldBe(("BOOK", table.Short));
        table.Place.Post.ShouldBe(post.ToString());
        var variant = (await stage.World.RunAsync(new PostDetail(post))).Variants[0];
        variant.Options["buttonLink"].ShouldBe("https://tacoloco.example/table", "what was written stays written");
    }

    [Fact]
    public async Task What_a_network_does_not_take_or_wants_said_is_known_before_the_post_goes_out()
    {
        await using var fake = await FakeTikTok.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var open = await stage.SignedInAsync("tiktok", fake, ("mode", "direct"));
        var reddit = await stage.AccountAsync("reddit", connect: false);
        async Task<IReadOnlyList<(string, bool)>> SaysAsync(Told told) => [.. (await stage.World.RunAsync(new CheckPost(stage.World.Brand, Text: "Tacos", Variants: [told], Unguided: true)))
            .Findings.Where(finding => finding.Field == "options").Select(finding => (finding.Code, finding.Blocks))];

        (await SaysAsync(new Told(open))).ShouldBe([("option-missing", true)], "nobody said for whom");
        (await SaysAsync(new Told(open, Options: Options(("privacy", "SELF_ONLY"))))).ShouldBeEmpty();
        (await SaysAsync(new Told(open, Options: Options(("mode", "draft"))))).ShouldBeEmpty("a draft is finished in the app");
        (await SaysAsync(new Told(open, Options: Options(("privacy", "THE_MOON"))))).ShouldBe([("option-invalid", true)]);
        (await SaysAsync(new Told(reddit, Options: Options(("title", new string('x', 301)))))).ShouldBe([("option-invalid", true)]);
        var google = await stage.AccountAsync("google_business", connect: false);
        (await SaysAsync(new Told(google, Options: Options(("button", "BOOK"))))).ShouldBe([("option-idle", false)]);
        (await stage.World.RefusedAsync(new AddPost(stage.World.Brand, Text: "Tacos", Variants: [new Told(reddit, Options: Options(("audience", "all")))]))).Code.ShouldBe("option-unknown");
    }

    [Theory, BothDatabases]
    public async Task Copies_versions_and_the_plans_file_keep_what_a_post_says_of_itself(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var account = await world.AccountAsync("reddit");
        var post = (await world.RunAsync(new AddPost(world.Brand, Text: "Tacos", Plan: plan, Variants: [new Told(account, FirstComment: "The menu", Options: Options(("flair", "News")))]))).Id;
        await world.RunAsync(new WritePost(post, Variants: [new Told(account, Options: Options(("community", "berlin"), ("flair", " ")))]));

        var change = (await world.RunAsync(new PostVersions(post)))[0].Changes.Single(one => one.Field == PostField.Options);
        (change.Before, change.After).ShouldBe(("Flair: News", "Community: berlin"));
        (await world.RunAsync(new DuplicatePost(post))).Variants[0].Options.ShouldBe(Options(("community", "berlin")));
        (await PlanParts.WriteAsync(world, plan, nextCycle: false, "calendar")).ToJsonString().ShouldContain("\"options\":{\"community\":\"berlin\"}");
        (await world.RunAsync(new RestorePostVersion(post, 1))).Variants[0].Options.ShouldBe(Options(("flair", "News")));
    }

    [Fact]
    public async Task What_follows_the_account_is_asked_for_when_it_is_connected_with_the_same_choices()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true);
        await using var scope = stage.World.Services.CreateAsyncScope();
        var guides = scope.ServiceProvider.GetServices<IConnector>().ToDictionary(connector => connector.Network, connector => connector.Guide, StringComparer.Ordinal);
        foreach (var network in NetworkCatalogue.All.Where(network => network.Posting.Options.Count > 0))
        {
            foreach (var option in network.Posting.Options.Where(option => option.FromAccount))
            {
                var field = guides[network.Key].Fields.Single(field => field.Key == option.Key);
                (field.Choices ?? []).ShouldBe(option.Choices, $"{network.Key} {option.Key}");
            }

            network.Posting.Options.Where(option => option.Kind == PostOptionKind.Choice).ShouldAllBe(option => option.Choices.Count > 1, network.Key);
            network.Posting.Options.Any(option => option.Key == PostOption.Title && network.Text.TitleLimit is null && network.Key != "google_business").ShouldBeFalse(network.Key);
        }
    }
}
