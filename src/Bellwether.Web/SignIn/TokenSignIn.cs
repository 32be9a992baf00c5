using System.Security.Claims;
using System.Text.Encodings.Web;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bellwether.Web.SignIn;

/// <summary>Signs a program in by its API token (<c>Authorization: Bearer bw_…</c>).</summary>
internal sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Db db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";
    public const string Either = "cookie-or-token";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var hash = Codes.Hash(Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim());
        var now = clock.Now();
        var token = await db.Set<ApiToken>().IgnoreQueryFilters().FirstOrDefaultAsync(row => row.Hash == hash, Context.RequestAborted);
        if (token is null || !token.IsUsable(now))
        {
            return AuthenticateResult.Fail("This API token is unknown, revoked or expired.");
        }

        if (token.LastUsedAt is null || now - token.LastUsedAt > Duration.FromMinutes(10))
        {
            await db.Set<ApiToken>().IgnoreQueryFilters().Where(row => row.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), Context.RequestAborted);
        }

        var identity = new ClaimsIdentity(
            [new Claim(Askers.MemberClaim, token.Member.ToString()), .. token.Scope.Select(permission => new Claim(Askers.ScopeClaim, permission.ToString()))], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
