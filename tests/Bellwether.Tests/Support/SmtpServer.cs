using System.Globalization;
using System.Text.Json.Nodes;

namespace Bellwether.Tests.Support;

/// <summary>A mail as the server took it.</summary>
public sealed record TakenMail(string To, bool Encrypted, string Raw);

/// <summary>A real mail server on loopback. It asks for “ana” with the password “lime”, refuses bounce@… and puts off defer@….</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly RunningProgram program;

    private SmtpServer(RunningProgram program, int port) => (this.program, Port) = (program, port);

    public int Port { get; }

    /// <summary>How many mails it took so far, as far as it was heard.</summary>
    public int Count => program.Said.Split('\n').Count(line => line.StartsWith("MAIL ", StringComparison.Ordinal));

    /// <summary>The next mail it takes, or took and nobody asked for yet.</summary>
    public async Task<TakenMail> NextAsync()
    {
        var mail = JsonNode.Parse((await program.Expect("MAIL ", TimeSpan.FromSeconds(20)))["MAIL ".Length..])!;
        return new TakenMail(mail["to"]![0]!.GetValue<string>(), mail["encrypted"]!.GetValue<bool>(), mail["raw"]!.GetValue<string>());
    }

    /// <summary>Starts one.</summary>
    /// <param name="encrypted">Whether it offers STARTTLS, with a certificate that nobody signed.</param>
    /// <param name="open">Whether it asks for nobody.</param>
    public static async Task<SmtpServer> StartAsync(bool encrypted = false, bool open = false)
    {
        var (program, ready) = await TestServers.StartScript("smtp.mjs", new Dictionary<string, string>(StringComparer.Ordinal) { ["ENCRYPTED"] = encrypted ? "1" : "0", ["OPEN"] = open ? "1" : "0" });
        return new SmtpServer(program, int.Parse(JsonNode.Parse(ready[(ready.IndexOf("READY", StringComparison.Ordinal) + 6)..])!["port"]!.ToString(), CultureInfo.InvariantCulture));
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
