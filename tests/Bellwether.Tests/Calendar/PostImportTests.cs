using System.Text;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Metrics.Sheets;
using Bellwether.Networks;
using Bellwether.Storage;
using Bellwether.Tests.Media;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>Posts from a spreadsheet and into one.</summary>
[Requirement("R002-39")]
public sealed class PostImportTests
{
    private const string Mixed = """
        Plan for April;;;
        Datum;Uhrzeit;Text;Accounts
        30.03.2026;10:00;First taco;bluesky @tacoloco
        31.03.2026;;"Second, at the usual time";bluesky:tacoloco
        ;;Only an idea;
        1.1.2026;9:00;Long ago;bluesky @tacoloco
        32.03.2026;9:00;No such day;bluesky @tacoloco
        02.04.2026;nine;No such time;bluesky @tacoloco
        02.04.2026;9:00;Nobody;x @somebody
        30.03.2026;10.00;First taco;Bluesky @TacoLoco
        """;

    [Theory, BothDatabases]
    public async Task Every_row_becomes_a_draft_or_says_why_not_and_the_import_goes_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var content = Encoding.UTF8.GetBytes(Mixed);
        var look = await world.RunAsync(new ImportPosts(world.Brand, content, DryRun: true));
        (look.Import, look.Made, look.NotMade).ShouldBe((null, 3, 6));
        look.Rows.Select(row => row.Outcome).ShouldBe([
            PostRowOutcome.Above, PostRowOutcome.Make, PostRowOutcome.Make, PostRowOutcome.Make, PostRowOutcome.Wrong, PostRowOutcome.Wrong, PostRowOutcome.Wrong, PostRowOutcome.Wrong, PostRowOutcome.Twice]);
        look.Rows[4].Problems.ShouldHaveSingleItem().ShouldEndWith("has passed.");
        look.Rows[7].Problems.ShouldHaveSingleItem().ShouldBe("There is no account “x somebody” in the inventory. Write it like bluesky @tacoloco, or add it in Audit.");
        (await world.RunAsync(new PostList(world.Brand))).Items.ShouldBeEmpty("a look stores nothing");

        var done = await world.RunAsync(new ImportPosts(world.Brand, content, "april.csv"));
        var posts = (await world.RunAsync(new PostList(world.Brand))).Items;
        posts.OrderBy(post => post.At ?? default).Select(post => (post.Title, post.At, post.Accounts.Count)).ShouldBe([
            ("Only an idea", (LocalDateTime?)null, 0), ("First taco", Given.Monday, 1), ("Second, at the usual time", Given.Monday.PlusDays(1), 1)], ignoreOrder: true);
        (await world.RunAsync(new ImportPosts(world.Brand, content))).Made.ShouldBe(0, "the same file makes no post twice");

