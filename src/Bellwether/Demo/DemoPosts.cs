using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Returns.Attribution;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>The demo's posts: those that went out, with their clicks and orders, and the queue ahead.</summary>
internal sealed class DemoPosts(DemoStage stage, DemoScene scene, DemoSize size, IClickLog log, Random chance)
{
    private const string Crawler = "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)";

    private const string Menu = "https://tacoloco.example/menu";

    // Short codes are unique over the whole installation; the end of the brand's id tells two demos apart.
    private readonly string code = scene.Brand.Id.ToString()[^5..].ToLowerInvariant();

    private readonly DemoWays ways = new(scene);

    private readonly DemoVisits visits = new();

    /// <summary>How many posts went out on which day.</summary>
    public Dictionary<LocalDate, int> Days { get; } = [];

    public int Published { get; private set; }

    public int Clicks { get; private set; }

    /// <summary>Everything that went out from a day to another one, as it stands afterwards.</summary>
    public async Task PublishAsync(LocalDate from, LocalDate until, CancellationToken cancel)
    {
        var batch = new ClickBatch();
        await stage.StoreAsync(
            async db =>
            {
                await ways.KnowAsync(db, cancel);
                for (var day = from; day <= until; day = day.PlusDays(1))
                {
                    for (var n = 0; n < PerDay(day); n++)
                    {
                        var meant = day.At(new LocalTime(8 + (n * 2), 15 * chance.Next(3)));
                        if (Clock.Resolve(meant, scene.Brand.Zone) < stage.Now)
                        {
                            db.AddRange(GoneOut(meant, batch));
                            Days[day] = Days.GetValueOrDefault(day) + 1;
                            Published++;
                        }
                    }
                }
            },
            cancel);
        await log.WriteAsync(batch, cancel);
        await stage.StoreWithAsync<PathBook>(paths => paths.KeepAsync(ways.TakeOrders(), cancel), cancel);
        Clicks += batch.Rows.Count;
    }

    /// <summary>What lies ahead, by the use cases everybody uses: scheduled, waiting for an approval, half written, and a week without anything.</summary>
    public async Task PlanAheadAsync(CancellationToken cancel)
    {
        var (ana, ben, _) = scene.Cast;
        var soon = stage.Now.InZone(scene.Brand.Zone).LocalDateTime.PlusHours(2);
        var slots = Enumerable.Range(1, 21).Select(ahead => scene.Today.PlusDays(ahead)).Where(day => PerDay(day) > 0 && Period.DaysBetween(scene.Today, day) is < 7 or > 13)
            .Select(day => day.At(new LocalTime(8, 30))).Prepend(scene.Today.At(new LocalTime(soon.Hour, 0))).Where(at => at > soon.PlusHours(-2)).ToList();
        foreach (var (at, place) in slots.Select((at, place) => (at, place)))
        {
            var (title, text, own) = Words();
            var post = await stage.AskAsync(ben, new AddPost(
                scene.Brand.Id, title, text,
                [new Told(scene.Bluesky.Id), new Told(scene.Instagram.Id, own, [new VariantMedia(scene.Pictures[1].Id, scene.Pictures[1].Alt)])],
                scene.Plan, scene.Goals[place % scene.Goals.Count].Id, Theme: scene.Themes[place % scene.Themes.Count].Id, At: at, Campaign: scene.Lunch), cancel);
            if (place == slots.Count - 1)
            {
                continue;
            }

            await stage.AskAsync(ben, new SubmitPost(post.Id), cancel);
            // The first ones are on their way; the later ones wait for whoever approves.
            if (place < 3)
            {
                await stage.AskAsync(ana, new ApprovePost(post.Id), cancel);
                await stage.AskAsync(ben, new SchedulePost(post.Id), cancel);
            }
        }

        await stage.AskAsync(ben, new AddPost(scene.Brand.Id, "What is in the green sauce", "Somebody asked what is in the green sauce. Ana tells, but not everything.", Plan: scene.Plan, Theme: scene.Themes[^1].Id, Unguided: true), cancel);
    }

    private int PerDay(LocalDate day) => size switch
    {
        DemoSize.Full => day.DayOfWeek == IsoDayOfWeek.Sunday ? 0 : 3,
        _ => day.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Wednesday or IsoDayOfWeek.Friday ? 1 : 0,
    };

    private (string Title, string Text, string Own) Words()
    {
        var dish = DemoTexts.Dishes[chance.Next(DemoTexts.Dishes.Length)];
        var place = DemoTexts.Places[chance.Next(DemoTexts.Places.Length)];
        var question = DemoTexts.Questions[chance.Next(DemoTexts.Questions.Length)];
        return ($"{dish} at {place}", $"Today at {place}, from half past eleven until three: {dish}. {question}\n{Menu}", $"{dish}, fresh from the griddle.\nYou find us at {place} until three. {question}");
    }

