using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Content that a plan or one of its channels avoids.</summary>
/// <param name="Account">The account it is avoided on; null for every one.</param>
/// <param name="Of">Whose list it stands on.</param>
public sealed record AvoidedContent(string Term, Id<SocialAccount>? Account, string Of);

/// <summary>What a post's words are held against.</summary>
/// <param name="Brand">The brand's words.</param>
/// <param name="Content">Content that the plan or a channel avoids.</param>
/// <param name="Dreams">Claims without a proof.</param>
public sealed record PostWords(BrandWords Brand, IReadOnlyList<AvoidedContent> Content, IReadOnlyList<string> Dreams)
{
    /// <summary>Nothing is held against them.</summary>
    public static PostWords None { get; } = new(BrandWords.None, [], []);
}

/// <summary>Gathers what a post's words are held against: of its plan, or of every open plan of the brand while it belongs to none.</summary>
[Scoped]
public sealed class PostWordBook(Db db)
{
    public async Task<PostWords> OfAsync(Post post, Brand brand, CancellationToken cancel)
    {
        var plans = post.Plan is { } plan ? [plan] : await db.Set<Plan>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Status != PlanStatus.Closed).Select(row => row.Id).ToListAsync(cancel);
        var positions = await db.Set<Positioning>().AsNoTracking().Where(row => plans.Contains(row.Plan)).ToListAsync(cancel);
        var channels = await db.Set<Channel>().AsNoTracking().Where(row => plans.Contains(row.Plan) && row.Account != null && row.Status == ChannelStatus.Active).ToListAsync(cancel);
        var claims = await db.Set<Claim>().AsNoTracking().Where(row => plans.Contains(row.Plan)).ToListAsync(cancel);
        var content = positions.SelectMany(position => (position.Guide.Avoid ?? []).Select(term => new AvoidedContent(term, null, "the plan")))
            .Concat(channels.SelectMany(channel => (channel.Guide.Avoid ?? []).Select(term => new AvoidedContent(term, channel.Account, "this channel"))));
        return new PostWords(brand.Words, [.. content], [.. claims.Where(claim => claim.IsDream).Select(claim => claim.Text)]);
    }
}
