using System.Text.Json.Nodes;
using Bellwether.Media;

namespace Bellwether.Tests.Support;

/// <summary>A real object store that speaks S3, on loopback and shared by the run; a prefix of its own keeps each test apart.</summary>
public sealed class ObjectStore : IAsyncDisposable
{
    private static readonly OncePerRun<ObjectStore> Run = new(StartAsync);
    private static int tests;
    private readonly RunningProgram program;
    private readonly string files;
    private readonly Uri address;

    private ObjectStore(RunningProgram program, string files, Uri address) => (this.program, this.files, this.address) = (program, files, address);

    /// <summary>The server of this run; the first caller starts it (about a second).</summary>
    public static Task<ObjectStore> Shared() => Run.Get();

    /// <summary>Where it keeps its files, to damage one behind its back.</summary>
    public string Folder => files;

    /// <summary>A place in the bucket that nobody used before.</summary>
    public BucketAddress Place() => new("media", address, "us-east-1", "S3RVER", "S3RVER", PathStyle: true, $"test-{Interlocked.Increment(ref tests)}/");

    /// <summary>The same place as the program's environment variables name it.</summary>
    public static IReadOnlyDictionary<string, string> Variables(BucketAddress place) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BELLWETHER_S3_BUCKET"] = place.Bucket, ["BELLWETHER_S3_ENDPOINT"] = place.Endpoint!.AbsoluteUri, ["BELLWETHER_S3_REGION"] = place.Region,
        ["BELLWETHER_S3_KEY"] = place.Key!, ["BELLWETHER_S3_SECRET"] = place.Secret!, ["BELLWETHER_S3_PREFIX"] = place.Prefix,
    };

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        if (Directory.Exists(files))
            Directory.Delete(files, recursive: true);
    }

    private static async Task<ObjectStore> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-s3-").FullName;
        // It makes the marks between two pages of a list with a cipher that OpenSSL has retired.
        var (started, ready) = await TestServers.StartScript("s3.mjs", new Dictionary<string, string>(StringComparer.Ordinal) { ["TMPDIR"] = folder, ["NODE_OPTIONS"] = "--openssl-legacy-provider" });
        return new ObjectStore(started, folder, new Uri((string)JsonNode.Parse(ready["READY".Length..])!["address"]!));
    }
}
