using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>What taking a filling back did.</summary>
/// <param name="Back">How many posts stand again as before, or are gone again.</param>
/// <param name="Kept">How many stay, because they are out or were changed by hand since.</param>
public sealed record UndoneFilling(int Back, int Kept);

/// <summary>
/// Takes a filling of the calendar back: posts it made go to the archive, posts it changed say again what they said, posts
/// it took out return. What is out, or was changed by hand since, stays.
/// </summary>
[Needs(Permission.WritePosts)]
public sealed record UndoFilling(Id<Filling> Filling) : ICommand<UndoneFilling>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, FilledPosts posts) : IHandle<UndoFilling, UndoneFilling>
    {
        public async Task<UndoneFilling> HandleAsync(UndoFilling request, CancellationToken cancel)
        {
            var filling = await db.FindAsync(request.Filling, "filling", cancel);
            var template = await db.FindAsync(filling.Template, "template", cancel);
            var brand = await db.FindAsync(filling.Brand, "brand", cancel);
            filling.Undo(clock.Now());
            var (back, kept) = (0, 0);
            foreach (var filled in await db.Set<FilledPost>().Where(row => row.MadeIn == filling.Id || row.ChangedIn == filling.Id).ToListAsync(cancel))
            {
                var post = await db.Set<Post>().FirstOrDefaultAsync(row => row.Id == filled.Post, cancel);
                var untouched = post is not null && filled.Content.IsSame(FilledContent.Of(post)) && (filled.IsOut ? post.ArchivedAt is not null : post.IsOpen) && post.DueAt > clock.Now();
                if (untouched)
                {
                    await GoBackAsync(filled, post!);
                    back++;
                }
                else
                {
                    kept++;
                }
            }

            journal.Say($"took back a filling of the calendar from “{template.Name}”: {back} back, {kept} kept", brand.Id.Value, template.Plan?.Value, template.Id);
            return new UndoneFilling(back, kept);

            async Task GoBackAsync(FilledPost filled, Post post)
            {
                if (filled.MadeIn == filling.Id)
                {
                    if (post.ArchivedAt is null)
                    {
                        posts.TakeOut(post);
                    }

                    db.Remove(filled);
                }
                else if (filled is { IsOut: false, Before: null })
                {
                    // It had been out of the calendar before this filling put it back.
                    posts.TakeOut(post);
                    filled.TakeOut(filling);
                }
                else
                {
                    post.Restore();
                    if (posts.Change(post, brand, filled.Before!))
                    {
                        await posts.SendOnAsync(post, cancel);
                    }

                    filled.GoBack(post);
                }
            }
        }
    }
}
