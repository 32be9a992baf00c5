using System.IO.Compression;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Media;

/// <summary>The product with its pictures in a bucket, and what is found when files are lost.</summary>
public sealed class MediaInUseTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_live_in_the_bucket_that_is_set_and_are_part_of_backups()
    {
        var place = (await ObjectStore.Shared()).Place();
        await using var world = await World.OnAsync(DatabaseKind.Sqlite, services => services.AddSingleton(place));
        var stores = world.Services.GetRequiredService<MediaStores>();
        var asset = await world.RunAsync(new AddAsset(world.Brand, "Taco", Pictures.Png(40, 30)));
        var hash = MediaHash.Of(Pictures.Png(40, 30));
        (await stores.At(MediaPlace.Bucket).SizeAsync(hash, Cancel)).ShouldBe(asset.Bytes);
        (await stores.At(MediaPlace.Folder).SizeAsync(hash, Cancel)).ShouldBeNull();
        await using (var file = await (await world.RunAsync(new AssetFile(asset.Id))).OpenAsync(Cancel))
        {
            (await MediaHash.OfAsync(file, Cancel)).ShouldBe(hash);
        }

        (await world.Services.GetRequiredService<MediaHealth>().WordsAsync(Cancel)).ShouldBe("bucket");
        (await world.RunAsync(new Doctor())).Examined.Single(one => one.What == "media").Found.ShouldContain("the bucket “media”");

        await using var backup = await (await world.RunAsync(new MakeBackup())).OpenAsync(Cancel);
        await using var archive = new ZipArchive(backup);
        archive.GetEntry("files/media/" + hash)!.Length.ShouldBe(asset.Bytes);
        Backups.Read(archive).WithoutMedia.ShouldBeNull();

        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await using var small = await (await world.RunAsync(new MakeBackup(WithoutMedia: true))).OpenAsync(Cancel);
        await using var without = new ZipArchive(small);
        without.GetEntry("files/media/" + hash).ShouldBeNull();
        Backups.Read(without).WithoutMedia.ShouldBe(place.Words);
    }

    [Fact]
    public async Task A_check_names_what_is_lost_goes_on_where_it_was_stopped_and_adding_the_file_again_mends_it()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var store = world.Services.GetRequiredService<MediaStores>().Current;
        var pictures = Enumerable.Range(1, 6).ToDictionary(size => MediaHash.Of(Pictures.Png(size, size)), size => size, StringComparer.Ordinal);
        foreach (var size in pictures.Values)
        {
            await world.RunAsync(new AddAsset(world.Brand, $"Picture {size}", Pictures.Png(size, size)));
        }

        var hashes = pictures.Keys.Order(StringComparer.Ordinal).ToList();
        await store.RemoveAsync(hashes[4], Cancel);
        (await world.RunAsync(new Doctor())).Examined[0].Found.ShouldStartWith("1 of the newest 6 pictures and videos are not in the folder");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await world.InScopeAsync<MediaCheck>(async (_, check) =>
        {
            await Should.ThrowAsync<OperationCanceledException>(() => check.RunAsync(anew: false, far => { if (far.Checked == 3) { stop.Cancel(); } }, stop.Token));
            var told = new List<long>();
            var done = await check.RunAsync(anew: false, far => told.Add(far.Checked), Cancel);
            told[0].ShouldBeInRange(3, 4, "what was read before is not read again");
            done.Lost.ShouldBe([new LostFile(hashes[4], $"Picture {pictures[hashes[4]]}", Missing: true)]);
            (await check.StoppedAtAsync(Cancel)).ShouldBeNull();
        });

        await world.RunAsync(new AddAsset(world.Brand, "The same", Pictures.Png(pictures[hashes[4]], pictures[hashes[4]])));
        await world.InScopeAsync<MediaCheck>(async (_, check) => (await check.RunAsync(anew: false, _ => { }, Cancel)).Lost.ShouldBeEmpty());
    }
}
