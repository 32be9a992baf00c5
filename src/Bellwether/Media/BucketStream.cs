using Amazon.Runtime;
using Amazon.S3.Model;

namespace Bellwether.Media;

/// <summary>
/// A file of a bucket, read while it comes. Moving asks for the rest from there; a line that breaks is taken up where it broke.
/// </summary>
internal sealed class BucketStream(GetObjectResponse first, long length, Func<long, CancellationToken, Task<GetObjectResponse>> from) : Stream
{
    private const int MostBreaks = 3;

    private GetObjectResponse? open = first;
    private long position;
    private int breaks;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (position < length && buffer.Length > 0)
        {
            var was = position;
            try
            {
                open ??= await from(position, cancellationToken);
                var read = await open.ResponseStream.ReadAsync(buffer, cancellationToken);
                if (read > 0)
                {
                    position += read;
                    return read;
                }

                throw new EndOfStreamException($"The object store ended a file after {was} of {length} bytes.");
            }
            catch (Exception broken) when (broken is IOException or HttpRequestException && breaks < MostBreaks)
            {
                breaks++;
                LetGo();
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Waiting for a network without letting go of the thread is refused.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => position + offset, _ => length + offset };
        ArgumentOutOfRangeException.ThrowIfNegative(to, nameof(offset));
        if (to != position)
        {
            LetGo();
            position = to;
        }

        return position;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            LetGo();
        }

        base.Dispose(disposing);
    }

    private void LetGo()
    {
        var over = open;
        open = null;
        try
        {
            over?.Dispose();
        }
        catch (AmazonClientException)
        {
            // The library compares what was read with the store's own sum as it closes; here the hash is what counts, and it is looked at by whoever needs it.
        }
    }
}
