using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A handover just made.</summary>
/// <param name="Path">The address of the page on this server; shown this once.</param>
public sealed record NewHandover(HandoverView Handover, string Path);

/// <summary>Hands a closed version over by a link that ends by itself: to a colleague, or to a firm that is no member.</summary>
/// <param name="To">Who receives it.</param>
/// <param name="Firm">For which firm; left out for somebody of one's own.</param>
/// <param name="Days">After how many days the link ends.</param>
[Needs(Permission.RunPlan)]
public sealed record HandOverDossier(Id<ResearchDossier> Dossier, string To, string? Firm = null, [property: Range(1, 365)] int Days = 30) : ICommand<NewHandover>
{
    internal sealed class Handler(Db db, ResearchDesk desk, ICurrent current, TimeProvider clock) : IHandle<HandOverDossier, NewHandover>
    {
        public async Task<NewHandover> HandleAsync(HandOverDossier request, CancellationToken cancel)
        {
            var dossier = await desk.FindAsync(request.Dossier, "dossier", cancel);
            var code = Codes.New();
            var now = clock.Now();
            var handover = new Handover(dossier, await desk.PlanAsync(dossier.Plan, cancel), request.To, request.Firm, Codes.Hash(code), now + Duration.FromDays(request.Days), current.Name);
            db.Add(handover);
            desk.Say(dossier, $"handed version {dossier.Number} of the research over to {handover.To}{(handover.Firm is { } firm ? $" of {firm}" : "")}");
            return new NewHandover(HandoverView.Of(handover, dossier.Number, now), $"/p/dossier/{code}");
        }
    }
}

/// <summary>Ends the link of a handover at once; the receipt, if there is one, stays.</summary>
[Needs(Permission.RunPlan)]
public sealed record RevokeHandover(Id<Handover> Handover) : ICommand<HandoverView>
{
    internal sealed class Handler(ResearchDesk desk, TimeProvider clock) : IHandle<RevokeHandover, HandoverView>
    {
        public async Task<HandoverView> HandleAsync(RevokeHandover request, CancellationToken cancel)
        {
            var handover = await desk.FindAsync(request.Handover, "handover", cancel);
            var dossier = await desk.FindAsync(handover.Dossier, "dossier", cancel);
            handover.Revoke(clock.Now());
            desk.Say(dossier, $"revoked the link of {handover.To} to version {dossier.Number} of the research");
            return HandoverView.Of(handover, dossier.Number, clock.Now());
        }
    }
}

/// <summary>A dossier as whoever received it reads it.</summary>
/// <param name="Workspace">Whose it is; the door answers in its name.</param>
public sealed record SharedDossierView(Guid Workspace, Id<Handover> Handover, string Title, string To, int Number, string Text, string? ReceivedBy, Instant? ReceivedAt);

/// <summary>The dossier behind a handover's code, or 404 in words when the link is unknown, ended or revoked.</summary>
[Internal("Read by whoever received the link, through the public page; a signed-in member asks for the dossier itself.")]
public sealed record SharedDossier([property: MaxLength(60)] string Code) : IQuery<SharedDossierView>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<SharedDossier, SharedDossierView>
    {
        public async Task<SharedDossierView> HandleAsync(SharedDossier request, CancellationToken cancel)
        {
            var handover = await HandoverCode.FindAsync(db, request.Code, clock.Now(), cancel);
            var dossier = await db.Set<ResearchDossier>().IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.Id == handover.Dossier, cancel);
            return new SharedDossierView(handover.WorkspaceKey, handover.Id, dossier.Title, handover.To, dossier.Number, dossier.Text, handover.ReceivedBy, handover.ReceivedAt);
        }
    }
}

/// <summary>The archive behind a handover's code.</summary>
[Internal("Read by whoever received the link, through the public page; a signed-in member asks for the file itself.")]
public sealed record SharedDossierFile([property: MaxLength(60)] string Code) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<SharedDossierFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(SharedDossierFile request, CancellationToken cancel)
        {
            var handover = await HandoverCode.FindAsync(db, request.Code, clock.Now(), cancel);
            var archive = await db.Set<DossierArchive>().IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.Dossier == handover.Dossier, cancel);
            return new FileResult("research.zip", "application/zip", archive.Content);
        }
    }
}

/// <summary>Notes that a handover was opened for the first time, or received by somebody.</summary>
/// <param name="ReceivedBy">Who received it; left out where the page was only opened.</param>
[Internal("Sent by the public page in the name of whoever received the link.")]
public sealed record NoteHandover(Id<Handover> Handover, string? ReceivedBy = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<NoteHandover, Done>
    {
        public async Task<Done> HandleAsync(NoteHandover request, CancellationToken cancel)
        {
            var handover = await db.FindAsync(request.Handover, "handover", cancel);
            Rule.Require(handover.IsOpen(clock.Now()), "handover-ended", "This link has ended or was revoked. Ask whoever sent it for a new one.");
            var dossier = await db.FindAsync(handover.Dossier, "dossier", cancel);
            if (handover.Open(clock.Now()))
            {
                journal.Say($"{handover.To} opened version {dossier.Number} of the research", handover.Brand.Value, handover.Plan.Value, dossier.Id);
            }

            if (request.ReceivedBy is { } name)
            {
                handover.Receive(name, clock.Now());
                journal.Say($"{handover.ReceivedBy} received version {dossier.Number} of the research", handover.Brand.Value, handover.Plan.Value, dossier.Id);
            }

            return Done.It;
        }
    }
}

internal static class HandoverCode
{
    public static async Task<Handover> FindAsync(Db db, string code, Instant now, CancellationToken cancel)
    {
        var hash = Codes.Hash(code);
        var handover = await db.Set<Handover>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancel);
        return handover?.IsOpen(now) == true ? handover : throw new ProblemException(ProblemKind.NotFound, "handover-ended", "This link has ended or was revoked. Ask whoever sent it for a new one.");
    }
}
