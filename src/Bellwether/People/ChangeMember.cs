using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.People;

/// <summary>Changes a member's name, role, what they see, or their end date; what is not given stays.</summary>
/// <param name="OnlyBrands">Ids of the brands they may see; an empty list means every brand.</param>
/// <param name="OnlyPlans">Ids of the plans a guest may see; an empty list means every plan of the brands.</param>
/// <param name="Until">The last day of access.</param>
/// <param name="Firm">The firm a guest works for; blank is none.</param>
/// <param name="NoEnd">Takes the last day away: access has no end any more.</param>
[Needs(Permission.Administer)]
public sealed record ChangeMember(
    Id<Member> Member, string? Name = null, Role? Role = null, IReadOnlyList<string>? OnlyBrands = null, IReadOnlyList<string>? OnlyPlans = null,
    LocalDate? Until = null, bool NoEnd = false, string? Firm = null, int? IfVersion = null)
    : ICommand<MemberView>, IExpectsVersion, IChecked
{
    /// <inheritdoc />
    public IEnumerable<FieldProblem> Check() => NoEnd && Until is not null ? [new FieldProblem("until", "Give a last day or take it away, not both.")] : [];

    internal sealed class Handler(Db db, ICurrent current, MemberSight sight, TimeProvider clock, Journal journal) : IHandle<ChangeMember, MemberView>
    {
        public async Task<MemberView> HandleAsync(ChangeMember request, CancellationToken cancel)
        {
            var member = await sight.FindAsync(request.Member, cancel);
            member.Expect(request.IfVersion);
            if (request.Role is { } role && role != member.Role)
            {
                Rule.Require((role != People.Role.Owner && member.Role != People.Role.Owner) || current.May(Permission.Own), "owner-by-owner", "Only an owner can make or unmake an owner.", "role");
                await LastOwner.GuardAsync(db, member, cancel);
                member.Become(role);
            }

            if (request.Name is not null)
            {
                member.Rename(request.Name);
            }

            if (request.Role is not null || request.OnlyBrands is not null || request.OnlyPlans is not null)
            {
                // A guest's brands follow from the plans, so they are only kept where no plans are named.
                var plans = request.OnlyPlans ?? member.OnlyPlans;
                await sight.LimitAsync(member, request.OnlyBrands ?? (plans.Count > 0 || member.OnlyPlans.Count > 0 && request.OnlyPlans is null ? [] : member.OnlyBrands), plans, cancel);
            }

            member.WorkFor(request.Firm ?? (member.Role == People.Role.Guest ? member.Firm : null));
            member.StayUntil(request.NoEnd ? null : request.Until ?? member.Until);
            journal.Say($"changed the member {member.Name} ({member.Role})", subject: member.Id);
            return MemberView.Of(member, clock.Now());
        }
    }
}

/// <summary>Ends a member's access; what they did stays, and they can be brought back.</summary>
[Needs(Permission.Administer)]
public sealed record EndMembership(Id<Member> Member) : ICommand<MemberView>
{
    internal sealed class Handler(Db db, ICurrent current, MemberSight sight, TimeProvider clock, Journal journal) : IHandle<EndMembership, MemberView>
    {
        public async Task<MemberView> HandleAsync(EndMembership request, CancellationToken cancel)
        {
            var member = await sight.FindAsync(request.Member, cancel);
            Rule.Require(member.Id.Value != current.MemberKey, "not-oneself", "You cannot end your own access. Ask another owner.", "member");
            await LastOwner.GuardAsync(db, member, cancel);
            member.Leave(clock.Now());
            journal.Say($"ended {member.Name}'s access", subject: member.Id);
            return MemberView.Of(member, clock.Now());
        }
    }
}

/// <summary>Gives a former member access again.</summary>
[Needs(Permission.Administer)]
public sealed record ReturnMember(Id<Member> Member) : ICommand<MemberView>
{
    internal sealed class Handler(MemberSight sight, TimeProvider clock, Journal journal) : IHandle<ReturnMember, MemberView>
    {
        public async Task<MemberView> HandleAsync(ReturnMember request, CancellationToken cancel)
        {
            var member = await sight.FindAsync(request.Member, cancel);
            member.Return();
            journal.Say($"gave {member.Name} access again", subject: member.Id);
            return MemberView.Of(member, clock.Now());
        }
    }
}

/// <summary>A workspace always keeps one active owner.</summary>
internal static class LastOwner
{
    public static async Task GuardAsync(Db db, Member leaving, CancellationToken cancel)
    {
        if (leaving.Role == Role.Owner)
        {
            var others = await db.Set<Member>().AnyAsync(member => member.Role == Role.Owner && member.LeftAt == null && member.Id != leaving.Id, cancel);
            Rule.Require(others, "last-owner", "This is the last owner of the workspace. Make somebody else an owner first.", "member");
        }
    }
}
