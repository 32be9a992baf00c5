using Bellwether.Media;
using Bellwether.Storage;

namespace Bellwether.Web;

/// <summary>What the program is told when it starts; options win over environment variables, those over the defaults.</summary>
/// <param name="DataFolder">Where everything lies.</param>
/// <param name="Database">SQLite in the data folder, or PostgreSQL.</param>
/// <param name="Urls">Where it listens.</param>
/// <param name="PublicUrl">The address people outside reach it at; null means the address of the request.</param>
/// <param name="Bucket">Where pictures and videos lie; null means the data folder.</param>
internal sealed record Settings(string DataFolder, DatabaseAddress Database, string Urls, string? PublicUrl, BucketAddress? Bucket = null)
{
    public const string DefaultUrls = "http://localhost:5080";

    public static Settings From(string? data = null, string? database = null, string? urls = null, string? publicUrl = null)
    {
        var folder = Path.GetFullPath(data ?? Environment.GetEnvironmentVariable("BELLWETHER_DATA") ?? DefaultFolder());
        var connection = database ?? Environment.GetEnvironmentVariable("BELLWETHER_DATABASE");
        return new Settings(
            folder,
            string.IsNullOrWhiteSpace(connection) ? DatabaseAddress.InFolder(folder) : DatabaseAddress.Postgres(connection),
            urls ?? Environment.GetEnvironmentVariable("BELLWETHER_URLS") ?? DefaultUrls,
            publicUrl ?? Environment.GetEnvironmentVariable("BELLWETHER_PUBLIC_URL"),
            BucketAddress.From(Environment.GetEnvironmentVariable));
    }

    private static string DefaultFolder() => Path.Combine(Environment.CurrentDirectory, "data");
}
