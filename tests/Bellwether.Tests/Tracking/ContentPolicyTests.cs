using Bellwether.Tracking;
using Shouldly;

namespace Bellwether.Tests.Tracking;

public sealed class ContentPolicyTests
{
    private const string Tag = "<html><script defer src=\"https://go.example/t/script.js\" data-site=\"k\"></script></html>";
    private static readonly Uri Ours = new("https://go.example");

    [Theory]
    [InlineData(null, SiteFinding.Waiting)]
    [InlineData("default-src *", SiteFinding.Waiting)]
    [InlineData("script-src 'self' https://go.example; connect-src https://go.example", SiteFinding.Waiting)]
    [InlineData("script-src https://*.example; connect-src https:", SiteFinding.Waiting)]
    [InlineData("script-src 'nonce-x'; connect-src go.example", SiteFinding.Waiting)]
    [InlineData("default-src 'self'", SiteFinding.ScriptBlocked)]
    [InlineData("script-src 'none'", SiteFinding.ScriptBlocked)]
    [InlineData("script-src http://go.example", SiteFinding.ScriptBlocked)]
    [InlineData("script-src https://go.example:8443", SiteFinding.ScriptBlocked)]
    [InlineData("script-src-elem 'self'; script-src *", SiteFinding.ScriptBlocked)]
    [InlineData("script-src *; connect-src 'self'", SiteFinding.ReportBlocked)]
    public void A_policy_that_blocks_us_is_named(string? policy, SiteFinding finding) =>
        TestSite.Handler.Judge("https://tacoloco.example/", "k", Ours, Tag, policy).Finding.ShouldBe(finding);

    [Fact]
    public void A_page_without_the_snippet_or_with_anothers_is_told_apart_and_a_policy_in_the_page_counts()
    {
        TestSite.Handler.Judge("https://tacoloco.example/", "k", Ours, "<p>no</p>", null).Finding.ShouldBe(SiteFinding.NoSnippet);
        TestSite.Handler.Judge("https://tacoloco.example/", "other", Ours, Tag, null).Finding.ShouldBe(SiteFinding.OtherKey);
        var blocked = TestSite.Handler.Judge("https://tacoloco.example/", "k", Ours, "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src &#39;self&#39;\">" + Tag, null);
        (blocked.Finding, blocked.Detail).ShouldBe((SiteFinding.ScriptBlocked, "script-src https://go.example"));
    }
}
