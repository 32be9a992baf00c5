using System.Net;
using Bellwether.Networks;
using Shouldly;
using Xunit;

namespace Bellwether.Tests.Networks;

/// <summary>Nobody can make the program call into the network it runs in.</summary>
public sealed class OutgoingRulesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    public void A_private_address_is_not_public(string address) => OutgoingRules.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700:4700::1111")]
    public void A_public_address_is_public(string address) => OutgoingRules.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("ftp://example.org/")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://2130706433/")]
    [InlineData("example.org")]
    [InlineData("")]
    public void An_address_that_must_not_be_called_is_refused_in_words(string address) =>
        new OutgoingRules([]).Problem(address).ShouldNotBeNull();

    [Fact]
    public void A_host_the_operator_named_may_be_private_and_plain()
    {
        var rules = new OutgoingRules(["localhost:2583"]);
        rules.Problem("http://localhost:2583/xrpc").ShouldBeNull();
        rules.Problem("http://localhost:2584/xrpc").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_name_that_leads_to_the_machine_itself_is_not_connected_to()
    {
        using var http = new GuardedHttp(new OutgoingRules([]));
        var answer = await http.CallAsync(new HttpCall(HttpMethod.Post, "https://localhost/hook", [1]), TestContext.Current.CancellationToken);
        answer.ShouldBeOfType<HttpAnswer.NotSent>().Why.ShouldContain("private network");
    }
}
