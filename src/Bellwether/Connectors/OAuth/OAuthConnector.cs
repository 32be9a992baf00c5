using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.OAuth;

/// <summary>
/// What every network with OAuth has in common: signing in, renewing tokens early and after a refusal, one renewal of an
/// account at a time, and one repetition of a call that was refused for its token (nothing was done by it).
/// </summary>
public abstract class OAuthConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : ISignIn
{
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromSeconds(1)];

    public abstract string Network { get; }

    public virtual bool ChoosesPlace => false;

    /// <summary>The network’s sign-in for this account; some ask for other rights by what is posted as.</summary>
    private protected abstract OAuthNetwork Rules(AccountAccess access);

    private protected TimeProvider Clock => clock;

    public virtual string Address(AccountAccess app, SignInAsk ask)
    {
        var rules = Rules(app);
        var query = new Dictionary<string, string>(rules.Extra, StringComparer.Ordinal)
        {
            ["response_type"] = "code", [rules.ClientId] = app.Setting(OAuthNetwork.Id)!, ["redirect_uri"] = ask.Redirect, ["scope"] = string.Join(rules.Separator, rules.Scopes), ["state"] = ask.State,
        };
        if (rules.Proof)
        {
            (query["code_challenge"], query["code_challenge_method"]) = (ask.Challenge, "S256");
        }

        return $"{hosts.Of(rules.Authorize)}?{Form(query)}";
    }

    public virtual Task<SignInOutcome> RedeemAsync(AccountAccess app, SignInAsk ask, string code, CancellationToken cancel)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = ask.Redirect };
        if (Rules(app).Proof)
        {
            form["code_verifier"] = ask.Verifier;
        }

        return ExchangeAsync(app, form, cancel);
    }

    public Task<SignInOutcome> RefreshAsync(AccountAccess access, string? over, CancellationToken cancel) => access.AloneAsync(
        async () =>
        {
            await access.RereadAsync(cancel);
            if (IsRenewed(access, over))
            {
                return new SignInOutcome.Worked();
            }

            var outcome = await RenewAsync(access, cancel);
            // Another node may have used the same refresh token a moment ago: then its tokens are there soon.
            foreach (var pause in outcome is SignInOutcome.Refused { Kind: not ErrorKind.Transient } ? Looks : [])
            {
                await PauseAsync(pause, cancel);
                await access.RereadAsync(cancel);
                if (IsRenewed(access, over))
                {
                    return new SignInOutcome.Worked();
                }
            }

            return outcome;
        },
        cancel);

    public virtual Task<PlacesOutcome> PlacesAsync(AccountAccess access, CancellationToken cancel) => Task.FromResult<PlacesOutcome>(new PlacesOutcome.Found([]));

    /// <summary>Whether new tokens can be had without a person.</summary>
    private protected virtual bool CanRenew(AccountAccess access) => access.Secret(TokenLife.Refresh) is not null;

    /// <summary>Asks for new tokens.</summary>
    private protected virtual Task<SignInOutcome> RenewAsync(AccountAccess access, CancellationToken cancel) =>
        access.Secret(TokenLife.Refresh) is { } refresh
            ? ExchangeAsync(access, new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, cancel)
            : Task.FromResult<SignInOutcome>(new SignInOutcome.Refused(ErrorKind.AuthRevoked, $"The sign-in at {Rules(access).Name} has ended, and the network renews it for nobody but you."));

    /// <summary>Makes a call as the account. When the sign-in is over, its refusal comes back as the call's own answer.</summary>
    private protected async Task<HttpAnswer> CallAsync(AccountAccess access, HttpCall call, CancellationToken cancel)
    {
        var now = clock.Now();
        if (access.Secret(TokenLife.Access) is null || (TokenLife.IsOld(access, now) && CanRenew(access)))
        {
            // Renewed early: as long as the old token lives, a failure is no reason to stop.
            if (await RefreshAsync(access, access.Secret(TokenLife.Access), cancel) is SignInOutcome.Refused refused && (access.Secret(TokenLife.Access) is null || TokenLife.IsOver(access, now)))
            {
                return Refusal(refused);
            }
        }

        var used = access.Secret(TokenLife.Access)!;
        var answer = await OnceAsync(call, used, cancel);
        if (answer is not HttpAnswer.Answered told || !Rules(access).IsOver(told) || (!CanRenew(access) && !await HasOtherAsync(access, used, cancel)))
        {
            return answer;
        }

        return await RefreshAsync(access, used, cancel) is SignInOutcome.Refused over ? Refusal(over) : await OnceAsync(call, access.Secret(TokenLife.Access)!, cancel);
    }

    /// <summary>Makes a call with a token of its own, or with none.</summary>
    private protected Task<HttpAnswer> OnceAsync(HttpCall call, string? token, CancellationToken cancel)
    {
        var headers = new Dictionary<string, string>(call.Headers, StringComparer.Ordinal);
        if (token is not null)
        {
            headers["Authorization"] = $"Bearer {token}";
        }

        return http.CallAsync(call with { Url = hosts.Of(call.Url), Headers = headers }, cancel);
    }

    /// <summary>Asks the network for tokens and keeps what it gives.</summary>
    private protected virtual async Task<SignInOutcome> ExchangeAsync(AccountAccess access, Dictionary<string, string> form, CancellationToken cancel)
    {
        var rules = Rules(access);
        var headers = new Dictionary<string, string>(rules.Headers, StringComparer.Ordinal);
        var (id, secret) = (access.Setting(OAuthNetwork.Id) ?? "", access.Secret(OAuthNetwork.Secret) ?? "");
        form[rules.ClientId] = id;
        foreach (var (name, value) in rules.ExtraForm)
        {
            form[name] = value;
        }

        if (rules.Basic)
        {
            headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));
        }
        else
        {
            form["client_secret"] = secret;
        }

        var answer = await OnceAsync(new HttpCall(HttpMethod.Post, rules.Token, Encoding.UTF8.GetBytes(Form(form)), "application/x-www-form-urlencoded") { Headers = headers }, null, cancel);
        return await KeepAsync(access, answer, OAuthTokens.Read, cancel);
    }

    /// <summary>Keeps the tokens of an answer, or says in words why there are none.</summary>
    private protected async Task<SignInOutcome> KeepAsync(AccountAccess access, HttpAnswer answer, Func<JsonObject, AccountAccess, Instant, IReadOnlyDictionary<string, string?>?> read, CancellationToken cancel)
    {
        if (answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body) is { } json && read(json, access, clock.Now()) is { } tokens)
        {
            await access.KeepAsync(tokens, cancel);
            return new SignInOutcome.Worked();
        }

        return OAuthTokens.Refused(Rules(access).Name, answer);
    }

    /// <summary>Names and values as a form or a query carries them.</summary>
    private protected static string Form(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Waits between two looks at something the network works on.</summary>
    private protected Task PauseAsync(TimeSpan pause, CancellationToken cancel) => http.PauseAsync(pause, cancel);

    private static bool IsRenewed(AccountAccess access, string? over) => access.Secret(TokenLife.Access) is { } there && there != over;

    private static async Task<bool> HasOtherAsync(AccountAccess access, string used, CancellationToken cancel)
    {
        await access.RereadAsync(cancel);
        return IsRenewed(access, used);
    }

    // Renewing is invisible: whatever became of it, the call itself was not made.
    private static HttpAnswer Refusal(SignInOutcome.Refused refused) => refused.Kind == ErrorKind.Transient
        ? new HttpAnswer.NotSent(refused.Message)
        : new HttpAnswer.Answered(401, new Dictionary<string, string>(StringComparer.Ordinal), new JsonObject { [OAuthTokens.Said] = refused.Message }.ToJsonString(HouseJson.Options));
}
