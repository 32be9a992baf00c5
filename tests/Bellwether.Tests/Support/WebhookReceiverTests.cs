using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Tests.Support;

public sealed class WebhookReceiverTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_signed_request_is_kept_and_both_judges_accept_it()
    {
        await using var receiver = await WebhookReceiver.Start();
        using var http = new HttpClient();

        (await Send(http, receiver.Address, "{\"text\":\"Grüße 👋\"}", Now)).ShouldBe(HttpStatusCode.OK);

        var request = await receiver.WaitForRequest(TimeSpan.FromSeconds(5));
        request.Text.ShouldBe("{\"text\":\"Grüße 👋\"}");
        request.Path.ShouldBe("/hook");
        request.IsSignedWith(Secret, Now).ShouldBeTrue();
        (await (await ReferenceVerifier.Shared()).Judge(request, Secret)).ShouldBe("VALID");
    }

    [Theory]
    [InlineData("altered body")]
    [InlineData("other id")]
    [InlineData("old")]
    [InlineData("unsigned")]
    public async Task Both_judges_refuse_what_is_not_ours(string damage)
    {
        await using var receiver = await WebhookReceiver.Start();
        using var http = new HttpClient();
        await Send(http, receiver.Address, "{}", damage == "old" ? Now.AddMinutes(-6) : Now);
        var request = await receiver.WaitForRequest(TimeSpan.FromSeconds(5));
        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase);
        if (damage == "other id")
            headers["webhook-id"] = "msg_2";
        if (damage == "unsigned")
            headers.Remove("webhook-signature");
        var damaged = request with { Headers = headers, Body = damage == "altered body" ? "{ }"u8.ToArray() : request.Body };

        damaged.IsSignedWith(Secret, Now).ShouldBeFalse();
        (await (await ReferenceVerifier.Shared()).Judge(damaged, Secret)).ShouldStartWith("REFUSED");
    }

    [Fact]
    public async Task It_goes_wrong_as_often_as_asked_and_keeps_those_requests_too()
    {
        await using var receiver = await WebhookReceiver.Start();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        receiver.Next(WebhookFault.Status(500), WebhookFault.TooMany(TimeSpan.FromSeconds(7)), WebhookFault.Gone, WebhookFault.Close, WebhookFault.Hang);

        (await Send(http, receiver.Address, "1", Now)).ShouldBe(HttpStatusCode.InternalServerError);
        using (var limited = await http.PostAsync(receiver.Address, new StringContent("2"), TestContext.Current.CancellationToken))
        {
            limited.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            limited.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        }
        (await Send(http, receiver.Address, "3", Now)).ShouldBe(HttpStatusCode.Gone);
        await Should.ThrowAsync<HttpRequestException>(() => Send(http, receiver.Address, "4", Now));
        await Should.ThrowAsync<OperationCanceledException>(() => Send(http, receiver.Address, "5", Now));
        (await Send(http, receiver.Address, "6", Now)).ShouldBe(HttpStatusCode.OK);

        receiver.Requests.Select(request => request.Text).ShouldBe(["1", "2", "3", "4", "5", "6"]);
    }

    private static async Task<HttpStatusCode> Send(HttpClient http, Uri address, string body, DateTimeOffset at)
    {
        var stamp = at.ToUnixTimeSeconds().ToString();
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"msg_1.{stamp}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(body);
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add("webhook-timestamp", stamp);
        request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(signature));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
