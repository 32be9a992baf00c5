using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.Meta;

/// <summary>What Facebook, Instagram and Threads have in common: graph calls, errors, and tokens that are exchanged for long ones.</summary>
public abstract class MetaConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock)
{
    private static readonly OffsetDateTimePattern Written = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HHmm>");

    /// <summary>The name people use.</summary>
    private protected abstract string Name { get; }

    /// <summary>Where calls go, with the version.</summary>
    private protected abstract string Graph(AccountAccess access);

    private protected Refusal Refused(HttpAnswer.Answered answer) => MetaErrors.Of(Name, answer, Clock.Now());

    private protected Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(HttpMethod.Get, Graph(access) + path), cancel);

    /// <summary>A call that changes something. Its values stand in the body, so that a lost answer is told from a call that never left.</summary>
    private protected Task<HttpAnswer> TellAsync(AccountAccess access, string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(HttpMethod.Post, Graph(access) + path, Encoding.UTF8.GetBytes(Form(form)), "application/x-www-form-urlencoded") { Timeout = TimeSpan.FromSeconds(60) }, cancel);

    private protected async Task<DeleteOutcome> RemoveAsync(AccountAccess access, string id, CancellationToken cancel)
    {
        var answer = await CallAsync(access, new HttpCall(HttpMethod.Delete, $"{Graph(access)}/{Uri.EscapeDataString(id)}"), cancel);
        return answer is HttpAnswer.Answered told && !told.IsSuccess && Refused(told).Kind == ErrorKind.NotFound ? new DeleteOutcome.Gone() : Answers.Deleted(answer, Refused);
    }

    /// <summary>Exchanges or renews a token by reading, as all three do.</summary>
    private protected async Task<SignInOutcome> ReadTokenAsync(AccountAccess access, string address, IEnumerable<KeyValuePair<string, string>> query, CancellationToken cancel) =>
        await KeepAsync(access, await OnceAsync(new HttpCall(HttpMethod.Get, $"{address}?{Form(query)}"), null, cancel), OAuthTokens.ReadLongLived, cancel);

    private protected ReconcileOutcome.CannotTell CannotTell(HttpAnswer answer) =>
        answer is HttpAnswer.Answered told ? new ReconcileOutcome.CannotTell(Refused(told).Message) { Raw = Answers.Cut(told.Body) } : new ReconcileOutcome.CannotTell(Answers.Why(answer));

    private protected FiguresOutcome.Failed Unread(HttpAnswer answer) =>
        answer is HttpAnswer.Answered told && Refused(told) is var why ? new FiguresOutcome.Failed(why.Kind, why.Message, why.Until) : new FiguresOutcome.Failed(ErrorKind.Transient, Answers.Why(answer));

    /// <summary>Meta's way to write a moment: 2026-11-22T10:00:00+0000.</summary>
    private protected static Instant At(JsonNode? text) => Written.Parse(Answers.Text(text) ?? "").TryGetValue(default, out var at) ? at.ToInstant() : Instant.MinValue;

    /// <summary>A metric's value by its name; parts of one, such as paid and unpaid, are added up. Null where it is not told.</summary>
    private protected static long? Metric(JsonObject? insights, string name)
    {
        var row = (insights?["data"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(row => Answers.Text(row["name"]) == name);
        return Sum((row?["values"] as JsonArray)?.LastOrDefault()?["value"] ?? row?["total_value"]?["value"]);
    }

    private protected static long? Sum(JsonNode? node) => node is JsonObject parts
        ? parts.Count == 0 ? 0 : parts.Sum(part => Sum(part.Value) ?? 0)
        : long.TryParse(Answers.Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
