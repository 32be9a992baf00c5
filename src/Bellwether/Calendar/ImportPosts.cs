using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What becomes of a row.</summary>
public enum PostRowOutcome
{
    /// <summary>It becomes a post.</summary>
    Make,

    /// <summary>It stays out until what is wrong with it is mended.</summary>
    Wrong,

    /// <summary>The same post is in the calendar already, or stands in the file a second time.</summary>
    Twice,

    /// <summary>It stands above the names of the columns.</summary>
    Above,
}

/// <summary>A row of the file and what becomes of it.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="At">The local time in the brand's zone; null for an idea without a day.</param>
/// <param name="Accounts">Where it goes out, as people say it.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Notes">What is worth knowing of it.</param>
/// <param name="Excerpt">What stands there.</param>
/// <param name="Post">The post it became.</param>
/// <param name="Also">What it says beside its text, in words: first comment, pictures, campaign, what a network lets one say.</param>
public sealed record PostRow(
    int Line, PostRowOutcome Outcome, string Title, string Text, LocalDateTime? At, IReadOnlyList<string> Accounts, IReadOnlyList<string> Also, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes, string Excerpt, Id<Post>? Post);

/// <summary>What comes of a file of posts.</summary>
/// <param name="Import">What takes it back; null for a look, or when nothing was made.</param>
/// <param name="Headers">The names of the file's columns.</param>
/// <param name="Columns">Which field was taken from which column.</param>
/// <param name="Fields">What a column can be, with what the networks of the brand let one say of a post.</param>
/// <param name="Rows">Every row that has something in it, each with what becomes of it.</param>
public sealed record ImportedPosts(
    Id<PostImport>? Import, string Kind, IReadOnlyList<string> Headers, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<PostColumn> Fields, IReadOnlyList<string> Notices, int Made, int NotMade, IReadOnlyList<PostRow> Rows);

