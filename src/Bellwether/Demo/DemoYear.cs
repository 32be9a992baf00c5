using Bellwether.Calendar;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>Fills the demo's past: posts that went out, numbers that grew, clicks and orders, and a few posts ahead. The same every time.</summary>
[Scoped]
public sealed class DemoYear(Db db, Runner runner, ICurrent current, TimeProvider clock, DatabaseAddress address)
{
    private static readonly string[] Dishes = ["Tacos al pastor", "Quesadilla with mushrooms", "Burrito with slow beef", "Fish tacos, lime and coriander", "Black bean bowl", "Chicken tinga", "Elote from the grill"];
    private static readonly string[] Places = ["the market square", "the old station", "the library", "the river bridge", "the university gate"];

    internal async Task<(int Posts, int Numbers, int Clicks)> FillAsync(DemoScene scene, DemoSize size, CancellationToken cancel)
    {
        // Seeded, so that screenshots and tests see the same year.
        var chance = new Random(20_261_122);
        var days = Enumerable.Range(0, Period.DaysBetween(scene.From, scene.Today)).Select(day => scene.From.PlusDays(day)).ToList();
        var published = await PostsAsync(scene, size, days, chance, cancel);
        var clicks = await ClicksAsync(scene, published, chance, cancel);
        var numbers = await NumbersAsync(scene, days, published, chance, cancel);
        return (published.Count, numbers, clicks);
    }

    private async Task<List<(Post Post, TrackedLink Link)>> PostsAsync(DemoScene scene, DemoSize size, List<LocalDate> days, Random chance, CancellationToken cancel)
    {
        var published = new List<(Post, TrackedLink)>();
        var zone = scene.Brand.Zone;
        foreach (var day in days.Concat(Enumerable.Range(0, 21).Select(ahead => scene.Today.PlusDays(ahead))).Where(day => Posts(day, size)))
        {
            for (var n = 0; n < (size == DemoSize.Full ? 3 : 1); n++)
            {
                var meant = day.At(new LocalTime(10 + (n * 3), 15 * chance.Next(3)));
                var (post, link) = Write(scene, meant, chance);
                var at = Clock.Resolve(meant, zone);
                var slot = new Slot(meant, zone.Id, at);
                post.MoveTo(slot, at - Duration.FromDays(30));
                if (at < clock.Now())
                {
                    post.Submit(current.MemberKey);
                    post.Approve(current.MemberKey, fourEyes: false, at - Duration.FromDays(2));
                    post.Schedule(at - Duration.FromDays(2));
                    post.Follow([PublicationOutcome.Confirmed]);
                    published.Add((post, link));
                    db.AddRange(Out(scene, post, at));
                }
                else if (chance.Next(3) > 0)
                {
                    // Ahead of today a part waits for approval and the rest is still being written.
                    post.Submit(current.MemberKey);
                }

                post.CreatedAt = at - Duration.FromDays(5);
                db.AddRange(post, link);
            }
        }

        await db.SaveAsync(cancel);
        return published;
    }

    /// <summary>The post as it stands on each account since then.</summary>
    private static IEnumerable<Publication> Out(DemoScene scene, Post post, Instant at)
    {
        foreach (var variant in post.Variants)
        {
            var publication = new Publication(scene.Brand.Id, scene.Plan.Id, post.Id, new PlannedVariant(variant.Id, variant.Account, variant.Network), at, paused: false);
            publication.Miss("Posted by hand.");
            publication.ConfirmByHand(variant.Network == "bluesky" ? $"https://bsky.app/profile/tacoloco.example/post/{variant.Id}" : null, at + Duration.FromMinutes(1));
            yield return publication;
        }
    }

    private static bool Posts(LocalDate day, DemoSize size) =>
        size == DemoSize.Full ? day.DayOfWeek != IsoDayOfWeek.Sunday : day.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Wednesday or IsoDayOfWeek.Friday;