    private IEnumerable<Entity> GoneOut(LocalDateTime meant, ClickBatch batch)
    {
        var (ana, ben, _) = scene.Cast;
        var (title, text, own) = Words();
        var goal = scene.Goals[chance.Next(scene.Goals.Count)].Id;
        var slot = Slot.Of(meant, scene.Brand.Zone);
        var post = new Post(scene.Brand.Id, title, text, ben.Id.Value) { CreatedAt = slot.At - Duration.FromDays(5) };
        post.Serve(scene.Plan, goal, unguided: false, null, scene.Themes[chance.Next(scene.Themes.Count)].Id, scene.Lunch);
        post.Tell(
        [
            new VariantDraft(scene.Bluesky.Id, "bluesky", null, [], null),
            new VariantDraft(scene.Instagram.Id, "instagram", own, [new VariantMedia(scene.Pictures[0].Id, scene.Pictures[0].Alt)], null),
        ]);
        post.MoveTo(slot, post.CreatedAt);
        post.Submit(ben.Id.Value);
        post.Approve(ana.Id.Value, fourEyes: false, slot.At - Duration.FromDays(3));
        post.Schedule(slot.At - Duration.FromDays(3));
        var (bluesky, instagram) = (post.Variants[0], post.Variants[1]);
        var link = new TrackedLink(
            scene.Brand.Id, code + meant.ToString("yyMMddHH", CultureInfo.InvariantCulture), Menu, CampaignTags.Of("bluesky", "social", "lunch", bluesky.Id.ToString(), null), scene.Brand.OwnHosts,
            new LinkPlace(scene.Plan.ToString(), post.Id.ToString(), bluesky.Id.ToString(), scene.Channel.ToString(), scene.Bluesky.Id.ToString(), goal.ToString(), scene.Lunch.ToString()), passClickId: false, stage.Present)
        { CreatedAt = slot.At - Duration.FromDays(3) };
        // What was sent reads as it would have been: with a short address.
        bluesky.LinkAs(text.Replace(Menu, $"https://go.tacoloco.example/{link.Code}", StringComparison.Ordinal), null, null);
        post.Follow([PublicationOutcome.Confirmed]);
        var orders = Attention(post, link, slot.At, batch);
        return [post, link, Out(post, bluesky, slot.At), ByHand(post, instagram, slot.At), .. orders];
    }

    private Publication Out(Post post, Variant variant, Instant at)
    {
        var publication = new Publication(scene.Brand.Id, scene.Plan, post.Id, new PlannedVariant(variant.Id, variant.Account, variant.Network), at, paused: false) { CreatedAt = at - Duration.FromDays(3) };
        publication.Claim(at);
        publication.Prepare();
        publication.Arm(new PlannedCall(variant.Id.ToString(), "{}", at));
        publication.Send();
        publication.Confirm(new RemotePost($"demo-{variant.Id}", $"https://bsky.app/profile/tacoloco.example/post/{variant.Id.ToString()[^8..]}"), new PartCount(1, 1), at + Duration.FromSeconds(2));
        return publication;
    }

    private Publication ByHand(Post post, Variant variant, Instant at)
    {
        var publication = new Publication(scene.Brand.Id, scene.Plan, post.Id, new PlannedVariant(variant.Id, variant.Account, variant.Network), at, paused: false) { CreatedAt = at - Duration.FromDays(3) };
        publication.Ask(ErrorKind.PermissionMissing, "This account is not connected; post it by hand.");
        publication.ConfirmByHand($"https://instagram.com/p/{variant.Id.ToString()[^8..]}", at + Duration.FromMinutes(6));
        return publication;
    }

    /// <summary>Clicks and orders: attention grows over the year and dies down within two days of each post.</summary>
    private List<Conversion> Attention(Post post, TrackedLink link, Instant at, ClickBatch batch)
    {
        var age = Period.DaysBetween(scene.From, at.InZone(scene.Brand.Zone).Date);
        var many = 5 + (age * 15 / 365) + chance.Next(9);
        for (var n = 0; n < many; n++)
        {
            var when = Instant.Min(at + Duration.FromMinutes(Math.Pow(chance.NextDouble(), 3) * 2880), stage.Now);
            var bot = chance.Next(9) == 0;
            var click = new ClickRow(
                Guid.CreateVersion7(when.ToDateTimeOffset()), scene.Brand.WorkspaceKey, scene.Brand.Id.Value, link.Id.Value, when.ToUnixTimeTicks(), chance.NextInt64(), !bot,
                bot ? null : "bsky.app", bot ? ChannelGroup.Direct : ChannelGroup.OrganicSocial, chance.Next(4) == 0 ? DeviceClass.Desktop : DeviceClass.Phone, bot ? HitOutcome.Bot : HitOutcome.Counted, bot ? Crawler : null);
            batch.Rows.Add(click);
            visits.After(click, batch);
        }

        var orders = new List<Conversion>();
        for (var n = chance.Next(age > 150 ? 4 : 2); n > 0; n--)
        {
            var value = Money.Of(28 + chance.Next(90), scene.Brand.Currency);
            var ordered = Instant.Min(at + Duration.FromMinutes(40 + chance.Next(240)), stage.Now);
            orders.Add(ways.Order($"demo-{link.Code}-{n}", value, ordered, $"office-{1 + chance.Next(16)}", link, batch));
        }

        return orders;
    }
}
