using System.Security.Claims;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.SignIn;

/// <summary>Finds out who asks: the member behind a cookie or a token, with the permissions of today.</summary>
internal sealed class Askers(Db db, TimeProvider clock)
{
    public const string MemberClaim = "member";
    public const string ScopeClaim = "scope";

    /// <summary>Whoever the request is from; nobody when it is not signed in.</summary>
    public async Task<Action<Current>> OfAsync(HttpContext http)
    {
        if (await MemberAsync(http) is not { } member)
        {
            return _ => { };
        }

        var scope = http.User.FindAll(ScopeClaim).Select(claim => Enum.Parse<Permission>(claim.Value)).ToHashSet();
        return As(member, permission => scope.Count == 0 || scope.Contains(permission));
    }

    /// <summary>The member itself, with what the role allows and <paramref name="narrowed"/> leaves.</summary>
    public static Action<Current> As(Member member, Func<Permission, bool>? narrowed = null)
    {
        bool May(Permission permission) => member.Role.May(permission) && (narrowed?.Invoke(permission) ?? true);
        return current => current.Become(member.WorkspaceKey, member.Id.Value, member.Name, May, member.Sight);
    }

    /// <summary>The active member of the request, or null.</summary>
    public async Task<Member?> MemberAsync(HttpContext http)
    {
        var now = clock.Now();
        var members = db.Set<Member>().IgnoreQueryFilters().AsNoTracking();
        if (Id<Member>.TryParse(http.User.FindFirstValue(MemberClaim), null, out var id))
        {
            return await members.FirstOrDefaultAsync(m => m.Id == id, http.RequestAborted) is { } member && member.IsActive(now) ? member : null;
        }

        if (!Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user))
        {
            return null;
        }

        var own = await members.Where(m => m.UserKey == user && m.LeftAt == null).OrderBy(m => m.Id).ToListAsync(http.RequestAborted);
        return own.Find(m => m.IsActive(now) && m.WorkspaceKey.ToString() == http.Request.Cookies["bellwether-workspace"]) ?? own.Find(m => m.IsActive(now));
    }
}
