using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Media;

/// <summary>What every store promises; the folder and a bucket of a real object store keep the same words.</summary>
public sealed class MediaStoreTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, InlineData(MediaPlace.Folder), InlineData(MediaPlace.Bucket)]
    public async Task A_file_comes_back_byte_for_byte_whole_and_in_parts(MediaPlace place)
    {
        await using var shelf = await Shelf.AtAsync(place);
        var content = Content(3_000_000, 1);
        var hash = await shelf.KeepAsync(content);
        (await shelf.Store.SizeAsync(hash, Cancel)).ShouldBe(content.Length);
        await using var file = await shelf.Store.OpenAsync(hash, Cancel);
        file.Length.ShouldBe(content.Length);
        (await MediaHash.OfAsync(file, Cancel)).ShouldBe(hash);

        // As networks fetch films: a part in the middle, then one before it.
        foreach (var from in new[] { 2_500_000, 1_000_003, 0 })
        {
            var part = new byte[70_000];
            file.Seek(from, SeekOrigin.Begin);
            await file.ReadExactlyAsync(part, Cancel);
            part.ShouldBe(content[from..(from + part.Length)]);
        }
    }

    [Theory, InlineData(MediaPlace.Folder), InlineData(MediaPlace.Bucket)]
    public async Task The_same_content_lies_there_once_and_all_are_listed_in_order(MediaPlace place)
    {
        await using var shelf = await Shelf.AtAsync(place);
        await shelf.KeepAsync(Content(10, 1));
        var hashes = new List<string>();
        foreach (var seed in Enumerable.Range(1, 5))
        {
            hashes.Add(await shelf.KeepAsync(Content(10 + seed, seed)));
        }

        hashes.Add(MediaHash.Of(Content(10, 1)));
        hashes.Sort(StringComparer.Ordinal);
        var listed = await shelf.Store.ListAsync(null, Cancel).ToListAsync(Cancel);
        listed.Select(file => file.Hash).ShouldBe(hashes);
        listed.Sum(file => file.Bytes).ShouldBe(10 + 11 + 12 + 13 + 14 + 15);
        (await shelf.Store.ListAsync(hashes[2], Cancel).ToListAsync(Cancel)).Select(file => file.Hash).ShouldBe(hashes[3..]);
        await shelf.Store.RemoveAsync(hashes[0], Cancel);
        await shelf.Store.RemoveAsync(hashes[0], Cancel);
        (await shelf.Store.ListAsync(null, Cancel).ToListAsync(Cancel)).Count.ShouldBe(5);
    }

    [Theory, InlineData(MediaPlace.Folder), InlineData(MediaPlace.Bucket)]
    public async Task What_is_not_what_its_hash_says_is_refused_and_what_is_not_there_is_said(MediaPlace place)
    {
        await using var shelf = await Shelf.AtAsync(place);
        var hash = MediaHash.Of(Content(100, 1));
        using var other = new MemoryStream(Content(100, 2));
        (await Should.ThrowAsync<ProblemException>(() => shelf.Store.KeepAsync(hash, other, Cancel))).Code.ShouldBe("media-file-damaged");
        (await shelf.Store.SizeAsync(hash, Cancel)).ShouldBeNull();
        (await shelf.Store.ListAsync(null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        var missing = await Should.ThrowAsync<ProblemException>(() => shelf.Store.OpenAsync(hash, Cancel));
        (missing.Kind, missing.Code).ShouldBe((ProblemKind.NotFound, "media-file-missing"));
        await Should.ThrowAsync<ArgumentException>(() => shelf.Store.SizeAsync("../../etc/passwd", Cancel));
        (await shelf.Store.TroubleAsync(alsoWrite: true, Cancel)).ShouldBeNull();
    }

    [Theory, InlineData(MediaPlace.Folder, MediaPlace.Bucket), InlineData(MediaPlace.Bucket, MediaPlace.Folder)]
    public async Task Copying_goes_on_where_it_was_stopped_and_leaves_damaged_files_behind(MediaPlace from, MediaPlace to)
    {
        await using var here = await Shelf.AtAsync(from);
        await using var there = await Shelf.AtAsync(to);
        var hashes = new List<string>();
        foreach (var seed in Enumerable.Range(1, 9))
        {
            hashes.Add(await here.KeepAsync(Content(2_000, seed)));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => MediaCopy.RunAsync(here.Store, there.Store, far => { if (far.Copied >= 3) { stop.Cancel(); } }, stop.Token));
        var first = await there.Store.ListAsync(null, Cancel).ToListAsync(Cancel);
        first.Count.ShouldBeInRange(3, 8);

        var last = await MediaCopy.RunAsync(here.Store, there.Store, _ => { }, Cancel);
        (last.Copied, last.There, last.Bytes).ShouldBe((9 - first.Count, first.Count, 2_000L * (9 - first.Count)));
        (await MediaCopy.RunAsync(here.Store, there.Store, _ => { }, Cancel)).Copied.ShouldBe(0);
        (await there.Store.ListAsync(null, Cancel).ToListAsync(Cancel)).Select(file => file.Hash).ShouldBe(hashes.Order(StringComparer.Ordinal));

        await there.Store.RemoveAsync(hashes[4], Cancel);
        await here.DamageAsync(hashes[4]);
        (await MediaCopy.RunAsync(here.Store, there.Store, _ => { }, Cancel)).Damaged.ShouldBe([hashes[4]]);
        (await there.Store.SizeAsync(hashes[4], Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_or_does_not_answer_is_said_in_words()
    {
        var place = (await ObjectStore.Shared()).Place();
        using var gone = new BucketStore(place with { Bucket = "no-such-bucket" });
        (await gone.TroubleAsync(alsoWrite: false, Cancel))!.Found.ShouldStartWith("There is no bucket “no-such-bucket” at 127.0.0.1:");
        using var silent = new BucketStore(place with { Endpoint = new Uri($"http://127.0.0.1:{TestServers.FreePort()}") });
        var problem = await Should.ThrowAsync<ProblemException>(() => silent.OpenAsync(MediaHash.Of([1]), Cancel));
        (problem.Kind, problem.Code).ShouldBe((ProblemKind.Unavailable, "media-unavailable"));
        problem.Message.ShouldContain("does not answer");
        problem.Message.ShouldNotContain("S3RVER");
    }

    [Theory]
    [InlineData("BUCKET=m", "the bucket “m” at Amazon S3 in us-east-1")]
    [InlineData("BUCKET=m;ENDPOINT=https://s3.example.org;KEY=k;SECRET=s;PREFIX=/taco/;REGION=eu", "the bucket “m” (names beginning with “taco/”) at https://s3.example.org")]
    [InlineData("", null)]
    public void The_settings_name_the_bucket(string variables, string? words) => BucketAddress.From(Reader(variables))?.Words.ShouldBe(words);

    [Theory]
    [InlineData("ENDPOINT=https://s3.example.org", "bucket-missing")]
    [InlineData("BUCKET=m;ENDPOINT=s3.example.org", "bucket-endpoint")]
    [InlineData("BUCKET=m;KEY=k", "bucket-key")]
    [InlineData("BUCKET=m;ENDPOINT=https://s3.example.org", "bucket-key")]
    [InlineData("BUCKET=m;PATH_STYLE=maybe", "bucket-path-style")]
    public void Settings_that_do_not_fit_together_are_refused(string variables, string code) =>
        Should.Throw<ProblemException>(() => BucketAddress.From(Reader(variables))).Code.ShouldBe(code);

    private static Func<string, string?> Reader(string variables)
    {
        var set = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).ToDictionary(one => "BELLWETHER_S3_" + one[0], one => one[1], StringComparer.Ordinal);
        return name => set.GetValueOrDefault(name);
    }

    private static byte[] Content(int length, int seed)
    {
        var content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }
}
