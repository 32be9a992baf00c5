using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.People;

/// <summary>A member as others see it.</summary>
/// <param name="Active">Whether the member has access today.</param>
/// <param name="Joined">Whether the invitation was accepted.</param>
/// <param name="OnlyBrands">Ids of the brands they are limited to; empty means every brand.</param>
/// <param name="OnlyPlans">Ids of the plans a guest is limited to; empty means every plan of the brands.</param>
/// <param name="Until">The last day of access; none for no end.</param>
/// <param name="Firm">The firm a guest works for.</param>
public sealed record MemberView(
    Id<Member> Id, string Name, string Email, Role Role, bool Active, bool Joined, IReadOnlyList<string> OnlyBrands, IReadOnlyList<string> OnlyPlans, LocalDate? Until, string? Firm, int Version) : IVersioned
{
    public static MemberView Of(Member member, Instant now) =>
        new(member.Id, member.Name, member.Email, member.Role, member.IsActive(now), member.UserKey is not null, member.OnlyBrands, member.OnlyPlans, member.Until, member.Firm, member.Version);
}

/// <summary>Everybody in the workspace, by name; members limited to some brands see who works on those.</summary>
[Needs(Permission.Read)]
public sealed record MemberList(bool IncludeLeft = false) : IQuery<IReadOnlyList<MemberView>>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock) : IHandle<MemberList, IReadOnlyList<MemberView>>
    {
        public async Task<IReadOnlyList<MemberView>> HandleAsync(MemberList request, CancellationToken cancel)
        {
            var members = await db.Set<Member>().AsNoTracking()
                .Where(member => request.IncludeLeft || member.LeftAt == null)
                .OrderBy(member => member.Name).ToListAsync(cancel);
            return [.. members.Where(member => current.Sight.Meets(member.Sight)).Select(member => Shown(MemberView.Of(member, clock.Now())))];
        }

        /// <summary>Brands and plans that are not seen are not named either.</summary>
        private MemberView Shown(MemberView member)
        {
            if (!current.Sight.IsLimited)
            {
                return member;
            }

            var own = new HashSet<string>((current.Sight.Brands ?? []).Concat(current.Sight.Plans ?? []).Select(IdText.Encode), StringComparer.Ordinal);
            List<string> Own(IReadOnlyList<string> ids) => [.. ids.Where(id => own.Contains(id[(id.LastIndexOf('_') + 1)..]))];
            return member with { OnlyBrands = Own(member.OnlyBrands), OnlyPlans = current.Sight.Plans is null ? member.OnlyPlans : Own(member.OnlyPlans) };
        }
    }
}
