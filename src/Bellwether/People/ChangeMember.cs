using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.People;

/// <summary>Changes a member's name, role, brands or end date; what is not given stays.</summary>
[Needs(Permission.Administer)]
public sealed record ChangeMember(Id<Member> Member, string? Name = null, Role? Role = null, IReadOnlyList<Guid>? OnlyBrands = null, LocalDate? Until = null, int? IfVersion = null)
    : ICommand<MemberView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<ChangeMember, MemberView>
    {
        public async Task<MemberView> HandleAsync(ChangeMember request, CancellationToken cancel)
        {
            var member = await db.FindAsync(request.Member, "member", cancel);
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

            member.LimitTo(request.OnlyBrands ?? member.OnlyBrands, request.Until ?? member.Until);
            journal.Say($"changed the member {member.Name} ({member.Role})", subject: member.Id);
            return MemberView.Of(member, clock.Now());
        }
    }
}

/// <summary>Ends a member's access; what they did stays, and they can be brought back.</summary>
[Needs(Permission.Administer)]
public sealed record EndMembership(Id<Member> Member) : ICommand<MemberView>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<EndMembership, MemberView>
    {
        public async Task<MemberView> HandleAsync(EndMembership request, CancellationToken cancel)
        {
            var member = await db.FindAsync(request.Member, "member", cancel);
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
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ReturnMember, MemberView>
    {
        public async Task<MemberView> HandleAsync(ReturnMember request, CancellationToken cancel)
        {
            var member = await db.FindAsync(request.Member, "member", cancel);
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
