using System.Text;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Links;

[Requirement("R001-05")]
public sealed class ImportLinksTests
{
    [Theory, BothDatabases]
    public async Task Lines_become_links_with_their_words_tags_and_ends_and_are_taken_back_together(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var file = Bytes("""
            target;code;title;source;medium;campaign;last day;most clicks;fallback
            https://tacoloco.example/a;Summer;=Menu;instagram;social;Spring 27;31.12.2026;500;https://tacoloco.example/over
            https://elsewhere.example/b;;;;;;;;
            """);
        (await world.RunAsync(new ImportLinks(world.Brand, file, DryRun: true))).ShouldSatisfyAllConditions(look => look.Import.ShouldBeNull(), look => look.Made.ShouldBe(2), look => look.NotMade.ShouldBe(0));
        (await world.RunAsync(new LinkList(world.Brand))).Items.ShouldBeEmpty();
        var done = await world.RunAsync(new ImportLinks(world.Brand, file, "spring.csv"));
        var link = (await world.RunAsync(new LinkList(world.Brand, Find: "summer"))).Items.ShouldHaveSingleItem();
        (link.Title, link.LastDay, link.MostClicks, link.Fallback).ShouldBe(("=Menu", new LocalDate(2026, 12, 31), 500, "https://tacoloco.example/over"));
        link.Destination.ShouldBe("https://tacoloco.example/a?utm_source=instagram&utm_medium=social&utm_campaign=spring-27");
        (await world.FollowAsync("summer")).ShouldBe(link.Destination);

        // What goes out as a file can be read again; its codes are taken by then.
        var export = Encoding.UTF8.GetString((await world.RunAsync(new ExportLinks(world.Brand))).Content);
        export.ShouldContain("summer,'=Menu,instagram,social,spring-27,,,2026-12-31,500,https://tacoloco.example/over,1,0");
        var again = await world.RunAsync(new ImportLinks(world.Brand, Encoding.UTF8.GetBytes(export), DryRun: true));
        again.Rows.ShouldAllBe(row => row.Problem!.StartsWith("The code “", StringComparison.Ordinal));

        (await world.RunAsync(new UndoLinkImport(done.Import!.Value))).Archived.ShouldBe(2);
        (await world.RunAsync(new LinkList(world.Brand))).Items.ShouldBeEmpty();
        (await world.FollowAsync("summer")).ShouldBe(link.Destination);
        (await world.World.RefusedAsync(new UndoLinkImport(done.Import.Value))).Code.ShouldBe("import-undone");
        (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(new UndoLinkImport(done.Import.Value)))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RunAsync(new LinkImportList(world.Brand))).ShouldHaveSingleItem().UndoneAt.ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Each_wrong_line_says_why_and_nothing_is_made_unless_it_is_to_be_skipped(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", Code: "taken"));
        var file = Bytes("""
            url,slug,utm_source,utm_medium,utm_campaign,expires,limit
            https://tacoloco.example/,good,,,,,
            https://tacoloco.example/,taken,,,,,
            https://tacoloco.example/,GOOD,,,,,
            javascript:alert(1),,,,,,
            http://localhost:5080/l/taken,,,,,,
            https://tacoloco.example/,,x,sociall,y,,
            https://tacoloco.example/,,,,,2020-01-01,
            https://tacoloco.example/,,,,,soon,
            https://tacoloco.example/,,,,,,many
            ,word,,,,,
            """);
        var look = await world.RunAsync(new ImportLinks(world.Brand, file));
        (look.Import, look.Made, look.NotMade).ShouldBe((null, 0, 9));
        (await world.RunAsync(new ImportLinks(world.Brand, file, DryRun: true))).Made.ShouldBe(1);
        look.Rows.Take(9).Select(row => row.Line).ShouldBe([3, 4, 5, 6, 7, 8, 9, 10, 11]);
        look.Rows[1].Problem.ShouldBe("The code “good” stands in line 2 already. Choose another one.");
        look.Rows[2].Problem!.ShouldContain("no web address");
        (await world.RunAsync(new ImportLinks(world.Brand, file, SkipWrong: true))).Import.ShouldNotBeNull();
        (await world.RunAsync(new LinkList(world.Brand))).Items.Count.ShouldBe(2);
        (await world.World.RefusedAsync(new ImportLinks(world.Brand, Bytes("nothing,here\n1,2")))).Code.ShouldBe("columns-missing");
    }

    [Theory, BothDatabases]
    public async Task Ten_thousand_pasted_addresses_become_links_and_one_more_is_refused(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var lines = string.Join('\n', Enumerable.Range(0, ImportLinks.MostRows).Select(number => $"https://tacoloco.example/{number}?a=1,2"));
        var done = await world.RunAsync(new ImportLinks(world.Brand, Bytes(lines), "pasted"));
        (done.Made, done.NotMade, done.Kind, done.Rows.Count).ShouldBe((10_000, 0, "lines", 200));
        (await world.FollowAsync(done.Rows[7].Short!.Split('/')[^1])).ShouldBe("https://tacoloco.example/7?a=1,2");
        (await world.World.RefusedAsync(new ImportLinks(world.Brand, Bytes(lines + "\nhttps://tacoloco.example/x"), DryRun: true))).Code.ShouldBe("rows-too-many");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
