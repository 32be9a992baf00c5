using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Reads how far approvals are, and takes a yes.</summary>
[Scoped]
public sealed class ApprovalDesk(Db db, TimeProvider clock, Scheduling scheduling, Prechecker prechecker)
{
    /// <summary>How far a post's approval is.</summary>
    public async Task<ApprovalFlow> FlowAsync(Post post, CancellationToken cancel)
    {
        var rules = await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel);
        var given = await db.Set<Approval>().AsNoTracking().Where(row => row.Post == post.Id && row.Revision == post.Revision).ToListAsync(cancel);
        return ApprovalFlow.Of(rules, post, [.. given, .. db.Set<Approval>().Local.Where(row => row.Post == post.Id)], Able(post, await MembersAsync(cancel)));
    }

    /// <summary>Everybody of the workspace with a role that may approve.</summary>
    internal async Task<List<Member>> MembersAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        return [.. (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Where(member => member.IsActive(now) && member.Role.May(Permission.ApprovePosts))];
    }

    internal static List<Id<Member>> Able(Post post, IEnumerable<Member> members) =>
        [.. members.Where(member => member.Sight.Covers(post.Brand.Value) && (post.Plan is not { } plan || member.Sight.CoversPlan(plan.Value))).Select(member => member.Id)];

    /// <summary>Takes a member's yes to the step it waits at; says whether that was the last one. 403 for who is not asked.</summary>
    internal async Task<(bool Last, string Step)> SayYesAsync(Post post, Id<Member>? member, string by, string? note, CancellationToken cancel)
    {
        var rules = await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel);
        if (rules.FourEyes && member is { } self && (self.Value == post.Author || self.Value == post.SubmittedBy))
        {
            throw Rule.Forbidden("This brand asks for four eyes: somebody else than the author approves. Ask a colleague who may.");
        }

        var flow = await FlowAsync(post, cancel);
        var step = flow.Current;
        if (step is { Outside: true })
        {
            throw Rule.Conflict("waits-outside", $"The step “{step.Name}” waits for somebody outside. Send them a link for review.");
        }

        if (step is not null && member is { } asked && !step.WaitsFor.Contains(asked))
        {
            throw Rule.Forbidden(step.Given.Count > 0 ? "You said yes to this already; it waits for somebody else." : $"The step “{step.Name}” waits for somebody else. Ask one of them.");
        }

        var name = step?.Name ?? "";
        db.Add(new Approval(post, name, member, null, by, note));
        // The program itself, asked by nobody, counts for the step it is at.
        return (member is null || (await FlowAsync(post, cancel)).Current is null, name);
    }

    /// <summary>The whole approval is there: it goes out at its slot, if it has one ahead and nothing stands against it. Gives what stands against it.</summary>
    internal async Task<string?> ApproveFromOutsideAsync(Post post, CancellationToken cancel)
    {
        var now = clock.Now();
        post.Approve(null, fourEyes: false, now);
        post.BindApproval();
        if (post.DueAt is not { } due)
        {
            return null;
        }

        if (due <= now)
        {
            return "Its slot has passed. Choose another time.";
        }

        var findings = await prechecker.CheckAsync(post, post.Id, now, cancel);
        if (findings.FirstOrDefault(finding => finding.Blocks) is { } blocks)
        {
            return blocks.Message;
        }

        await scheduling.ScheduleAsync(post, now, null, cancel);
        return null;
    }
}
