using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Bellwether.Tracking;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Media;

/// <summary>Where pictures lie, where they are used, what is cut from them and what replaces them.</summary>
public sealed class LibraryTests
{
    [Fact]
    public async Task A_picture_is_filed_found_used_and_replaced_and_what_was_cut_from_it_goes_along()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var ben = await world.MemberAsync("Ben", Bellwether.People.Role.Manager);
        await world.RunAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn));
        var taco = await world.RunAsync(new AddAsset(world.Brand, "Taco", Pictures.Png(2000, 1000), "A taco", Folder: " Menu / Summer "));
        var cut = await world.RunAsync(new AddAsset(world.Brand, "Taco, square", Pictures.Png(1000, 1000), Original: taco.Id));
        var salsa = await world.RunAsync(new AddAsset(world.Brand, "Salsa", Pictures.Png(800, 600), "Green salsa"));
        (taco.Folder, cut.Original, cut.Alt).ShouldBe(("Menu/Summer", taco.Id, "A taco"));
        var described = await world.RunAsync(new DescribeAsset(taco.Id, "Taco", "A taco", Tags: [" Lunch ", "lunch", ""], FocalX: 0.25));
        (described.Folder, described.FocalX, described.FocalY).ShouldBe(("Menu/Summer", 0.25, 0.5));
        described.Tags.ShouldBe(["lunch"]);
        (await world.RefusedAsync(new DescribeAsset(taco.Id, "Taco", FocalX: 1.5))).Code.ShouldBe("focal-outside");
        (await world.RunAsync(new AssetList(world.Brand))).Select(asset => asset.Name).ShouldBe(["Salsa", "Taco"]);

        var post = await world.RunAsync(new AddPost(world.Brand, Text: "Tacos", Unguided: true, At: Given.Monday, Variants: [new Told(await world.AccountAsync("mastodon"), Media: [new VariantMedia(cut.Id, "A taco", Original: taco.Id)])]));
        var uses = (await world.RunAsync(new AssetUses(world.Brand))).ShouldHaveSingleItem();
        (uses.Asset, uses.Posts, uses.Some[0].Title).ShouldBe((taco.Id, 1, post.Title));

        await world.RunAsync(new SubmitPost(post.Id));
        (await world.RunAsync(new ApprovePost(post.Id), Bellwether.People.Role.Manager, ben)).Status.ShouldBe(PostStatus.Scheduled);
        (await world.RunAsync(new ReplaceAsset(taco.Id, salsa.Id))).Posts.ShouldBe(1);
        var changed = await world.RunAsync(new PostDetail(post.Id));
        (changed.Status, changed.ApprovedRevision, changed.Variants[0].Media[0].Asset, changed.Variants[0].Media[0].Alt).ShouldBe((PostStatus.Draft, null, salsa.Id, "Green salsa"));
    }

    [Fact]
    public async Task What_nothing_shows_is_listed_and_deleted_with_its_file_and_what_is_shown_never_is()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        Task<AssetView> AddAsync(string name, int width, Id<Asset>? original = null) => world.RunAsync(new AddAsset(world.Brand, name, Pictures.Png(width, 300), name, Original: original));
        var (posted, archived, templated, profiled, proof, typed, unused) = (await AddAsync("Posted", 301), await AddAsync("Archived", 302), await AddAsync("Templated", 303), await AddAsync("Profiled", 304), await AddAsync("Proof", 305), await AddAsync("Typed", 306), await AddAsync("Unused", 307));
        var (shownCut, idleCut) = (await AddAsync("Posted, square", 308, posted.Id), await AddAsync("Unused, square", 309, unused.Id));
        var account = await world.AccountAsync("mastodon");
        await world.RunAsync(new AddPost(world.Brand, Text: "Tacos", Unguided: true, Variants: [new Told(account, Media: [new VariantMedia(shownCut.Id, "A taco", Original: posted.Id)])]));
        var gone = await world.RunAsync(new AddPost(world.Brand, Text: "Salsa", Unguided: true, Variants: [new Told(account, Media: [new VariantMedia(archived.Id, "Salsa")])]));
        await world.RunAsync(new ArchivePost(gone.Id));
        await world.RunAsync(new AddPostTemplate(world.Brand, "Lunch", "Lunch", Tellings: [new TemplateTelling(account, Media: [new VariantMedia(templated.Id, "Lunch")])]));
        await world.RunAsync(new WriteProfile(account, Avatar: profiled.Id));
        await world.RunAsync(new AddCollateral(world.Brand, CollateralKind.Case, "A feast for forty", Asset: proof.Id));
        var draft = await world.RunAsync(new AddPost(world.Brand, Text: "Open", Unguided: true, Variants: [new Told(account)]));
        await world.RunAsync(new KeepWorkingCopy(draft.Id, new UnsavedPost(Variants: [new Told(account, Media: [new VariantMedia(typed.Id, "Door")])]), 1));

        (await world.RunAsync(new UnusedAssets(world.Brand))).ShouldHaveSingleItem().Id.ShouldBe(unused.Id);
        foreach (var shown in new[] { posted, archived, templated, profiled, proof, typed, shownCut })
        {
            (await world.RefusedAsync(new DeleteAsset(shown.Id))).Code.ShouldBe("asset-in-use", shown.Name);
        }

        var stores = world.Services.GetRequiredService<MediaStores>();
        var hashes = await world.SeeAsync(db => db.Set<Asset>().Where(asset => asset.Id == unused.Id || asset.Id == idleCut.Id).Select(asset => asset.Hash).ToListAsync());
        await world.RunAsync(new DeleteAsset(unused.Id));
        (await world.RunAsync(new UnusedAssets(world.Brand))).ShouldBeEmpty();
        (await world.RefusedAsync(new AssetDetail(idleCut.Id))).Kind.ShouldBe(ProblemKind.NotFound);
        foreach (var hash in hashes)
        {
            (await stores.Current.SizeAsync(hash, TestContext.Current.CancellationToken)).ShouldBeNull();
        }

        (await stores.Current.SizeAsync(await world.SeeAsync(db => db.Set<Asset>().Where(asset => asset.Id == posted.Id).Select(asset => asset.Hash).SingleAsync()), TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_cut_from_a_picture_has_its_last_day()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var taco = await world.RunAsync(new AddAsset(world.Brand, "Taco", Pictures.Png(2000, 1000), "A taco"));
        var cut = await world.RunAsync(new AddAsset(world.Brand, "Taco, square", Pictures.Png(1000, 1000), Original: taco.Id));
        await world.RunAsync(new DescribeAsset(taco.Id, "Taco", "A taco", new LocalDate(2026, 3, 29)));
        var check = await world.RunAsync(new CheckPost(world.Brand, Text: "Tacos", Unguided: true, At: Given.Monday, Variants: [new Told(await world.AccountAsync("mastodon"), Media: [new VariantMedia(cut.Id, "A taco", Original: taco.Id)])]));
        check.Findings.ShouldContain(finding => finding.Code == "media-not-allowed" && finding.Blocks);
    }
}
