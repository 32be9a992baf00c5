using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Looks whether the people named in the steps of an approval can do what is asked of them.</summary>
[Scoped]
public sealed class ApprovalPeople(Db db, TimeProvider clock)
{
    /// <summary>Everybody who is named is here and may approve; 422 otherwise.</summary>
    internal async Task MayApproveAsync(IReadOnlyList<ApprovalStep> steps, CancellationToken cancel)
    {
        var named = steps.SelectMany(step => step.Members).Distinct().ToList();
        var known = await db.Set<Member>().AsNoTracking().Where(member => named.Contains(member.Id)).ToListAsync(cancel);
        Rule.Require(known.Count == named.Count, "member-unknown", "Somebody you name is no member here. Choose from the list.", "steps");
        var unable = known.Find(member => !member.Role.May(Permission.ApprovePosts) || !member.IsActive(clock.Now()));
        Rule.Require(unable is null, "member-unable", $"{unable?.Name} may not approve posts. Give them a role that may, or send them a link for review.", "steps");
    }
}
