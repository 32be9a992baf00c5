using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bellwether.Networks;
using Shouldly;
using Xunit;

namespace Bellwether.Tests.Networks;

/// <summary>A receiver with a certificate of its own making is refused with the way out.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task A_self_signed_certificate_is_refused_with_what_is_wrong_and_two_ways_out()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, certificate);
        using var http = new GuardedHttp(new OutgoingRules(["localhost"]));
        var answer = await http.CallAsync(new HttpCall(HttpMethod.Post, $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/hook", [1]), TestContext.Current.CancellationToken);
        await serving;
        var why = answer.ShouldBeOfType<HttpAnswer.NotSent>().Why;
        why.ShouldContain("self-signed");
        why.ShouldContain("a known authority");
        why.ShouldContain("BELLWETHER_ALLOW_HOSTS");
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var secure = new SslStream(client.GetStream());
        try
        {
            await secure.AuthenticateAsServerAsync(certificate);
            // Under TLS 1.3 the refusal comes after the handshake, as an alert.
            _ = await secure.ReadAsync(new byte[1], TestContext.Current.CancellationToken);
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            // What the client does not trust, it leaves.
        }
    }
}
