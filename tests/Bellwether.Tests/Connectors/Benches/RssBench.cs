using System.Text.RegularExpressions;
using Bellwether.Audits;
using Bellwether.Connectors.Rss;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A feed that the program serves itself: what people see is what is stored.</summary>
public sealed partial class RssBench : NetworkBench
{
    private World world = null!;
    private Id<SocialAccount> account;

    public override string Network => "rss";

    public override IReadOnlyDictionary<string, string> Fields => Typed(("title", "News from Taco Loco"));

    public override bool HasWeather => false;

    public override bool RepeatIsHarmless => true;

    public override string Refused => "";

    public override IServiceProvider? Services => world.Services;

    protected override string AccountKey => account.ToString();

    public override Task<IReadOnlyList<SeenPost>> SeenAsync() => world.SeeAsync<IReadOnlyList<SeenPost>>(async db =>
    {
        var pictures = await db.Set<FeedPicture>().OrderBy(picture => picture.Place).ToListAsync();
        return
        [
            .. (await db.Set<FeedEntry>().OrderBy(entry => entry.PublishedAt).ToListAsync()).Select(entry => new SeenPost(
                entry.Key, System.Net.WebUtility.HtmlDecode(Tags().Replace(entry.Html, "")), [.. pictures.Where(picture => picture.Entry == entry.Id).Select(picture => picture.Alt)])),
        ];
    });

    public override Task EndCredentialsAsync() => world.SeeAsync(async db =>
    {
        db.Remove(await db.Set<SocialAccount>().AsTracking().SingleAsync(row => row.Id == account));
        await db.SaveAsync(TestContext.Current.CancellationToken);
        return 0;
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    protected override async Task<FaultyFront> OpenAsync()
    {
        world = await World.OnAsync(DatabaseKind.Sqlite, services => services.AddSingleton(Rules));
        account = (await world.RunAsync(new AddSocialAccount(world.Brand, "rss", "news", Purpose: "News"))).Id;
        return await FaultyFront.StartAsync(_ => false, _ => Task.CompletedTask);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
