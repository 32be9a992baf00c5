using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Leaves one day of a series out: its post goes to the archive and does not come again. One that is out is 409.</summary>
[Needs(Permission.WritePosts)]
public sealed record SkipOccurrence(Id<PostSeries> Series, LocalDate Day) : ICommand<PostView>
{
    internal sealed class Handler(Db db, SeriesDesk desk, FilledPosts posts, Journal journal) : IHandle<SkipOccurrence, PostView>
    {
        public async Task<PostView> HandleAsync(SkipOccurrence request, CancellationToken cancel)
        {
            var (series, brand, _) = await desk.FindAsync(request.Series, cancel);
            var row = Rule.Found(await db.Set<SeriesPost>().FirstOrDefaultAsync(one => one.Series == series.Id && one.Day == request.Day, cancel), "day of this series");
            var post = await db.FindAsync(row.Post, "post", cancel);
            if (!post.IsOpen)
            {
                throw Rule.Conflict("post-closed", post.ArchivedAt is null ? $"It is {PostMoves.Words(post.Status)} and cannot be left out any more." : "It is in the archive already.");
            }

            posts.TakeOut(post);
            row.Skip();
            journal.Say($"left “{post.Title}” out on {request.Day:ddd d MMM}", brand.Id.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}

/// <summary>Takes a day of a series that was left out back in, as a draft; the undo of leaving it out.</summary>
[Needs(Permission.WritePosts)]
public sealed record TakeOccurrence(Id<PostSeries> Series, LocalDate Day) : ICommand<PostView>
{
    internal sealed class Handler(Db db, SeriesDesk desk, FilledPosts sending, Journal journal) : IHandle<TakeOccurrence, PostView>
    {
        public async Task<PostView> HandleAsync(TakeOccurrence request, CancellationToken cancel)
        {
            var (series, brand, _) = await desk.FindAsync(request.Series, cancel);
            var row = Rule.Found(await db.Set<SeriesPost>().FirstOrDefaultAsync(one => one.Series == series.Id && one.Day == request.Day && one.Skipped, cancel), "day that was left out");
            var post = await db.FindAsync(row.Post, "post", cancel);
            post.Restore();
            row.Return();
            if (series.SendOn)
            {
                await sending.SendOnAsync(post, cancel);
            }

            journal.Say($"took “{post.Title}” on {request.Day:ddd d MMM} back in", brand.Id.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
