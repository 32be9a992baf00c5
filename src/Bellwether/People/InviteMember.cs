using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.People;

/// <summary>A member and the code of the invitation, shown this once.</summary>
/// <param name="Code">To be opened as /join/{code}; works for 14 days, once.</param>
public sealed record Invitation(MemberView Member, string Code);

/// <summary>Invites a person by e-mail address; gives the code of the link to send them.</summary>
/// <param name="OnlyBrands">Ids of the brands they may see; every brand when left out.</param>
/// <param name="OnlyPlans">Ids of the plans a guest may see; every plan of the brands when left out.</param>
/// <param name="Until">The last day of access; no end when left out.</param>
/// <param name="Firm">The firm a guest works for.</param>
[Needs(Permission.Administer)]
public sealed record InviteMember(
    string Name, string Email, Role Role, IReadOnlyList<string>? OnlyBrands = null, IReadOnlyList<string>? OnlyPlans = null, LocalDate? Until = null, string? Firm = null) : ICommand<Invitation>
{
    internal sealed class Handler(Db db, ICurrent current, MemberSight sight, TimeProvider clock, Journal journal) : IHandle<InviteMember, Invitation>
    {
        public async Task<Invitation> HandleAsync(InviteMember request, CancellationToken cancel)
        {
            Rule.Require(request.Role != Role.Owner || current.May(Permission.Own), "owner-by-owner", "Only an owner can make another owner.", "role");
            var email = Member.CheckedEmail(request.Email);
            if (await db.Set<Member>().AnyAsync(member => member.Email == email, cancel))
            {
                throw Rule.Conflict("member-there", $"{email} is a member of this workspace already. Change that member instead.", "email");
            }

            var member = new Member(current.WorkspaceKey, request.Name, email, request.Role);
            await sight.LimitAsync(member, request.OnlyBrands ?? [], request.OnlyPlans ?? [], cancel);
            member.StayUntil(request.Until);
            member.WorkFor(request.Firm);
            var code = Codes.New();
            member.Invite(Codes.Hash(code), clock.Now() + Duration.FromDays(14));
            db.Add(member);
            journal.Say($"invited {member.Name} as {member.Role}", subject: member.Id);
            return new Invitation(MemberView.Of(member, clock.Now()), code);
        }
    }
}

/// <summary>Makes a new invitation code for a member who has not joined yet, or who must set a new password.</summary>
[Needs(Permission.Administer)]
public sealed record InviteAgain(Id<Member> Member) : ICommand<Invitation>
{
    internal sealed class Handler(MemberSight sight, TimeProvider clock, Journal journal) : IHandle<InviteAgain, Invitation>
    {
        public async Task<Invitation> HandleAsync(InviteAgain request, CancellationToken cancel)
        {
            var member = await sight.FindAsync(request.Member, cancel);
            var code = Codes.New();
            member.Invite(Codes.Hash(code), clock.Now() + Duration.FromDays(14));
            journal.Say($"invited {member.Name} again", subject: member.Id);
            return new Invitation(MemberView.Of(member, clock.Now()), code);
        }
    }
}
