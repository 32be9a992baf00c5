using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Writes post templates once everything they name is found in the same brand.</summary>
[Scoped]
public sealed class TemplateDesk(Db db, PostIntent intent)
{
    /// <summary>404 for an account or a channel of another brand.</summary>
    internal async Task WriteAsync(PostTemplate template, string name, string? text, IReadOnlyList<TemplateTelling> tellings, PostingTime time, TemplateExpiry? expiry, CancellationToken cancel)
    {
        foreach (var told in tellings)
        {
            if (told.Account is { } account)
            {
                Rule.Found(await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == account && row.Brand == template.Brand, cancel), "account");
            }

            if (told.Channel is { } channel)
            {
                Rule.Found(await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == channel && row.Brand == template.Brand, cancel), "channel");
            }
        }

        template.Write(name, text, tellings, time, expiry);
    }

    /// <summary>What its posts are for, by the rules that hold for a post.</summary>
    internal async Task AimAsync(PostTemplate template, Id<Plan>? plan, Id<Goal>? goal, bool unguided, Id<ContentPillar>? theme, CancellationToken cancel)
    {
        var probe = new Post(template.Brand, template.Name, null, null);
        await intent.SetAsync(probe, plan, goal, unguided, null, theme, null, cancel);
        template.Serve(probe.Plan, probe.Goal, probe.Unguided, probe.Theme);
    }
}
