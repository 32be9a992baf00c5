using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Compiles all research of a plan into one document and one archive. What is for the brand's own people stays out.</summary>
[Scoped]
public sealed class DossierCompiler(Db db, ResearchDesk desk, GapFinder gaps, FindingBook findings, AudienceBook audiences, InterviewBook interviews, Runner runner, ICurrent current)
{
    private const int MostBytesOfFiles = 25 * 1024 * 1024;

    internal async Task<DossierContent> CollectAsync(Plan plan, string title, string? summary, int number, CancellationToken cancel)
    {
        var (_, brand, today) = await desk.SceneAsync(plan.Id, cancel);
        var shown = await audiences.AllAsync(plan.Id, cancel, withInternal: false);
        var ids = shown.Select(audience => audience.Id).ToHashSet();
        var community = await AskAsync(new CommunityMap(plan.Id), cancel);
        var surveys = new List<SurveyResultsView>();
        foreach (var survey in (await desk.AllAsync<Survey>(plan.Id, cancel)).Where(survey => survey.Status != SurveyStatus.Draft))
        {
            surveys.Add(await AskAsync(new SurveyResults(survey.Id), cancel));
        }

        var open = (await gaps.FindAsync(plan, cancel)).ToList();
        var hidden = await HiddenAsync(plan.Id, cancel);
        return new DossierContent(
            brand.Name, plan, title, summary, number, today, (await db.Set<ResearchProfile>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel))?.Sheet ?? new ProfileSheet().Checked(),
            await findings.AllAsync(plan, today, cancel, withInternal: false), await interviews.BoardAsync(plan, cancel), shown,
            [.. (await desk.AllAsync<NetworkUse>(plan.Id, cancel)).Where(use => ids.Contains(use.Audience)).Select(use => NetworkUseView.Of(use, today))],
            community with { Segments = [.. community.Segments.Where(segment => segment.Audience is null || ids.Contains(segment.Audience.Id))] },
            surveys, await AskAsync(new MediaLedger(plan.Id), cancel), await AskAsync(new OpenQuestionList(plan.Id), cancel), await AskAsync(new TechniqueList(plan.Id), cancel),
            [.. open.Where(gap => gap.Subject is null || !hidden.Contains(gap.Subject))]);
    }

    /// <summary>The ids of what is for the brand's own people.</summary>
    private async Task<HashSet<string>> HiddenAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var own = (await desk.AllAsync<Audience>(plan, cancel)).Where(audience => audience.IsInternal).Select(audience => audience.Id).ToHashSet();
        return
        [
            .. (await desk.AllAsync<Finding>(plan, cancel)).Where(finding => finding.IsInternal).Select(finding => finding.Id.ToString()),
            .. (await desk.AllAsync<NetworkUse>(plan, cancel)).Where(use => own.Contains(use.Audience)).Select(use => use.Id.ToString()),
            .. (await desk.AllAsync<CommunityPlace>(plan, cancel)).Where(place => place.Sheet.Audience is { } audience && own.Contains(audience)).Select(place => place.Id.ToString()),
            .. own.Select(audience => audience.ToString()),
        ];
    }

    /// <summary>The document, the data and the evidence as one ZIP; the same content gives the same bytes.</summary>
    internal async Task<byte[]> PackAsync(DossierContent content, string text, CancellationToken cancel)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "dossier.md", Encoding.UTF8.GetBytes(text));
            Put(zip, "findings.csv", Csv(["statement", "area", "source", "date", "link", "led to"], content.Findings.Select(finding => new[]
            {
                finding.Sheet.Text, finding.Sheet.Area.ToString(), finding.Sheet.Source?.Name ?? "", finding.Sheet.Source is { } source ? source.On.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "",
                finding.Sheet.Source?.Link ?? "", string.Join(" | ", finding.Links.Select(link => link.Title ?? link.Node)),
            })));
            Put(zip, "research.json", JsonSerializer.SerializeToUtf8Bytes(new { content.Title, content.Number, content.On, content.Findings, content.Audiences, content.Uses, content.Surveys, content.Media, content.Questions, content.Techniques }, HouseJson.Readable));
            await EvidenceAsync(zip, content, cancel);
        }

        return stream.ToArray();
    }

    private async Task EvidenceAsync(ZipArchive zip, DossierContent content, CancellationToken cancel)
    {
        var left = MostBytesOfFiles;
        foreach (var file in content.Findings.SelectMany(finding => finding.Files))
        {
            if (file.Bytes > left)
            {
                Put(zip, $"evidence/{file.Id}.txt", Encoding.UTF8.GetBytes($"{file.Name} is too large for this archive. It is kept with its finding."));
                continue;
            }

            left -= file.Bytes;
            var stored = await db.Set<EvidenceFile>().AsNoTracking().FirstAsync(row => row.Id == file.Id, cancel);
            // Names come from people: only letters, digits and dots lead into the archive.
            var name = string.Concat(stored.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_')).Trim('.');
            Put(zip, $"evidence/{file.Id}-{name}", stored.Content);
        }
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = DateTimeOffset.UnixEpoch.AddYears(20);
        using var body = entry.Open();
        body.Write(content);
    }

    private static byte[] Csv(string[] header, IEnumerable<string[]> rows) =>
        Encoding.UTF8.GetBytes("\uFEFF" + string.Concat(rows.Prepend(header).Select(row => string.Join(',', row.Select(SafeCell.Of)) + "\r\n")));

    private Task<TResult> AskAsync<TResult>(IRequest<TResult> request, CancellationToken cancel) => runner.RunAsync(request, asker => asker.Become(current), cancel);
}
