using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>
/// Lets a post say again what it said in an earlier version. It is a change like any other: an approval is void, and the
/// version it replaces stays. Accounts that are gone since are left out.
/// </summary>
[Needs(Permission.WritePosts)]
public sealed record RestorePostVersion(Id<Post> Post, int Number, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal, Scheduling scheduling) : IHandle<RestorePostVersion, PostView>
    {
        public async Task<PostView> HandleAsync(RestorePostVersion request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var version = Rule.Found(await db.Set<PostVersion>().AsNoTracking().FirstOrDefaultAsync(row => row.Post == post.Id && row.Number == request.Number, cancel), "version");
            var accounts = version.Wording.Variants.Select(variant => variant.Account).ToList();
            var there = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == post.Brand && account.ArchivedAt == null && accounts.Contains(account.Id)).Select(account => account.Id).ToListAsync(cancel);
            post.Write(version.Wording.Title, version.Wording.Text);
            post.Tell([.. version.Wording.Variants.Where(variant => there.Contains(variant.Account)).Select(variant => new VariantDraft(variant.Account, variant.Network, variant.Text, variant.Media, variant.Link, FirstComment: variant.FirstComment, Options: variant.Options))]);
            var note = await scheduling.AfterChangeAsync(post, cancel);
            journal.Say($"brought version {version.Number} of “{post.Title}” back{note}", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
