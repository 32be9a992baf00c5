using System.Net;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>Files in a bucket of any object store that speaks S3.</summary>
internal sealed class BucketStore : IMediaStore, IDisposable
{
    // Long enough for a film over a slow line; what does not answer at all is noticed by the connection.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(5);

    private readonly BucketAddress address;
    private readonly int page;
    private readonly AmazonS3Client client;

    /// <summary>A store in a bucket; nothing is asked yet.</summary>
    /// <param name="page">How many files are asked for at once when all are listed.</param>
    public BucketStore(BucketAddress address, int page = 1000)
    {
        (this.address, this.page) = (address, page);
        var settings = new AmazonS3Config
        {
            // Stores that are compatible but not Amazon's know neither the newer checksums nor signed chunks.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ForcePathStyle = address.PathStyle,
            MaxErrorRetry = 2,
            Timeout = LongestCall,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        if (address.Endpoint is { } endpoint)
        {
            (settings.ServiceURL, settings.AuthenticationRegion) = (endpoint.AbsoluteUri, address.Region);
        }
        else
        {
            settings.RegionEndpoint = RegionEndpoint.GetBySystemName(address.Region);
        }

        client = address.Key is null ? new AmazonS3Client(settings) : new AmazonS3Client(new BasicAWSCredentials(address.Key, address.Secret), settings);
    }

    public MediaPlace Place => MediaPlace.Bucket;

    public string Words => address.Words;

    public Task<long?> SizeAsync(string hash, CancellationToken cancel) => AskAsync<long?>(
        async () =>
        {
            try
            {
                return (await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = address.Bucket, Key = KeyOf(hash) }, cancel)).ContentLength;
            }
            catch (AmazonS3Exception none) when (none.StatusCode == HttpStatusCode.NotFound && none.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        },
        cancel);

    public async Task<Stream> OpenAsync(string hash, CancellationToken cancel)
    {
        var first = await ReadAsync(hash, 0, cancel);
        return new BucketStream(first, first.ContentLength, (from, inner) => ReadAsync(hash, from, inner));
    }

    public async Task KeepAsync(string hash, Stream content, CancellationToken cancel)
    {
        // Read once before it is sent: under its hash stands nothing else, not even for a moment.
        var start = content.Position;
        if (await MediaHash.OfAsync(content, cancel) != hash)
        {
            throw MediaHash.Damaged(hash);
        }

        content.Position = start;
        await PutAsync(KeyOf(hash), content, cancel);
    }

    public Task RemoveAsync(string hash, CancellationToken cancel) => AskAsync(() => client.DeleteObjectAsync(address.Bucket, KeyOf(hash), cancel), cancel);

    public async IAsyncEnumerable<StoredFile> ListAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = address.Bucket, Prefix = address.Prefix, MaxKeys = page, StartAfter = after is null ? null : KeyOf(after) };
        do
        {
            var found = await AskAsync(() => client.ListObjectsV2Async(request, cancel), cancel);
            foreach (var one in found.S3Objects ?? [])
            {
                var name = one.Key[(one.Key.LastIndexOf('/') + 1)..];
                if (MediaHash.Is(name) && one.Key == KeyOf(name) && string.CompareOrdinal(name, after) > 0)
                {
                    yield return new StoredFile(name, one.Size ?? 0);
                }
            }

            request.ContinuationToken = found.IsTruncated == true ? found.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task<Examined?> TroubleAsync(bool alsoWrite, CancellationToken cancel)
    {
        try
        {
            await AskAsync(() => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = address.Bucket, Prefix = address.Prefix, MaxKeys = 1 }, cancel), cancel);
            if (alsoWrite)
            {
                using var nothing = new MemoryStream("probe"u8.ToArray());
                await PutAsync(address.Prefix + "probe", nothing, cancel);
                await AskAsync(() => client.DeleteObjectAsync(address.Bucket, address.Prefix + "probe", cancel), cancel);
            }

            return null;
        }
        catch (ProblemException unreachable)
        {
            return new Examined("media", Severity.Broken, unreachable.Message, "Correct the settings that begin with BELLWETHER_S3_, or make the object store answer; posts without pictures go on.");
        }
    }

    public void Dispose() => client.Dispose();

    private string KeyOf(string hash) => address.Prefix + MediaHash.NameOf(hash);

    private Task PutAsync(string key, Stream content, CancellationToken cancel) => AskAsync(
        () => client.PutObjectAsync(
            new PutObjectRequest { BucketName = address.Bucket, Key = key, InputStream = content, AutoCloseStream = false, UseChunkEncoding = false, ContentType = "application/octet-stream" }, cancel),
        cancel);

    private Task<GetObjectResponse> ReadAsync(string hash, long from, CancellationToken cancel) => AskAsync(
        () => client.GetObjectAsync(new GetObjectRequest { BucketName = address.Bucket, Key = KeyOf(hash), ByteRange = from == 0 ? null : new ByteRange($"bytes={from}-") }, cancel), cancel);

    private async Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException refusal) when (refusal.StatusCode == HttpStatusCode.NotFound && refusal.ErrorCode == "NoSuchKey")
        {
            throw MediaHash.Missing(Words);
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new ProblemException(ProblemKind.Unavailable, "media-unavailable", Why(failure));
        }
    }

    private string Why(Exception failure) => failure is AmazonServiceException { StatusCode: >= HttpStatusCode.MultipleChoices } refusal
        ? (refusal.StatusCode, refusal.ErrorCode) switch
        {
            (_, "NoSuchBucket") => $"There is no bucket “{address.Bucket}” at {Host}. Create it, or correct BELLWETHER_S3_BUCKET.",
            (_, "InvalidAccessKeyId" or "SignatureDoesNotMatch") => $"{Host} does not know the access key or its secret. Correct BELLWETHER_S3_KEY and BELLWETHER_S3_SECRET.",
            (_, "RequestTimeTooSkewed") => $"{Host} refuses the call because this machine's clock is wrong. Set it, and let it follow a time server.",
            (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, _) => $"{Host} refuses access to the bucket “{address.Bucket}” ({refusal.ErrorCode}). Give the access key the right to list, read, write and delete there.",
            (HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect, _) or (_, "AuthorizationHeaderMalformed") => $"The bucket “{address.Bucket}” lies in another region than {address.Region}. Correct BELLWETHER_S3_REGION.",
            _ => $"{Host} answers for the bucket “{address.Bucket}” that it cannot do this ({(int)refusal.StatusCode} {refusal.ErrorCode}): {refusal.Message}",
        }
        : $"{Host} does not answer, so pictures and videos in the bucket “{address.Bucket}” cannot be reached for now: {Innermost(failure).Message}";

    private string Host => address.Endpoint?.Authority ?? $"Amazon S3 in {address.Region}";

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;
}