/// <summary>
/// Imports posts from CSV or a spreadsheet, as drafts at their times in the brand's zone. Columns are found by their names or
/// named in <c>columns</c>; accounts by network and handle, pictures by their name in the library. What a network lets one say of
/// a post has a column of its own, such as “TikTok: Who sees posts”, and so have words for one network. Every row is taken or listed with the reason. A look first:
/// <c>dryRun</c> stores nothing.
/// </summary>
/// <param name="Content">The file, in base 64; at most 10 MB.</param>
/// <param name="Columns">Which field is which column: text, date, time, accounts, network, handle, title, theme, link, hashtags, firstComment, pictures, campaign, and those of networks, such as “bluesky.text” or “tiktok.privacy”.</param>
/// <param name="MonthFirst">Whether 3/4/2026 is the fourth of March.</param>
/// <param name="DryRun">Only say what would come of it.</param>
[Needs(Permission.WritePosts)]
public sealed record ImportPosts(
    Id<Brand> Brand, [property: Required] byte[] Content, [property: MaxLength(200)] string File = "posts.csv", IReadOnlyDictionary<string, string>? Columns = null, bool MonthFirst = false,
    bool DryRun = false) : ICommand<ImportedPosts>
{
    /// <summary>More posts than anybody looks through at once.</summary>
    internal const int MostRows = 5_000;

    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal) : IHandle<ImportPosts, ImportedPosts>
    {
        public async Task<ImportedPosts> HandleAsync(ImportPosts request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).ToListAsync(cancel);
            var themes = await db.Set<ContentPillar>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel);
            var read = PostSheet.Read(request.Content, request.Columns, new PostSheetFacts(brand, accounts, themes, clock.Now()) { Pictures = await PicturesAsync(brand, cancel), Campaigns = await CampaignsAsync(brand, cancel) }, request.MonthFirst);
            Rule.Require(read.Rows.Count <= MostRows, "rows-too-many", $"The file has {read.Rows.Count} rows; at most {MostRows} are imported at once. Split it.", "content");
            var seen = await KnownAsync(brand, cancel);
            var rows = new List<PostRow>(read.Above.Select(row => new PostRow(row.Line, PostRowOutcome.Above, "", "", null, [], [], ["It stands above the names of the columns."], [], row.Excerpt(), null)));
            var made = new List<ImportedPost>();
            foreach (var row in read.Rows)
            {
                var outcome = row.Problems.Count > 0 ? PostRowOutcome.Wrong : seen.Add(Key(row.Title, row.Text, row.At, row.Accounts.Select(account => account.Id))) ? PostRowOutcome.Make : PostRowOutcome.Twice;
                Id<Post>? post = outcome == PostRowOutcome.Make && !request.DryRun ? Make(row, brand, made) : null;
                rows.Add(new PostRow(
                    row.Row.Line, outcome, row.Title, row.Text, row.At is { } at ? Slot.Of(at, brand.Zone).Local : null, [.. row.Accounts.Select(account => $"{account.Network} @{account.Handle}")], row.Also,
                    outcome == PostRowOutcome.Twice ? ["The same words stand at the same time on the same accounts already."] : row.Problems, row.Notes, row.Row.Excerpt(), post));
            }

            var count = rows.Count(row => row.Outcome == PostRowOutcome.Make);
            return new ImportedPosts(Store(request, brand, made, rows.Count - count), read.Kind, read.Headers, read.Columns, [.. PostColumns.Of(accounts).Select(column => new PostColumn(column.Field, column.Label))], read.Notices, count, rows.Count - count, rows);
        }

        private Id<PostImport>? Store(ImportPosts request, Brand brand, List<ImportedPost> made, int notMade)
        {
            if (made.Count == 0)
            {
                return null;
            }

            var import = new PostImport(brand.Id, Rule.OptionalText(request.File, "file", 200) ?? "posts.csv", current.MemberKey, made, notMade);
            db.Add(import);
            journal.Say($"imported {made.Count} posts from “{import.File}”", brand.Id.Value, null, import.Id, notMade == 0 ? null : $"{notMade} rows became no post");
            return import.Id;
        }

        private Id<Post> Make(ReadPostRow row, Brand brand, List<ImportedPost> made)
        {
            var post = new Post(brand.Id, row.Title, row.Text, current.MemberKey);
            post.Serve(row.Campaign?.Plan ?? row.Theme?.Plan, row.Campaign?.Goal, false, null, row.Theme?.Id, row.Campaign?.Campaign);
            post.Tell(row.Variants);
            if (row.At is { } at)
            {
                post.MoveTo(Slot.Of(at, brand.Zone), clock.Now());
            }

            db.Add(post);
            made.Add(new ImportedPost(post.Id, row.Row.Line, post.Edits));
            return post.Id;
        }

        private async Task<List<NamedPicture>> PicturesAsync(Brand brand, CancellationToken cancel) =>
            await db.Set<Asset>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null && row.Original == null).Select(row => new NamedPicture(row.Id, row.Name, row.Alt)).ToListAsync(cancel);

        private async Task<List<NamedCampaign>> CampaignsAsync(Brand brand, CancellationToken cancel)
        {
            var campaigns = await db.Set<Campaign>().AsNoTracking().Where(row => row.Brand == brand.Id && row.RemovedAt == null).ToListAsync(cancel);
            var goals = campaigns.SelectMany(row => row.Goals).Distinct().ToList();
            var open = (await db.Set<Goal>().AsNoTracking().Where(row => goals.Contains(row.Id) && row.ClosedAt == null).Select(row => row.Id).ToListAsync(cancel)).ToHashSet();
            return [.. campaigns.Where(row => row.Status is CampaignStatus.Draft or CampaignStatus.Running).Select(row => new NamedCampaign(row.Id, row.Name, row.Tag, row.Plan, row.Goals is [var only] && open.Contains(only) ? only : null))];
        }

        /// <summary>What stands in the calendar already, so that importing a file twice makes no post twice.</summary>
        private async Task<HashSet<string>> KnownAsync(Brand brand, CancellationToken cancel)
        {
            var now = clock.Now();
            var rows = await db.Set<Post>().AsNoTracking().Where(post => post.Brand == brand.Id && post.ArchivedAt == null && (post.DueAt == null || post.DueAt >= now)).ToListAsync(cancel);
            return [.. rows.Select(post => Key(post.Title, post.Text, post.Meant, post.Variants.Select(variant => variant.Account)))];
        }

        private static string Key(string title, string text, LocalDateTime? at, IEnumerable<Id<SocialAccount>> accounts) =>
            string.Join('\n', [text.Length > 0 ? text : title, at is { } local ? NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(local) : "", .. accounts.Order().Select(account => account.ToString())]);
    }
}
