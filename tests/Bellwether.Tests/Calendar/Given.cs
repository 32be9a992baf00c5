using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>What calendar tests start from. The world's clock stands at Thu 26 Mar 2026, 09:00 in Berlin.</summary>
internal static class Given
{
    public static readonly LocalDateTime Monday = new(2026, 3, 30, 10, 0);

    public static async Task<Id<SocialAccount>> AccountAsync(this World world, string network, string handle = "tacoloco") =>
        (await world.RunAsync(new AddSocialAccount(world.Brand, network, handle, Purpose: "News"))).Id;

    public static async Task<PostView> PostAsync(this World world, string text = "Tacos for ten euros at noon", LocalDateTime? at = null, params Id<SocialAccount>[] accounts) =>
        await world.RunAsync(new AddPost(world.Brand, null, text, [.. accounts.Select(account => new Told(account))], Unguided: true, At: at));

    /// <summary>The events stored so far, in order.</summary>
    public static async Task<List<IEvent>> EventsAsync(this World world)
    {
        var rows = await world.SeeAsync(db => db.Set<OutboxEvent>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        return [.. rows.Select(row => row.Read()).OfType<IEvent>()];
    }
}
