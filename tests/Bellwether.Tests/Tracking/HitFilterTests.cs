using Bellwether.Links;
using Bellwether.Tracking;
using Shouldly;

namespace Bellwether.Tests.Tracking;

public sealed class HitFilterTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    [Theory]
    [InlineData(Firefox)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/756351453;FBDV/iPhone14,7]")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 388.0.0.27.85 (iPhone14,7; iOS 18_5; de_DE)")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36 [LinkedInApp]")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Twitter for iPhone/11.4")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Snapchat/13.46.0.50 (like Safari/8621.2.5.10.10, panda)")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36 musical_ly_2023805030 BytedanceWebview/d8a21c6")]
    public void People_count_also_in_the_browsers_of_apps(string agent) => Judge("GET", agent).ShouldBe(HitOutcome.Counted);

    [Theory]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("Twitterbot/1.0")]
    [InlineData("LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)")]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [InlineData("WhatsApp/2.23.20.0")]
    [InlineData("TelegramBot (like TwitterBot)")]
    [InlineData("Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)")]
    [InlineData("Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)")]
    [InlineData("http.rb/5.2.0 (Mastodon/4.3.0; +https://mastodon.social/)")]
    [InlineData("Bellwether/0.1.0 (social media marketing programme; self-hosted)")]
    public void Programs_that_draw_previews_do_not_count(string agent) => Judge("GET", agent).ShouldBe(HitOutcome.Preview);

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("curl/8.5.0")]
    [InlineData("python-requests/2.32.3")]
    public void Crawlers_and_scripts_do_not_count(string agent) => Judge("GET", agent).ShouldBe(HitOutcome.Bot);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    public void A_hit_without_a_user_agent_does_not_count(string? agent) => Judge("GET", agent).ShouldBe(HitOutcome.NoAgent);

    [Fact]
    public void HEAD_and_prefetches_do_not_count()
    {
        Judge("HEAD", Firefox).ShouldBe(HitOutcome.Head);
        HitFilter.Judge(new HitHeaders("GET", Firefox, Purpose: "prefetch")).ShouldBe(HitOutcome.Prefetch);
        HitFilter.Judge(new HitHeaders("GET", Firefox, SecPurpose: "prefetch;prerender")).ShouldBe(HitOutcome.Prefetch);
        HitFilter.Judge(new HitHeaders("GET", Firefox, Moz: "prefetch")).ShouldBe(HitOutcome.Prefetch);
        HitFilter.Judge(new HitHeaders("GET", Firefox, XPurpose: "preview")).ShouldBe(HitOutcome.Preview);
    }

    [Fact]
    public void Invented_agents_do_not_fill_memory()
    {
        var patterns = new BotPatterns(["bot", "^curl"]);
        var most = 0;
        for (var i = 0; i < 3 * BotPatterns.MostKept; i++)
        {
            patterns.Matches($"{Firefox} {i}").ShouldBeFalse();
            most = Math.Max(most, patterns.Kept);
        }

        most.ShouldBe(BotPatterns.MostKept);
        patterns.Matches(new string('x', 100_000)).ShouldBeFalse();
        patterns.Kept.ShouldBe(BotPatterns.MostKept, "an endless agent is judged and not kept");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) Mobile/15E148", DeviceClass.Tablet)]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 8) Chrome/138.0.0.0 Mobile Safari/537.36", DeviceClass.Phone)]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-X910) Chrome/138.0.0.0 Safari/537.36", DeviceClass.Tablet)]
    [InlineData(Firefox, DeviceClass.Desktop)]
    [InlineData(null, DeviceClass.Unknown)]
    public void The_device_class_is_read_from_the_agent(string? agent, DeviceClass device) => Devices.Of(agent).ShouldBe(device);

    private static HitOutcome Judge(string method, string? agent) => HitFilter.Judge(new HitHeaders(method, agent));
}
