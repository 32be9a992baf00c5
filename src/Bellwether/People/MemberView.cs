using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.People;

/// <summary>A member as others see it.</summary>
/// <param name="Active">Whether the member has access today.</param>
/// <param name="Joined">Whether the invitation was accepted.</param>
public sealed record MemberView(Id<Member> Id, string Name, string Email, Role Role, bool Active, bool Joined, IReadOnlyList<Guid> OnlyBrands, LocalDate? Until, int Version) : IVersioned
{
    public static MemberView Of(Member member, Instant now) =>
        new(member.Id, member.Name, member.Email, member.Role, member.IsActive(now), member.UserKey is not null, member.OnlyBrands, member.Until, member.Version);
}

/// <summary>Everybody in the workspace, by name.</summary>
[Needs(Permission.Read)]
public sealed record MemberList(bool IncludeLeft = false) : IQuery<IReadOnlyList<MemberView>>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<MemberList, IReadOnlyList<MemberView>>
    {
        public async Task<IReadOnlyList<MemberView>> HandleAsync(MemberList request, CancellationToken cancel)
        {
            var members = await db.Set<Member>().AsNoTracking()
                .Where(member => request.IncludeLeft || member.LeftAt == null)
                .OrderBy(member => member.Name).ToListAsync(cancel);
            return [.. members.Select(member => MemberView.Of(member, clock.Now()))];
        }
    }
}