    private (Post Post, TrackedLink Link) Write(DemoScene scene, LocalDateTime meant, Random chance)
    {
        var dish = Dishes[chance.Next(Dishes.Length)];
        var place = Places[chance.Next(Places.Length)];
        var goal = scene.Goals[chance.Next(scene.Goals.Count)];
        var code = "demo" + meant.ToString("yyMMddHH", System.Globalization.CultureInfo.InvariantCulture);
        var text = $"Today at {place}, from half past eleven until three: {dish}. What would you add to it?\nhttps://tacoloco.example/menu";
        var post = new Post(scene.Brand.Id, $"{dish} at {place}", text, current.MemberKey);
        post.Serve(scene.Plan.Id, goal.Id, unguided: false, null, null);
        post.Tell(
        [
            new VariantDraft(scene.Bluesky.Id, "bluesky", null, [], "https://tacoloco.example/menu"),
            new VariantDraft(scene.Instagram.Id, "instagram", $"{dish}, fresh from the griddle.\nYou find us at {place} until three. Tag whom you bring along.", [], null),
        ]);
        var variant = post.Variants[0].Id.ToString();
        var tags = CampaignTags.Of("bluesky", "social", "lunch", variant, null);
        var link = new TrackedLink(scene.Brand.Id, code, "https://tacoloco.example/menu", tags, scene.Brand.OwnHosts,
            new LinkPlace(scene.Plan.Id.ToString(), post.Id.ToString(), variant, scene.Channel.Id.ToString(), scene.Bluesky.Id.ToString(), goal.Id.ToString(), "lunch"), passClickId: false, clock.Now());
        return (post, link);
    }

    private async Task<int> ClicksAsync(DemoScene scene, List<(Post Post, TrackedLink Link)> published, Random chance, CancellationToken cancel)
    {
        var batch = new ClickBatch();
        for (var i = 0; i < published.Count; i++)
        {
            var (post, link) = published[i];
            // Attention grows over the year and dies down within two days of each post.
            var many = 4 + (i * 14 / Math.Max(1, published.Count)) + chance.Next(9);
            for (var n = 0; n < many; n++)
            {
                var at = post.DueAt!.Value + Duration.FromMinutes(Math.Pow(chance.NextDouble(), 3) * 2880);
                var bot = chance.Next(9) == 0;
                batch.Rows.Add(new ClickRow(
                    Guid.CreateVersion7(at.ToDateTimeOffset()), scene.Brand.WorkspaceKey, scene.Brand.Id.Value, link.Id.Value, at.ToUnixTimeTicks(), chance.NextInt64(), !bot,
                    bot ? null : "bsky.app", bot ? ChannelGroup.Direct : ChannelGroup.OrganicSocial, chance.Next(4) == 0 ? DeviceClass.Desktop : DeviceClass.Phone, bot ? HitOutcome.Bot : HitOutcome.Counted));
            }

            if (chance.Next(3) == 0)
            {
                Order(scene, post, link, i, chance);
            }
        }

        await db.SaveAsync(cancel);
        await using var log = ClickLog.On(address);
        await log.WriteAsync(batch, cancel);
        return batch.Rows.Count;
    }

    private void Order(DemoScene scene, Post post, TrackedLink link, int number, Random chance)
    {
        var value = Money.Of(9 + chance.Next(40), scene.Brand.Currency);
        var order = new Conversion(scene.Brand.Id, $"demo-{number}", "sale", value, post.DueAt!.Value + Duration.FromHours(1 + chance.Next(5)), null);
        order.Match(new Credit(MatchedBy.Link, null, link.Id, null, link.Place));
        db.Add(order);
    }

    private async Task<int> NumbersAsync(DemoScene scene, List<LocalDate> days, List<(Post Post, TrackedLink Link)> published, Random chance, CancellationToken cancel)
    {
        var rows = new List<ObservationEntry>();
        var posted = published.Select(one => one.Post.Meant!.Value.Date).ToHashSet();
        decimal followers = 1180;
        foreach (var day in days)
        {
            followers += (posted.Contains(day) ? 4 : 1) + chance.Next(3);
            var weekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
            rows.Add(new ObservationEntry("followers", scene.Bluesky.Id.ToString(), day, Value: followers));
            rows.Add(new ObservationEntry("impressions", scene.Bluesky.Id.ToString(), day, Value: (posted.Contains(day) ? 900 : 250) + chance.Next(200)));
            rows.Add(new ObservationEntry("likes", scene.Bluesky.Id.ToString(), day, Value: posted.Contains(day) ? 18 + chance.Next(25) : chance.Next(4)));
            rows.Add(new ObservationEntry("sessions_social", scene.Brand.Id.ToString(), day, Value: (weekend ? 4 : 11) + (posted.Contains(day) ? 9 : 0) + chance.Next(5)));
            rows.Add(new ObservationEntry("posts_published", scene.Brand.Id.ToString(), day, Value: posted.Contains(day) ? 1 : 0));
        }

        foreach (var some in rows.Chunk(5000))
        {
            await runner.RunAsync(new RecordObservations(scene.Brand.Id, some, "demo"), asker => asker.Become(current), cancel);
        }

        return rows.Count;
    }
}
