using System.Globalization;
using Bellwether.Connectors;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>What answers mean alike on every network.</summary>
public sealed class AnswersTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Theory]
    [InlineData("x-ratelimit-", "reset", "2026-11-22T12:05:00.000Z")]
    [InlineData("ratelimit-", "reset", "1795349100")]
    [InlineData("x-ratelimit-", "reset-after", "300.0")]
    public void Who_has_used_four_fifths_of_a_limit_spreads_what_is_left(string prefix, string name, string reset)
    {
        Sent(300, 0).RestUntil.ShouldBe(Now + Duration.FromMinutes(5));
        Sent(300, 59).RestUntil.ShouldBe(Now + Duration.FromSeconds(5));
        Sent(300, 61).RestUntil.ShouldBeNull();

        SendOutcome Sent(int limit, int left) => Answers.Sent(
            new HttpAnswer.Answered(200, new Dictionary<string, string>(StringComparer.Ordinal) { [prefix + "limit"] = limit.ToString(CultureInfo.InvariantCulture), [prefix + "remaining"] = left.ToString(CultureInfo.InvariantCulture), [prefix + name] = reset }, "{}"),
            _ => new RemotePost("1", null), _ => throw new InvalidOperationException("It was a success."), Now);
    }
}
