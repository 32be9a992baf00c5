using System.Text.Json.Nodes;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A bench whose server is a fake in this process: it keeps what it receives and answers as the network documents it.</summary>
public abstract class FakeBench : NetworkBench
{
    private readonly Lock gate = new();
    private int last = 1000;

    protected bool CredentialsHold { get; private set; } = true;

    protected bool HasRight { get; set; } = true;

    public override Task EndCredentialsAsync()
    {
        CredentialsHold = false;
        return Task.CompletedTask;
    }

    protected override Task<FaultyFront> OpenAsync() => FaultyFront.StartAsync(IsVisible, async http =>
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : null;
        var json = form is null && http.Request.ContentType?.Contains("json", StringComparison.Ordinal) == true && http.Request.Body.Length > 0 ? (await JsonNode.ParseAsync(http.Request.Body))!.AsObject() : null;
        // One at a time, as a database would.
        (int Status, JsonNode? Body) answer;
        lock (gate)
        {
            answer = Answer(http, json, form);
        }

        http.Response.StatusCode = answer.Status;
        if (answer.Body is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
        {
            await http.Response.WriteAsync((string)text!);
        }
        else if (answer.Body is not null)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(answer.Body.ToJsonString());
        }
    });

    /// <summary>Whether people would see what comes of a call.</summary>
    protected abstract bool IsVisible(HttpRequest call);

    /// <summary>What the network answers; a text alone is sent as it is.</summary>
    protected abstract (int Status, JsonNode? Body) Answer(HttpContext http, JsonObject? json, IFormCollection? form);

    protected int NextNumber() => ++last;

    protected static string Words(JsonNode? node) => node is null ? "" : node.ToString();

    protected T Alone<T>(Func<T> look)
    {
        lock (gate)
        {
            return look();
        }
    }
}
