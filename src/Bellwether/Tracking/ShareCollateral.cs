using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>
/// Gives the tracked link by which a person sends a piece of collateral, and counts one use. Each person has a link of
/// their own to each piece; what has no address gets a public page. A piece with an unfilled {{variable}} is 422.
/// </summary>
/// <param name="Member">Who sends it; whoever asks unless given.</param>
[Needs(Permission.TakePart)]
public sealed record ShareCollateral(Id<Collateral> Collateral, Id<Member>? Member = null) : ICommand<CollateralShareView>
{
    internal sealed class Handler(Db db, ICurrent current, LinkMaker links, TrackingSums tracked, PublicAddress address, TimeProvider clock, Journal journal) : IHandle<ShareCollateral, CollateralShareView>
    {
        public async Task<CollateralShareView> HandleAsync(ShareCollateral request, CancellationToken cancel)
        {
            var item = await db.FindAsync(request.Collateral, "piece of collateral", cancel);
            Rule.Require(item.ArchivedAt is null, "collateral-archived", "It is archived. Restore it first.");
            var gaps = PostVariables.Find($"{item.Title} {item.Text}");
            Rule.Require(gaps.Count == 0, "variable-unfilled", $"{string.Join(" and ", gaps.Select(PostVariables.Written))} {(gaps.Count == 1 ? "has" : "have")} no value. Write what belongs there before anybody sees it.", "text");
            var key = request.Member ?? (current.MemberKey is { } own ? new Id<Member>(own) : throw Rule.Broken("member-missing", "Say who sends it.", "member"));
            var member = await db.FindAsync(key, "member", cancel);
            var share = await db.Set<CollateralShare>().FirstOrDefaultAsync(row => row.Collateral == item.Id && row.Member == member.Id, cancel);
            TrackedLink link;
            if (share is null)
            {
                var brand = await db.FindAsync(item.Brand, "brand", cancel);
                var target = item.Link ?? $"{address.Base}/p/proof/{item.OpenPage()}";
                // Tags travel in the open: they name the piece, never the person.
                var slug = CampaignTags.Slug(item.Title);
                var tags = CampaignTags.Of("sales", "referral", "collateral", slug.Length == 0 ? null : slug[..Math.Min(slug.Length, CampaignTags.Longest)]);
                link = await links.MakeAsync(brand, target, tags, new LinkPlace(Plan: item.Plan?.ToString()), passClickId: null, code: null, cancel);
                link.Name($"{item.Title[..Math.Min(item.Title.Length, 140)]}, sent by {member.Name[..Math.Min(member.Name.Length, 45)]}");
                db.Add(share = new CollateralShare(item, member.Id, link.Id));
                journal.Say($"took a link to “{item.Title}” for {member.Name}", item.Brand.Value, item.Plan?.Value, item.Id);
            }
            else
            {
                link = await db.FindAsync(share.Link, "link", cancel);
                journal.Say($"used “{item.Title}” again", item.Brand.Value, item.Plan?.Value, item.Id);
            }

            share.Use(clock.Now());
            var opened = (await tracked.EverAsync([link.Id], cancel)).GetValueOrDefault(link.Id);
            return new CollateralShareView(item.Id, member.Id, member.Name, address.Short(link.Code, link.Host), share.Uses, opened, share.LastUsedAt);
        }
    }
}
