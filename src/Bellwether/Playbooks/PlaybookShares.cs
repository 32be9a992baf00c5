using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Playbooks;

/// <summary>A share link as it is listed: never its code.</summary>
public sealed record PlaybookShareView(Id<PlaybookShare> Id, string Name, bool Open, Instant CreatedAt, Instant? Until, Instant? RevokedAt)
{
    public static PlaybookShareView Of(PlaybookShare share, Instant now) => new(share.Id, share.Name, share.IsOpen(now), share.CreatedAt, share.Until, share.RevokedAt);
}

/// <summary>A share link just made.</summary>
/// <param name="Path">The address of the page on this server; shown this once.</param>
public sealed record NewPlaybookShare(PlaybookShareView Share, string Path);

/// <summary>Makes a link by which people without a sign-in read the playbook as it stands; it ends after some days, or never.</summary>
/// <param name="Name">For whom it is, to tell links apart.</param>
/// <param name="Days">After how many days it ends; absent means it stays until revoked.</param>
[Needs(Permission.RunPlan)]
public sealed record SharePlaybook(Id<Plan> Plan, string Name, [property: Range(1, 3660)] int? Days = null) : ICommand<NewPlaybookShare>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<SharePlaybook, NewPlaybookShare>
    {
        public async Task<NewPlaybookShare> HandleAsync(SharePlaybook request, CancellationToken cancel)
        {
            var plan = await db.FindAsync(request.Plan, "plan", cancel);
            var code = Codes.New();
            var now = clock.Now();
            var share = new PlaybookShare(plan, request.Name, Codes.Hash(code), request.Days is { } days ? now + Duration.FromDays(days) : null);
            db.Add(share);
            journal.Say($"shared the playbook with {share.Name} by a link", plan.Brand.Value, plan.Id.Value, share.Id);
            return new NewPlaybookShare(PlaybookShareView.Of(share, now) with { CreatedAt = now }, $"/p/playbook/{code}");
        }
    }
}

/// <summary>The share links of a plan's playbook, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record PlaybookShareList(Id<Plan> Plan) : IQuery<IReadOnlyList<PlaybookShareView>>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<PlaybookShareList, IReadOnlyList<PlaybookShareView>>
    {
        public async Task<IReadOnlyList<PlaybookShareView>> HandleAsync(PlaybookShareList request, CancellationToken cancel)
        {
            var plan = await db.FindAsync(request.Plan, "plan", cancel);
            var shares = await db.Set<PlaybookShare>().AsNoTracking().Where(share => share.Plan == plan.Id).OrderByDescending(share => share.CreatedAt).ToListAsync(cancel);
            return [.. shares.Select(share => PlaybookShareView.Of(share, clock.Now()))];
        }
    }
}

/// <summary>Ends a share link at once.</summary>
[Needs(Permission.RunPlan)]
public sealed record RevokePlaybookShare(Id<PlaybookShare> Share) : ICommand<PlaybookShareView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<RevokePlaybookShare, PlaybookShareView>
    {
        public async Task<PlaybookShareView> HandleAsync(RevokePlaybookShare request, CancellationToken cancel)
        {
            var share = await db.FindAsync(request.Share, "share link", cancel);
            share.Revoke(clock.Now());
            journal.Say($"revoked the playbook link of {share.Name}", plan: share.Plan.Value, subject: share.Id);
            return PlaybookShareView.Of(share, clock.Now());
        }
    }
}

/// <summary>The playbook behind a share link's code, or 404 when the link is unknown, ended or revoked.</summary>
[Internal("Read by whoever has the link, through the public page; a signed-in member asks for the playbook itself.")]
public sealed record SharedPlaybook(string Code) : IQuery<PlaybookDocument>
{
    internal sealed class Handler(Db db, Runner runner, TimeProvider clock) : IHandle<SharedPlaybook, PlaybookDocument>
    {
        public async Task<PlaybookDocument> HandleAsync(SharedPlaybook request, CancellationToken cancel)
        {
            var hash = Codes.Hash(request.Code);
            var share = await db.Set<PlaybookShare>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancel);
            if (share is null || !share.IsOpen(clock.Now()))
            {
                throw new ProblemException(ProblemKind.NotFound, "share-closed", "This link has ended or was revoked. Ask whoever sent it for a new one.");
            }

            return await runner.RunAsync(new Playbook(share.Plan), current => current.BecomePublic(share.WorkspaceKey), cancel);
        }
    }
}
