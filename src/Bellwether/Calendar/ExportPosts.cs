using System.Globalization;
using System.Text;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// A brand's posts as CSV, in time order, those without a day last: date, time, text, accounts, title, theme, link, first comment,
/// pictures, campaign, status, and a column for words of one network and for each option of a network that is in use. The same
/// columns are read by the import. Cells never become formulas.
/// </summary>
/// <param name="From">First day; with it, posts without a day are left out.</param>
/// <param name="To">Last day.</param>
[Needs(Permission.Read)]
public sealed record ExportPosts(
    Id<Brand> Brand, LocalDate? From = null, LocalDate? To = null, Id<SocialAccount>? Account = null, string? Network = null, PostStatus? Status = null, Id<ContentPillar>? Theme = null, Id<Campaign>? Campaign = null,
    Id<Goal>? Goal = null, Id<Member>? Author = null, string? Text = null) : IQuery<FileResult>
{
    internal sealed class Handler(Db db) : IHandle<ExportPosts, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportPosts request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            Instant? from = request.From is { } first ? brand.Zone.AtStartOfDay(first).ToInstant() : null;
            Instant? until = request.To is { } last ? brand.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant() : null;
            var filter = new PostFilter(request.Account, request.Network, request.Status, request.Theme, request.Campaign, request.Goal, request.Author, request.Text);
            var posts = await filter.Of(db, db.Set<Post>().AsNoTracking().Where(post => post.Brand == brand.Id && post.ArchivedAt == null && (from == null || post.DueAt >= from) && (until == null || post.DueAt < until)))
                .OrderBy(post => post.DueAt == null).ThenBy(post => post.DueAt).ThenBy(post => post.Id).ToListAsync(cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, cancel);
            var themes = await db.Set<ContentPillar>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
            var campaigns = await db.Set<Campaign>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
            var pictures = await db.Set<Asset>().AsNoTracking().Where(row => row.Brand == brand.Id).Select(row => new { row.Id, row.Name }).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
            var text = PostCsv.Write(posts.Select(post =>
            {
                var variants = post.Variants.OrderBy(variant => variant.Place).ToList();
                return new PostCsvRow(
                    post.Slot?.Local, post.Text, [.. variants.Select(variant => accounts.GetValueOrDefault(variant.Account)).OfType<SocialAccount>().Select(account => $"{account.Network} @{account.Handle}")],
                    post.Title, post.Theme is { } theme ? themes.GetValueOrDefault(theme) : null, variants.Select(variant => variant.Link).FirstOrDefault(link => link is not null), PostMoves.Words(post.Status))
                {
                    FirstComment = variants.Select(variant => variant.FirstComment).FirstOrDefault(comment => comment is not null),
                    Pictures = variants.Find(variant => variant.Media.Count > 0)?.Media.Select(media => pictures.GetValueOrDefault(media.Original ?? media.Asset)).OfType<string>().ToList() ?? [],
                    Campaign = post.Campaign is { } campaign ? campaigns.GetValueOrDefault(campaign) : null,
                    Own = PostCsv.OwnOf(variants),
                };
            }).ToList());
            return new FileResult("posts.csv", "text/csv; charset=utf-8", text);
        }
    }
}

/// <summary>An example of a file of posts, with the brand's own accounts and days that lie ahead: to fill in, or to learn the columns from.</summary>
[Needs(Permission.Read)]
public sealed record PostSheetExample(Id<Brand> Brand) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<PostSheetExample, FileResult>
    {
        public async Task<FileResult> HandleAsync(PostSheetExample request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).OrderBy(row => row.Network).ThenBy(row => row.Handle).Take(2).Select(row => row.Network + " @" + row.Handle).ToListAsync(cancel);
            var monday = clock.Today(brand.Zone).Next(IsoDayOfWeek.Monday);
            return new FileResult("posts-example.csv", "text/csv; charset=utf-8", PostCsv.Write(
            [
                new PostCsvRow(monday.At(new LocalTime(10, 0)), "What our guests ask most, answered in a minute.", accounts, "Questions of the week", null, null, null),
                new PostCsvRow(monday.PlusDays(2).At(new LocalTime(17, 30)), "Behind the counter: how the day begins.", [.. accounts.Take(1)], "Behind the counter", null, "https://example.org/story", null),
                new PostCsvRow(null, "An idea without a day yet.", [], "An idea", null, null, null),
            ]));
        }
    }
}

/// <summary>A line of a file of posts.</summary>
internal sealed record PostCsvRow(LocalDateTime? At, string Text, IReadOnlyList<string> Accounts, string Title, string? Theme, string? Link, string? Status)
{
    public string? FirstComment { get; init; }

    public IReadOnlyList<string> Pictures { get; init; } = [];

    public string? Campaign { get; init; }

    /// <summary>What it says on one network alone, by the name of the column.</summary>
    public IReadOnlyDictionary<string, string> Own { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Writes files of posts.</summary>
internal static class PostCsv
{
    /// <summary>The column that only the export has.</summary>
    public const string Status = "status";

    public static byte[] Write(IReadOnlyList<PostCsvRow> rows)
    {
        var own = rows.SelectMany(row => row.Own.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        Line(text, ["date", "time", "text", "accounts", "title", "theme", "link", "first comment", "pictures", "campaign", .. own, Status]);
        foreach (var row in rows)
        {
            Line(text,
            [
                row.At?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), row.At?.ToString("HH:mm", CultureInfo.InvariantCulture), row.Text, string.Join("; ", row.Accounts), row.Title, row.Theme, row.Link,
                row.FirstComment, string.Join("; ", row.Pictures), row.Campaign, .. own.Select(column => row.Own.GetValueOrDefault(column)), row.Status,
            ]);
        }

        // Spreadsheets take a file without the mark for another encoding.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Words and options of each network; where two accounts of one network differ, those of the first.</summary>
    public static Dictionary<string, string> OwnOf(IEnumerable<Variant> variants)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variant in variants)
        {
            var network = NetworkCatalogue.Of(variant.Network);
            if (variant.OwnText is { } text)
            {
                own.TryAdd(PostColumns.Header(network, null), text);
            }

            foreach (var option in network.Posting.Options.Where(option => variant.Options.ContainsKey(option.Key)))
            {
                own.TryAdd(PostColumns.Header(network, option), option.Words(variant.Options[option.Key]));
            }
        }

        return own;
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(cell => SafeCell.Of(cell ?? ""))).Append("\r\n");
}
