using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Reminds those who keep a post waiting, in every workspace where one waits.</summary>
[Single]
public sealed class ApprovalWatch(Rounds rounds)
{
    public Task<int> RunAsync(CancellationToken cancel) =>
        rounds.SendAsync(
            db => db.Set<Post>().IgnoreQueryFilters().IgnoreAutoIncludes().Where(post => post.Status == PostStatus.InReview && post.ArchivedAt == null).Select(post => post.WorkspaceKey),
            new RemindReviewers(), reminded => reminded.Count, cancel);
}
