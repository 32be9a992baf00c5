using System.Buffers;
using System.Security.Cryptography;
using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>The hash that names a file, and what belongs to it in every store.</summary>
public static class MediaHash
{
    private const int Length = 64;
    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789abcdef");

    private const int AtOnce = 128 * 1024;

    /// <summary>The hash of a content in memory.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The hash of what is still to be read of a stream, a piece at a time.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancel) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));

    /// <summary>Whether a text is such a hash. What is none is never part of a path.</summary>
    public static bool Is(string text) => text.Length == Length && text.AsSpan().IndexOfAnyExcept(Signs) < 0;

    /// <summary>Copies a stream and gives the hash of what was copied.</summary>
    internal static async Task<string> CopyAsync(Stream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(AtOnce);
        try
        {
            while (await from.ReadAsync(piece, cancel) is > 0 and var read)
            {
                hash.AppendData(piece, 0, read);
                await to.WriteAsync(piece.AsMemory(0, read), cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>The name of a file below a store's root: its hash, in one of 256 folders.</summary>
    internal static string NameOf(string hash) => Is(hash) ? $"{hash[..2]}/{hash}" : throw new ArgumentException($"“{hash}” is no hash.", nameof(hash));

    internal static ProblemException Missing(string where) =>
        new(ProblemKind.NotFound, "media-file-missing", $"The file of this picture or video is not in {where}. Add the same file again, or put it back from a backup.");

    internal static ProblemException Damaged(string hash) =>
        Rule.Broken("media-file-damaged", $"The file {hash} is not what its name says: it was damaged on the way. Nothing was stored.");
}
