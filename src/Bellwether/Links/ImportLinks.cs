using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>A line of the file and what becomes of it.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="Target">Where the link leads.</param>
/// <param name="Short">Its short address, once it is made or where its code was chosen.</param>
/// <param name="Destination">Where visitors land, with the campaign tags.</param>
/// <param name="Problem">Why it becomes no link; absent where it does.</param>
/// <param name="Excerpt">What stands there.</param>
public sealed record ImportedLink(int Line, string Target, string? Short, string? Destination, string? Problem, string Excerpt);

/// <summary>What comes of a file of links.</summary>
/// <param name="Import">What takes it back; absent for a look, or when nothing was made.</param>
/// <param name="Columns">Which fields were found.</param>
/// <param name="Made">How many lines became links, or for a look would; none where a wrong line keeps all from it.</param>
/// <param name="NotMade">How many do not.</param>
/// <param name="Rows">Every line that becomes no link (at most 500), then the first 200 that do.</param>
public sealed record ImportedLinks(Id<LinkImport>? Import, string Kind, IReadOnlyList<string> Columns, IReadOnlyList<string> Notices, int Made, int NotMade, IReadOnlyList<ImportedLink> Rows);

/// <summary>
/// Makes many links at once, from CSV, a spreadsheet, or pasted lines: an address a line, or columns called target, code, title,
/// source, medium, campaign, content, term, last day, most clicks, fallback. With a line that cannot become a link nothing is made,
/// unless <c>skipWrong</c> says so; each such line is listed with the reason. A look first: <c>dryRun</c> stores nothing.
/// </summary>
/// <param name="Content">The file or the lines, in base 64; at most 10,000 lines.</param>
/// <param name="SkipWrong">Whether the good lines become links although others cannot.</param>
/// <param name="DryRun">Only say what would come of it.</param>
[Needs(Permission.WritePosts)]
public sealed record ImportLinks(
    Id<Brand> Brand, [property: Required] byte[] Content, [property: MaxLength(200)] string File = "links.csv", bool SkipWrong = false, bool DryRun = false) : ICommand<ImportedLinks>
{
    /// <summary>The most lines of one import.</summary>
    public const int MostRows = 10_000;

    private const int ShownWrong = 500;
    private const int ShownGood = 200;

    internal sealed class Handler(Db db, LinkMaker maker, PublicAddress address, TimeProvider clock, ICurrent current, Journal journal) : IHandle<ImportLinks, ImportedLinks>
    {
        public async Task<ImportedLinks> HandleAsync(ImportLinks request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var policy = await db.Set<LinkPolicy>().AsNoTracking().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel);
            var read = LinkSheet.Read(request.Content);
            Rule.Require(read.Lines.Count <= MostRows, "rows-too-many", $"The file has {read.Lines.Count} lines; at most {MostRows} are made at once. Split it.", "content");
            var taken = await TakenAsync(read.Lines.Select(line => line.Code?.ToLowerInvariant()).OfType<string>().Distinct(StringComparer.Ordinal), cancel);
            var standing = new Dictionary<string, int>(StringComparer.Ordinal);
            var made = new List<(LinkLine Line, TrackedLink Link)>();
            var wrong = new List<ImportedLink>();
            foreach (var line in read.Lines)
            {
                try
                {
                    made.Add((line, await MakeAsync(line, brand, policy, taken, standing)));
                }
                catch (ProblemException problem)
                {
                    wrong.Add(new ImportedLink(line.Line, line.Target, null, null, problem.Message, line.Excerpt));
                }
            }

            var stored = !request.DryRun && made.Count > 0 && (wrong.Count == 0 || request.SkipWrong);
            var import = stored ? await StoreAsync(request, brand, made.ConvertAll(one => one.Link), wrong.Count, cancel) : null;
            return new ImportedLinks(import?.Id, read.Kind, read.Columns, read.Notices, stored || request.DryRun ? made.Count : 0, wrong.Count,
            [
                .. wrong.Take(ShownWrong),
                .. made.Take(ShownGood).Select(one => new ImportedLink(
                    one.Line.Line, one.Link.Target, stored || one.Line.Code is not null ? address.Short(one.Link.Code, one.Link.Host) : null, one.Link.Destination, null, one.Line.Excerpt)),
            ]);
        }

        private async Task<TrackedLink> MakeAsync(LinkLine line, Brand brand, LinkPolicy? policy, HashSet<string> taken, Dictionary<string, int> standing)
        {
            if (line.Problem is { } problem)
            {
                throw Rule.Broken("line-unread", problem);
            }

            maker.Check(line.Target, "target");
            // Among ten thousand random codes two are the same once in two hundred files.
            var code = line.Code is { } word ? LinkCode.Chosen(word) : await LinkCode.FreeAsync(drawn => Task.FromResult(standing.ContainsKey(drawn)));
            Rule.Require(!taken.Contains(code), "code-taken", $"The code “{code}” is taken. Choose another one; if a link of yours that is archived has it, restore that one.");
            Rule.Require(!standing.TryGetValue(code, out var other), "code-twice", $"The code “{code}” stands in line {other} already. Choose another one.");
            var tags = new MakeLink(brand.Id, line.Target, line.Source, line.Medium, line.Campaign, line.Content, line.Term).Tags();
            policy?.Check(tags);
            var link = new TrackedLink(brand.Id, code, line.Target, tags, brand.OwnHosts, new LinkPlace(), policy?.PassClickId ?? false, clock.Now());
            link.Name(line.Title);
            link.StandOn(policy?.Host);
            if (line.Fallback is { } fallback)
            {
                maker.Check(fallback, "fallback");
            }

            link.Limit(line.LastDay, line.MostClicks, line.Fallback, clock.Today(brand.Zone), clock.Now());
            standing[code] = line.Line;
            return link;
        }

        private async Task<LinkImport> StoreAsync(ImportLinks request, Brand brand, List<TrackedLink> links, int notMade, CancellationToken cancel)
        {
            var import = new LinkImport(brand.Id, Rule.OptionalText(request.File, "file", 200) ?? "links.csv", current.MemberKey, links.Count, notMade);
            // One in a billion of the random codes is taken: rather nothing is made than a code twice.
            var collided = await TakenAsync(links.Select(link => link.Code), cancel);
            Rule.Require(collided.Count == 0, "codes-collided", "A code was taken at the same moment. Import once more.", "content");
            foreach (var link in links)
            {
                link.ComeWith(import.Id);
            }

            db.Add(import);
            db.AddRange(links);
            db.Raise(new ManyLinksChanged(brand.Id));
            journal.Say($"made {links.Count} links from “{import.File}”", brand.Id.Value, subject: import.Id);
            return import;
        }

        private async Task<HashSet<string>> TakenAsync(IEnumerable<string> codes, CancellationToken cancel)
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var some in codes.Chunk(500))
            {
                taken.UnionWith(await db.Set<TrackedLink>().IgnoreQueryFilters().Where(link => some.Contains(link.Code)).Select(link => link.Code).ToListAsync(cancel));
            }

            return taken;
        }
    }
}