        var changed = posts.Single(post => post.Title == "First taco").Post;
        await world.RunAsync(new WritePost(changed, Text: "First taco, hotter"));
        var back = await world.RunAsync(new UndoPostImport(done.Import!.Value));
        (back.Back, back.Kept).ShouldBe((2, 1));
        (await world.RunAsync(new PostList(world.Brand))).Items.ShouldHaveSingleItem().Post.ShouldBe(changed);
        (await world.RunAsync(new PostImportList(world.Brand))).ShouldHaveSingleItem().File.ShouldBe("april.csv");
        account.ShouldBe(posts.Single(post => post.Title == "First taco").Accounts[0]);
    }

    [Fact]
    public void Nothing_of_any_file_is_lost_and_none_breaks_the_reader()
    {
        var facts = new PostSheetFacts(new Brand("Taco Loco", "Europe/Berlin", "EUR"), [], [], Instant.FromUtc(2026, 3, 26, 8, 0));
        var sheets = AnySheet.With(["text", "Tacos", "=SUM(A1)", "“Hola”"], ["date", "2026-04-01", "1.4.2026", "4/1/2026 3:30 pm", "2026-04-01T10:00:00+02:00"], ["time", "10:00", "9 am", "0.5", ""], ["accounts", "", "bluesky @x", "x"]);
        Prop.ForAll(Arb.From(Gen.OneOf(sheets, AnySheet.Bytes)), content =>
        {
            ReadPostSheet read;
            try
            {
                read = PostSheet.Read(content, null, facts, false);
            }
            catch (ProblemException problem)
            {
                problem.Code.ShouldBeOneOf("file-unreadable", "columns-missing");
                return;
            }

            // All but the row that names the columns.
            (read.Above.Count + read.Rows.Count).ShouldBe(SheetReader.Read(content).Sheets[0].Rows.Count(row => !row.IsBlank) - 1);
            read.Rows.ShouldAllBe(row => row.Problems.Count > 0 || row.Title.Length > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2026-04-01T10:00:00Z", "", "2026-04-01T12:00:00")]
    [InlineData("2026-04-01 10:00 +00:00", "", "2026-04-01T12:00:00")]
    [InlineData("2026-04-01", "0.4375", "2026-04-01T10:30:00")]
    [InlineData("2026-04-01", "1899-12-31T17:05:00", "2026-04-01T17:05:00")]
    [InlineData("1.4.2026 9.30", "", "2026-04-01T09:30:00")]
    [InlineData("4/13/2026 3:30 PM", "", "2026-04-13T15:30:00")]
    [InlineData("2026-04-01", "12 am", "2026-04-01T00:00:00")]
    public void Days_and_times_are_read_as_files_write_them(string date, string time, string expected)
    {
        var facts = new PostSheetFacts(new Brand("Taco Loco", "Europe/Berlin", "EUR"), [], [], Instant.FromUtc(2026, 3, 26, 8, 0));
        var row = PostSheet.Read(Encoding.UTF8.GetBytes($"date;time;text\n{date};{time};Tacos\n"), null, facts, false).Rows.ShouldHaveSingleItem();
        row.Problems.ShouldBeEmpty();
        NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(row.At!.Value).ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_exported_reads_the_same_when_it_is_imported()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var account = await world.AccountAsync("bluesky");
        string[] texts = ["=1+1 is two, \"quoted\"; and\nmore", "@ana what about it", "'tis quiet", "- a dash"];
        foreach (var (text, place) in texts.Select((text, place) => (text, place)))
        {
            await world.PostAsync(text, Given.Monday.PlusDays(place), account);
        }

        var file = await world.RunAsync(new ExportPosts(world.Brand));
        foreach (var post in (await world.RunAsync(new PostList(world.Brand))).Items)
        {
            await world.RunAsync(new ArchivePost(post.Post));
        }

        var back = await world.RunAsync(new ImportPosts(world.Brand, file.Content));
        back.Rows.Select(row => (row.Text, row.At)).ShouldBe(texts.Select((text, place) => (text, (LocalDateTime?)Given.Monday.PlusDays(place))));
        var example = await world.RunAsync(new PostSheetExample(world.Brand));
        (await world.RunAsync(new ImportPosts(world.Brand, example.Content, DryRun: true))).NotMade.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task First_comments_hashtags_pictures_campaigns_own_words_and_the_options_of_networks_come_in_and_go_out_again(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var (bluesky, tiktok) = (await world.AccountAsync("bluesky"), await world.AccountAsync("tiktok"));
        await world.AccountAsync("reddit");
        var plan = await world.PlanAsync();
        var spring = (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu")))).Id;
        var plate = (await world.RunAsync(new AddAsset(world.Brand, "Plate.png", Pictures.Png(8, 6), "A plate"))).Id;
        const string rows = """
            text,accounts,hashtags,first comment,pictures,campaign,Bluesky: text,tiktok privacy,TikTok: Made by artificial intelligence,Reddit: Flair,mood
            Tacos #taco,bluesky @tacoloco; tiktok @tacoloco,"taco, #Spring",More below,plate,spring MENU,Short,only ME,x,,happy
            Nobody there,bluesky @tacoloco,,,,Autumn,,,,News,
            Wrong,tiktok @tacoloco,,,gone.jpg,,,friends of mine,perhaps,,
            """;
        var look = await world.RunAsync(new ImportPosts(world.Brand, Encoding.UTF8.GetBytes(rows.Replace("only ME", "just ME", StringComparison.Ordinal)), DryRun: true));
        look.Notices.ShouldContain("Not taken: “mood”. Choose below what it is, or leave it out.");
        look.Fields.ShouldContain(new PostColumn("tiktok.privacy", "TikTok: Who sees posts"));
        look.Rows[0].Problems.ShouldHaveSingleItem().ShouldStartWith("TikTok: “just ME” cannot be chosen for “Who sees posts”. Choose one of: ");
        look.Rows[2].Problems.Count.ShouldBe(3, "the picture, the audience and the yes or no");
        look.Rows[1].Notes.ShouldBe(["No campaign “Autumn” is planned or runs; it is left out.", "“Reddit: Flair” is left out: the row names no account on Reddit."]);

        var audience = NetworkCatalogue.Of("tiktok").Posting.Options.Single(option => option.Key == "privacy").Words("SELF_ONLY");
        var content = Encoding.UTF8.GetBytes(rows.Replace("only ME", audience.ToUpperInvariant(), StringComparison.Ordinal));
        (await world.RunAsync(new ImportPosts(world.Brand, content))).Made.ShouldBe(2);
        async Task<PostView> SpringAsync() => await world.RunAsync(new PostDetail((await world.RunAsync(new PostList(world.Brand, Text: "Tacos"))).Items.Single().Post));
        void Says(PostView post)
        {
            post.Text.ShouldBe("Tacos #taco\n\n#Spring");
            post.Campaign.ShouldBe(spring);
            var (there, film) = (post.Variants.Single(variant => variant.Account == bluesky), post.Variants.Single(variant => variant.Account == tiktok));
            (there.OwnText, there.FirstComment, film.OwnText, film.FirstComment).ShouldBe(("Short\n\n#taco #Spring", "More below", null, null));
            there.Media.ShouldHaveSingleItem().ShouldBe(new VariantMedia(plate, "A plate"));
            film.Options.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["aigc"] = "yes", ["privacy"] = "SELF_ONLY" });
        }

        Says(await SpringAsync());
        var file = await world.RunAsync(new ExportPosts(world.Brand));
        foreach (var post in (await world.RunAsync(new PostList(world.Brand))).Items)
        {
            await world.RunAsync(new ArchivePost(post.Post));
        }

        var back = await world.RunAsync(new ImportPosts(world.Brand, file.Content));
        (back.Made, back.NotMade).ShouldBe((2, 0));
        back.Notices.ShouldBeEmpty("every column of the export is known");
        Says(await SpringAsync());
    }

    [Fact]
    public async Task Columns_of_any_name_are_named_by_hand()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var content = "Was,Wann\nTacos,2026-04-01\n"u8.ToArray();
        (await world.RefusedAsync(new ImportPosts(world.Brand, content))).Code.ShouldBe("columns-missing");
        var read = await world.RunAsync(new ImportPosts(world.Brand, content, Columns: new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = "Was", ["date"] = "Wann" }));
        read.Rows.ShouldHaveSingleItem().At.ShouldBe(new LocalDateTime(2026, 4, 1, 10, 0));
    }
}
