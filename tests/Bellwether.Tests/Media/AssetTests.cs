using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Media;

public sealed class AssetTests
{
    [Theory, BothDatabases]
    public async Task A_picture_is_stored_with_what_is_known_of_it_and_comes_back_byte_for_byte(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var content = Pictures.Jpeg(540, 675);
        var asset = await world.RunAsync(new AddAsset(world.Brand, "Taco", content, "A taco on a plate", new LocalDate(2026, 12, 31)));
        (asset.ContentType, asset.Width, asset.Height, asset.Bytes).ShouldBe(("image/jpeg", 540, 675, content.Length));
        (await world.RunAsync(new AssetDetail(asset.Id)) with { Tags = asset.Tags }).ShouldBe(asset with { Version = 1 });
        var file = await world.RunAsync(new AssetFile(asset.Id));
        await using var stream = await file.OpenAsync(TestContext.Current.CancellationToken);
        (await MediaHash.OfAsync(stream, TestContext.Current.CancellationToken)).ShouldBe(MediaHash.Of(content));
        (file.Name, file.ContentType).ShouldBe(($"{asset.Id}.jpeg", "image/jpeg"));
        asset.Address.ShouldBe($"/api/v1/media/{asset.Id}/content");
    }

    [Theory, BothDatabases]
    public async Task The_same_content_again_is_the_same_asset_also_after_it_was_archived(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var first = await world.RunAsync(new AddAsset(world.Brand, "Taco", Pictures.Png(10, 10)));
        (await world.RunAsync(new AddAsset(world.Brand, "The same", Pictures.Png(10, 10)))).Id.ShouldBe(first.Id);
        await world.RunAsync(new ArchiveAsset(first.Id));
        (await world.RunAsync(new AssetList(world.Brand))).ShouldBeEmpty();
        (await world.RunAsync(new AssetList(world.Brand, Archived: true))).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        (await world.RunAsync(new AddAsset(world.Brand, "Back", Pictures.Png(10, 10)))).ArchivedAt.ShouldBeNull();
        (await world.RunAsync(new AssetList(world.Brand))).ShouldHaveSingleItem().Name.ShouldBe("Taco");
        (await FilesAsync(world)).ShouldBe(1);

        // Another brand's library is its own.
        var other = await world.RunAsync(new AddBrand("Burrito Bar", "Europe/Berlin", "EUR"));
        (await world.RunAsync(new AddAsset(other.Id, "Taco", Pictures.Png(10, 10)))).Id.ShouldNotBe(first.Id);
    }

    [Theory, BothDatabases]
    public async Task Too_large_empty_or_unknown_files_are_refused_and_nothing_is_stored(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var large = new byte[AddAsset.Most + 1];
        Pictures.Png(10, 10).CopyTo(large, 0);
        (await world.RefusedAsync(new AddAsset(world.Brand, "Large", large))).Kind.ShouldBe(ProblemKind.TooLarge);
        (await world.RefusedAsync(new AddAsset(world.Brand, "Empty", []))).Code.ShouldBe("media-unsupported");
        (await world.RefusedAsync(new AddAsset(world.Brand, "taco.png", "no picture"u8.ToArray()))).Kind.ShouldBe(ProblemKind.Unsupported);
        (await world.RefusedAsync(new AddAsset(world.Brand, " ", Pictures.Png(1, 1)))).Code.ShouldBe("name-empty");
        (await world.RunAsync(new AssetList(world.Brand))).ShouldBeEmpty();
        (await FilesAsync(world)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Its_words_change_only_from_the_version_one_saw(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var asset = await world.RunAsync(new AddAsset(world.Brand, "Taco", Pictures.Png(10, 10)));
        var described = await world.RunAsync(new DescribeAsset(asset.Id, "Fish taco", "A taco with fish", new LocalDate(2027, 1, 31), IfVersion: 1));
        (described.Name, described.Alt, described.UsableUntil).ShouldBe(("Fish taco", "A taco with fish", new LocalDate(2027, 1, 31)));
        (await world.RefusedAsync(new DescribeAsset(asset.Id, "Late", IfVersion: 1))).Kind.ShouldBe(ProblemKind.Conflict);
        (await world.RunAsync(new DescribeAsset(asset.Id, "Fish taco"))).Alt.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_sees_it_and_who_only_reads_adds_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var asset = await world.RunAsync(new AddAsset(world.Brand, "Taco", Pictures.Png(10, 10)));
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new AssetFile(asset.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new ArchiveAsset(asset.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        var reader = await world.MemberAsync("Rita", Role.Analyst);
        (await world.RunAsync(new AssetFile(asset.Id), Role.Analyst, reader)).ContentType.ShouldBe("image/png");
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new AddAsset(world.Brand, "Mine", Pictures.Png(1, 1)), Role.Analyst, reader))).Kind.ShouldBe(ProblemKind.Forbidden);
    }

    private static async Task<int> FilesAsync(World world) =>
        await world.Services.GetRequiredService<MediaStores>().Current.ListAsync(null, TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
}
