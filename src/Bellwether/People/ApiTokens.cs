using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.People;

/// <summary>An API token as it is listed: never the token itself.</summary>
public sealed record ApiTokenView(Id<ApiToken> Id, string Name, string ShownAs, IReadOnlyList<Permission> Scope, Instant ExpiresAt, Instant? RevokedAt, Instant? LastUsedAt)
{
    public static ApiTokenView Of(ApiToken token) =>
        new(token.Id, token.Name, token.ShownAs, token.Scope, token.ExpiresAt, token.RevokedAt, token.LastUsedAt);
}

/// <summary>A token just made.</summary>
/// <param name="Secret">The token itself, shown this once.</param>
public sealed record NewApiToken(ApiTokenView Token, string Secret);

/// <summary>Makes an API token that acts for you with the permissions named, for 1 to 366 days.</summary>
[Needs(Permission.TakePart)]
public sealed record MakeApiToken(string Name, IReadOnlyList<Permission> Scope, [property: Range(1, 366)] int Days = 90) : ICommand<NewApiToken>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<MakeApiToken, NewApiToken>
    {
        public Task<NewApiToken> HandleAsync(MakeApiToken request, CancellationToken cancel)
        {
            Rule.Require(request.Scope.Count > 0, "scope-empty", "Name at least one permission the token has.", "scope");
            foreach (var permission in request.Scope)
            {
                Rule.Require(current.May(permission), "scope-too-wide", $"You do not have the permission {permission} yourself, so a token cannot have it.", "scope");
            }

            var secret = Codes.New("bw_");
            var token = new ApiToken(new Id<Member>(current.MemberKey!.Value), request.Name, request.Scope, Codes.Hash(secret), secret[..9] + "…", clock.Now() + Duration.FromDays(request.Days));
            db.Add(token);
            journal.Say($"made the API token “{token.Name}”", subject: token.Id);
            return Task.FromResult(new NewApiToken(ApiTokenView.Of(token), secret));
        }
    }
}

/// <summary>Your API tokens, the newest first.</summary>
[Needs(Permission.TakePart)]
public sealed record ApiTokenList : IQuery<IReadOnlyList<ApiTokenView>>
{
    internal sealed class Handler(Db db, ICurrent current) : IHandle<ApiTokenList, IReadOnlyList<ApiTokenView>>
    {
        public async Task<IReadOnlyList<ApiTokenView>> HandleAsync(ApiTokenList request, CancellationToken cancel)
        {
            var me = new Id<Member>(current.MemberKey ?? Guid.Empty);
            var tokens = await db.Set<ApiToken>().AsNoTracking().Where(token => token.Member == me).OrderByDescending(token => token.CreatedAt).ToListAsync(cancel);
            return [.. tokens.Select(ApiTokenView.Of)];
        }
    }
}

/// <summary>Revokes one of your API tokens at once and for good.</summary>
[Needs(Permission.TakePart)]
public sealed record RevokeApiToken(Id<ApiToken> Token) : ICommand<ApiTokenView>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<RevokeApiToken, ApiTokenView>
    {
        public async Task<ApiTokenView> HandleAsync(RevokeApiToken request, CancellationToken cancel)
        {
            var token = await db.FindAsync(request.Token, "API token", cancel);
            if (token.Member.Value != current.MemberKey && !current.May(Permission.Administer))
            {
                throw Rule.Missing("API token");
            }

            token.Revoke(clock.Now());
            journal.Say($"revoked the API token “{token.Name}”", subject: token.Id);
            return ApiTokenView.Of(token);
        }
    }
}
