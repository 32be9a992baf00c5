using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.People;

/// <summary>Something a member can be limited to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Brand">The id of the brand it belongs to; its own for a brand.</param>
public sealed record SightTarget(string Id, string Brand);

/// <summary>Port: finds a brand or a plan that a member is to be limited to, among those that whoever asks sees.</summary>
[Port]
public interface ISightTargets
{
    /// <summary>The prefix of the ids it knows: “brand”.</summary>
    string Prefix { get; }

    /// <summary>The target, or null when there is no such one to be seen.</summary>
    Task<SightTarget?> FindAsync(string id, CancellationToken cancel);
}

/// <summary>Decides how far members are limited: nobody gives a wider sight than their own, nor changes who has one.</summary>
[Scoped]
public sealed class MemberSight(Db db, ICurrent current, IEnumerable<ISightTargets> targets)
{
    /// <summary>403 for members who do not see every brand.</summary>
    public static void RequireAll(ICurrent current, string why)
    {
        if (current.Sight.IsLimited)
        {
            throw Rule.Forbidden(why);
        }
    }

    /// <summary>A member to be changed: 404 where there is no brand in common, 403 where the member sees more than whoever asks.</summary>
    public async Task<Member> FindAsync(Id<Member> id, CancellationToken cancel)
    {
        var member = await db.FindAsync(id, "member", cancel);
        if (!current.Sight.Meets(member.Sight))
        {
            throw Rule.Missing("member");
        }

        return current.Sight.Covers(member.Sight) ? member : throw Rule.Forbidden($"{member.Name} sees brands that you do not see. Ask somebody who sees all of them.");
    }

    /// <summary>Limits a member to brands and plans; a guest limited to plans sees those plans' brands and no others.</summary>
    public async Task LimitAsync(Member member, IReadOnlyList<string> brands, IReadOnlyList<string> plans, CancellationToken cancel)
    {
        var named = await AllAsync("brand", brands, "onlyBrands", cancel);
        var within = await AllAsync("plan", plans, "onlyPlans", cancel);
        var seen = within.Count == 0 ? named.Select(brand => brand.Id) : within.Select(plan => plan.Brand);
        var strange = within.FirstOrDefault(plan => named.Count > 0 && named.TrueForAll(brand => brand.Id != plan.Brand));
        Rule.Require(strange is null, "plan-of-other-brand", "One of the plans belongs to a brand that is not named. Name its brand too, or leave the plan out.", "onlyPlans");
        member.LimitTo(seen, within.Select(plan => plan.Id));
        Rule.Require(current.Sight.Covers(member.Sight), "sight-too-wide", "You see only some brands yourself. Name the brands among them that this member may see.", "onlyBrands");
    }

    private async Task<List<SightTarget>> AllAsync(string prefix, IReadOnlyList<string> ids, string field, CancellationToken cancel)
    {
        var found = new List<SightTarget>();
        foreach (var id in ids)
        {
            var source = targets.Single(one => one.Prefix == prefix);
            found.Add(await source.FindAsync(id, cancel) ?? throw Rule.Broken($"{prefix}-unknown", $"There is no {prefix} “{id}”. Choose one you see.", field));
        }

        return found;
    }
}
