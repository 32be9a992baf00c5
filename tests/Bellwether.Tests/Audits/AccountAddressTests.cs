using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Audits;

public sealed class AccountAddressTests
{
    [Theory, Requirement("R002-25")]
    [InlineData("https://www.instagram.com/TacoLoco/", "instagram.com/tacoloco")]
    [InlineData("instagram.com/tacoloco?hl=de#about", "instagram.com/tacoloco")]
    [InlineData("http://m.instagram.com/tacoloco", "instagram.com/tacoloco")]
    [InlineData("https://twitter.com/TacoLoco", "x.com/tacoloco")]
    [InlineData("https://www.facebook.com/profile.php?id=42&sk=about", "facebook.com/profile.php?id=42")]
    [InlineData("https://social.example:8443/@taco", "social.example:8443/@taco")]
    public void Spellings_of_one_profile_have_one_key(string url, string key) =>
        AccountAddress.Key("any", "any", AccountAddress.Url(url)).ShouldBe(key);

    [Fact]
    public void Without_an_address_network_and_handle_are_the_key() =>
        AccountAddress.Key("bluesky", AccountAddress.Handle(" @Taco.example "), null).ShouldBe("bluesky:taco.example");

    [Theory, Requirement("R002-25")]
    [InlineData("taco loco", "handle-with-spaces")]
    [InlineData("@", "handle-empty")]
    [InlineData("  ", "handle-empty")]
    public void A_handle_with_spaces_or_without_letters_is_refused(string handle, string code) =>
        Should.Throw<ProblemException>(() => AccountAddress.Handle(handle)).Code.ShouldBe(code);

    [Theory, Requirement("R002-25")]
    [InlineData("x", "@Taco_Loco", "Taco_Loco")]
    [InlineData("bluesky", " @taco.example ", "taco.example")]
    [InlineData("mastodon", "@taco@social.example", "taco@social.example")]
    [InlineData("youtube", "tacoküche", "tacoküche")]
    [InlineData("reddit", "u/tacoloco", "tacoloco")]
    [InlineData("google_business", "Taco Loco  Berlin", "Taco-Loco-Berlin")]
    [InlineData("webhook", "our site", "our-site")]
    [InlineData("oldweb", "anything!", "anything!")]
    public void A_handle_is_written_as_its_network_writes_it(string network, string typed, string handle) =>
        AccountAddress.Handle(network, typed).ShouldBe(handle);

    [Theory, Requirement("R002-25")]
    [InlineData("x", "taco loco", "handle-with-spaces", "“tacoloco”")]
    [InlineData("x", "taco_loco_in_kreuzberg", "handle-too-long", "at most 15 signs; this has 22")]
    [InlineData("x", "taco-loco", "handle-signs", "letters, digits and _; this has “-”")]
    [InlineData("instagram", "taco/loco!", "handle-signs", "“/!”")]
    [InlineData("telegram", "tac", "handle-too-short", "at least 4 signs")]
    [InlineData("bluesky", "tacoküche.example", "handle-signs", "“ü”")]
    public void A_handle_that_the_network_does_not_allow_is_refused_with_the_way_to_write_it(string network, string typed, string code, string says)
    {
        var no = Should.Throw<ProblemException>(() => AccountAddress.Handle(network, typed));
        (no.Code, no.Fields[0].Field).ShouldBe((code, "handle"));
        no.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("javascript://alert(1)")]
    [InlineData("ftp://example.com/a")]
    [InlineData("https://user:pass@example.com/a")]
    [InlineData("not an address")]
    public void Only_web_addresses_are_addresses(string url) =>
        Should.Throw<ProblemException>(() => AccountAddress.Url(url)).Code.ShouldBe("url-invalid");

    [Theory, Requirement("R002-25")]
    [InlineData("password: hunter2")]
    [InlineData("login ana / Passwort=geheim")]
    [InlineData("API key: abc123")]
    public void Text_that_carries_a_secret_is_refused(string text) =>
        Should.Throw<ProblemException>(() => NoSecret.Check(text, "notes")).Code.ShouldBe("secret-refused");

    [Fact]
    public void Where_a_secret_lies_may_be_said() =>
        NoSecret.Check("The password lies in the team vault, Ana can open it.", "notes").ShouldNotBeNull();
}
