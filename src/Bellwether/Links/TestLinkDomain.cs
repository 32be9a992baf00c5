using System.Net;
using System.Net.Sockets;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>What a test of a host for short links found.</summary>
public enum LinkDomainFinding
{
    /// <summary>This program answers there, encrypted: links work.</summary>
    Works,

    /// <summary>The name is not in the DNS, or leads nowhere.</summary>
    NoName,

    /// <summary>Nobody answers, or without a certificate that is trusted.</summary>
    NoAnswer,

    /// <summary>Somebody answers, but it is not this program.</summary>
    OtherProgram,

    /// <summary>This program answers, but as if it were asked under another name: the proxy does not pass the host on.</summary>
    HostNotPassed,
}

/// <summary>How a host for short links stands.</summary>
/// <param name="Detail">What was found, where words are needed.</param>
/// <param name="Addresses">Where its name leads, as far as this server sees.</param>
public sealed record LinkDomainTest(LinkDomainFinding Finding, string Host, string? Detail, IReadOnlyList<string> Addresses);

/// <summary>Tests a host for short links: asks https://host/t/here and looks whether this program answers.</summary>
[Needs(Permission.Administer)]
public sealed record TestLinkDomain(Id<LinkDomain> Domain) : IQuery<LinkDomainTest>
{
    internal sealed class Handler(Db db, GuardedHttp http) : IHandle<TestLinkDomain, LinkDomainTest>
    {
        public async Task<LinkDomainTest> HandleAsync(TestLinkDomain request, CancellationToken cancel)
        {
            var domain = await db.FindAsync(request.Domain, "host", cancel);
            var answer = await http.CallAsync(new HttpCall(HttpMethod.Get, $"https://{domain.Host}/t/here") { Timeout = TimeSpan.FromSeconds(10), Most = 10_000 }, cancel);
            var addresses = await AddressesAsync(domain.Host, cancel);
            LinkDomainTest Found(LinkDomainFinding finding, string? detail = null) => new(finding, domain.Host, detail, addresses);
            return answer switch
            {
                HttpAnswer.Answered { IsSuccess: true } here when here.Body.Trim() == domain.Proof => Found(LinkDomainFinding.Works),
                HttpAnswer.Answered { Status: 421 } => Found(LinkDomainFinding.HostNotPassed),
                HttpAnswer.Answered other => Found(LinkDomainFinding.OtherProgram, $"It answers with {other.Status}."),
                HttpAnswer.NotSent not => Found(addresses.Count == 0 ? LinkDomainFinding.NoName : LinkDomainFinding.NoAnswer, not.Why),
                HttpAnswer.Unclear unclear => Found(LinkDomainFinding.NoAnswer, unclear.Why),
                _ => Found(LinkDomainFinding.NoAnswer),
            };
        }

        private static async Task<IReadOnlyList<string>> AddressesAsync(string host, CancellationToken cancel)
        {
            try
            {
                return [.. (await Dns.GetHostAddressesAsync(host, cancel)).Select(address => address.ToString())];
            }
            catch (SocketException)
            {
                return [];
            }
        }
    }
}
