using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Keeps a file with a finding as its evidence. More than 5 MB are 413; at most ten files belong to one finding.</summary>
/// <param name="Content">The file, in base 64.</param>
[Needs(Permission.EditPlan)]
public sealed record AttachEvidence(Id<Finding> Finding, string Name, [property: Required] byte[] Content) : ICommand<EvidenceFileView>
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    private const int MostFiles = 10;

    internal sealed class Handler(Db db, ResearchDesk desk) : IHandle<AttachEvidence, EvidenceFileView>
    {
        public async Task<EvidenceFileView> HandleAsync(AttachEvidence request, CancellationToken cancel)
        {
            var finding = await desk.ToChangeAsync(request.Finding, "finding", null, cancel);
            Rule.Require(request.Content.Length > 0, "file-empty", "The file is empty. Choose it again.", "content");
            if (request.Content.Length > Largest)
            {
                throw new ProblemException(ProblemKind.TooLarge, "file-too-large", $"The file has {request.Content.Length / (1024 * 1024)} MB; at most 5 fit. Keep it elsewhere and give its link.", new FieldProblem("content", "At most 5 MB fit."));
            }

            Rule.Require(await db.Set<EvidenceFile>().CountAsync(row => row.Finding == finding.Id, cancel) < MostFiles, "files-too-many", $"A finding keeps at most {MostFiles} files. Remove one first.", "content");
            var file = new EvidenceFile(finding, await desk.PlanAsync(finding.Plan, cancel), request.Name, request.Content);
            db.Add(file);
            desk.Say(finding, $"kept {(finding.IsInternal ? "a file" : $"“{file.Name}”")} as evidence of “{finding.Spoken}”");
            return new EvidenceFileView(file.Id, file.Name, file.Content.Length);
        }
    }
}

/// <summary>A file that was kept as evidence, to download. It is never shown as a page of ours.</summary>
[Needs(Permission.Read)]
public sealed record EvidenceContent(Id<EvidenceFile> File) : IQuery<FileResult>
{
    internal sealed class Handler(ResearchDesk desk, ICurrent current) : IHandle<EvidenceContent, FileResult>
    {
        public async Task<FileResult> HandleAsync(EvidenceContent request, CancellationToken cancel)
        {
            var file = await desk.FindAsync(request.File, "file", cancel);
            var finding = await desk.FindAsync(file.Finding, "file", cancel);
            Rule.Found(finding.IsInternal && !current.May(Permission.EditPlan) ? null : file, "file");
            var safe = string.Concat(file.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
            return new FileResult(safe, "application/octet-stream", file.Content);
        }
    }
}

/// <summary>Removes a file that was kept as evidence.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveEvidence(Id<EvidenceFile> File) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveEvidence, Done>
    {
        public Task<Done> HandleAsync(RemoveEvidence request, CancellationToken cancel) => desk.RemoveAsync(request.File, "file", file => file.Name, cancel);
    }
}
