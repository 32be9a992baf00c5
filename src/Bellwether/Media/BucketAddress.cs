using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>Which bucket of which object store holds the files, and how it is spoken to.</summary>
/// <param name="Bucket">The name of the bucket.</param>
/// <param name="Endpoint">The address of the object store; null for Amazon's own.</param>
/// <param name="Region">The region; “us-east-1” where a store has none.</param>
/// <param name="Key">The access key; null takes the right of the machine itself, where Amazon gives it one.</param>
/// <param name="Secret">The secret of the access key.</param>
/// <param name="PathStyle">Whether the bucket stands in the path of the address instead of in its host name.</param>
/// <param name="Prefix">What every name in the bucket begins with, such as “bellwether/”; empty for nothing.</param>
public sealed record BucketAddress(string Bucket, Uri? Endpoint, string Region, string? Key, string? Secret, bool PathStyle, string Prefix)
{
    private const string Names = "BELLWETHER_S3_";

    /// <summary>Where the bucket is, in words; nothing secret is in them.</summary>
    public string Words => $"the bucket “{Bucket}”{(Prefix.Length > 0 ? $" (names beginning with “{Prefix}”)" : "")} at {Endpoint?.GetLeftPart(UriPartial.Authority) ?? $"Amazon S3 in {Region}"}";

    /// <summary>The bucket that the settings name; null when they name none.</summary>
    /// <param name="read">Gives the value of an environment variable, or null.</param>
    public static BucketAddress? From(Func<string, string?> read)
    {
        string? Of(string name) => read(Names + name)?.Trim() is { Length: > 0 } value ? value : null;
        if (Of("BUCKET") is not { } bucket)
        {
            Rule.Require(Of("ENDPOINT") is null, "bucket-missing", $"{Names}ENDPOINT is set, but {Names}BUCKET is not. Name the bucket that pictures and videos shall lie in.");
            return null;
        }

        var endpoint = Of("ENDPOINT") is { } address
            ? Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http" ? parsed : throw Rule.Broken("bucket-endpoint", $"{Names}ENDPOINT is no address: “{address}”. Write it like https://s3.example.org.")
            : null;
        var (key, secret) = (Of("KEY"), Of("SECRET"));
        Rule.Require(key is null == secret is null, "bucket-key", $"{Names}KEY and {Names}SECRET belong together. Set both, or neither where the machine itself has the right.");
        Rule.Require(endpoint is null || key is not null, "bucket-key", $"{Names}KEY and {Names}SECRET are missing for {endpoint?.Host}. Set both.");
        var prefix = (Of("PREFIX") ?? "").Trim('/');
        return new BucketAddress(bucket, endpoint, Of("REGION") ?? "us-east-1", key, secret, Truth(Of("PATH_STYLE")) ?? endpoint is not null, prefix.Length > 0 ? prefix + "/" : "");
    }

    private static bool? Truth(string? said) => said?.ToUpperInvariant() switch
    {
        null => null,
        "TRUE" or "1" or "YES" => true,
        "FALSE" or "0" or "NO" => false,
        _ => throw Rule.Broken("bucket-path-style", $"{Names}PATH_STYLE is “{said}”. Write true or false."),
    };
}
