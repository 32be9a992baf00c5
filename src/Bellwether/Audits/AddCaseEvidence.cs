using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>
/// Adds a screenshot, a PDF or a saved page to a case. The file is kept as it is, with its time and its SHA-256. More than 10 MB
/// are 413, another kind of file is 415, a time to come is 422.
/// </summary>
/// <param name="Content">The file, in base 64.</param>
/// <param name="TakenAt">When it was seen; now unless given.</param>
[Needs(Permission.TakePart)]
public sealed record AddCaseEvidence(Id<ImpersonationCase> Case, string Name, [property: Required] byte[] Content, string? Note = null, Instant? TakenAt = null) : ICommand<CaseDetailView>
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int Most = 10 * 1024 * 1024;

    internal sealed class Handler(Db db, CaseDesk desk, ICurrent current, TimeProvider clock, Journal journal) : IHandle<AddCaseEvidence, CaseDetailView>
    {
        public async Task<CaseDetailView> HandleAsync(AddCaseEvidence request, CancellationToken cancel)
        {
            var (row, brand) = await desk.FindAsync(request.Case, cancel);
            if (request.Content.Length > Most)
            {
                throw new ProblemException(ProblemKind.TooLarge, "evidence-too-large", $"The file has {request.Content.Length / (1024 * 1024)} MB; at most 10 fit. Take a smaller picture.");
            }

            var now = clock.Now();
            Rule.Require(request.TakenAt is null || request.TakenAt <= now, "evidence-from-future", "Evidence was seen before it is uploaded. Correct the time.", "takenAt");
            var evidence = new CaseEvidence(row, request.Name, request.Content, current.Name, request.TakenAt ?? now, request.Note);
            db.Add(evidence);
            db.Add(new CaseEvidenceContent(evidence.Id, request.Content));
            row.AddEvidence();
            journal.Say($"added evidence to the case against {row.Url}, SHA-256 {evidence.Hash}", brand.Id.Value, null, row.Id);
            return await desk.ViewAsync(row, brand, cancel);
        }
    }
}

/// <summary>A piece of evidence as it was uploaded. A file that no longer has its hash is 409, not handed out.</summary>
[Needs(Permission.Read)]
public sealed record CaseEvidenceFile(Id<CaseEvidence> Evidence) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, CaseDesk desk) : IHandle<CaseEvidenceFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(CaseEvidenceFile request, CancellationToken cancel)
        {
            var evidence = await db.FindAsync(request.Evidence, "evidence", cancel);
            await desk.FindAsync(evidence.Case, cancel);
            var content = Rule.Found(await db.Set<CaseEvidenceContent>().AsNoTracking().FirstOrDefaultAsync(row => row.Evidence == evidence.Id, cancel), "evidence").Content;
            return CaseEvidence.HashOf(content) == evidence.Hash
                ? new FileResult($"{evidence.Id}.{evidence.ContentType.Split('/')[^1]}", evidence.ContentType, content)
                : throw Rule.Conflict("evidence-altered", "The stored file no longer has the hash it was uploaded with. Restore it from a backup.");
        }
    }
}
