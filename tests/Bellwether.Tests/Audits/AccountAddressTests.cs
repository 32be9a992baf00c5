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
