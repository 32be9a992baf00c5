using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>
/// Addresses under which a network may fetch one picture or video for three days, without signing in. What is in them is
/// sealed: nobody can make one, or read from one which file of whom it is.
/// </summary>
[Single]
public sealed class PublicMedia(Secrets secrets, PublicAddress address, TimeProvider clock)
{
    /// <summary>Where such addresses begin, below the program's own.</summary>
    public const string Path = "/p/media/";

    private static readonly Duration Life = Duration.FromDays(3);

    /// <summary>The address of a file; null while nobody outside reaches this program.</summary>
    internal string? AddressOf(Asset asset)
    {
        if (address.IsLocal)
        {
            return null;
        }

        var content = string.Create(CultureInfo.InvariantCulture, $"{asset.WorkspaceKey:N}|{asset.Id}|{(clock.Now() + Life).ToUnixTimeSeconds()}");
        var token = secrets.Protect(content).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return $"{address.Base}{Path}{token}/{Name(asset.ContentType)}";
    }

    /// <summary>What an address leads to; null when it was not made here or is over.</summary>
    internal (Guid Workspace, Id<Asset> Asset)? Read(string token)
    {
        try
        {
            var plain = token.Replace('-', '+').Replace('_', '/');
            // “s1.” stands before the base 64, whose length is a multiple of four.
            var parts = secrets.Unprotect(plain + new string('=', (4 - ((plain.Length - 3) % 4)) % 4)).Split('|');
            return parts is [var workspace, var asset, var until] && long.Parse(until, CultureInfo.InvariantCulture) > clock.Now().ToUnixTimeSeconds()
                ? (Guid.ParseExact(workspace, "N"), Id<Asset>.Parse(asset, null))
                : null;
        }
        catch (Exception foreign) when (foreign is ProblemException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    // Some networks look at the ending before they look at the content.
    private static string Name(string contentType) => "file." + contentType switch
    {
        "image/jpeg" => "jpg",
        "video/quicktime" => "mov",
        _ => contentType.Split('/')[^1],
    };
}

/// <summary>The file behind a public address, or 404 when the address is over or was not made here.</summary>
/// <param name="Token">The sealed part of the address.</param>
[Internal("Fetched by networks, through the public address.")]
public sealed record PublishedFile(string Token) : IQuery<FileResult>
{
    internal sealed class Handler(PublicMedia media, Runner runner) : IHandle<PublishedFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(PublishedFile request, CancellationToken cancel)
        {
            var (workspace, asset) = media.Read(request.Token) ?? throw Rule.Missing("file");
            return await runner.RunAsync(new AssetFile(asset), current => current.BecomeProgram(workspace), cancel);
        }
    }
}
