using System.Text.Json;

namespace Bellwether.Tests.Support;

/// <summary>The published reference library of Standard Webhooks, as a second judge of what we sign.</summary>
public sealed class ReferenceVerifier : IAsyncDisposable
{
    private static readonly OncePerRun<ReferenceVerifier> Run = new(async () =>
        new ReferenceVerifier((await TestServers.StartScript("verify-webhooks.mjs")).Program));

    private readonly RunningProgram program;
    private readonly SemaphoreSlim one = new(1);

    private ReferenceVerifier(RunningProgram program) => this.program = program;

    public static Task<ReferenceVerifier> Shared() => Run.Get();

    /// <summary>"VALID", or "REFUSED" and the library's reason. The library compares timestamps with the real time.</summary>
    public async Task<string> Judge(ReceivedWebhook request, string secret)
    {
        await one.WaitAsync();
        try
        {
            var headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value, StringComparer.Ordinal);
            await program.Tell(JsonSerializer.Serialize(new { secret, headers, body = request.Text }));
            return await program.Expect("", TimeSpan.FromSeconds(30));
        }
        finally
        {
            one.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        one.Dispose();
        return program.DisposeAsync();
    }
}
