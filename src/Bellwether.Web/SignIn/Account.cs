using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.SignIn;

internal sealed record SignInForm(string Email, string Password, bool Remember = true);

internal sealed record SetUpForm(string Name, string Email, string Password, string WorkspaceName, string BrandName, string Zone, string Currency, WorkingHours? Hours = null, string? Code = null);

internal sealed record JoinForm(string Code, string Password);

internal sealed record MemberState(Id<Member> Id, string Name, string Email, Role Role, IReadOnlyList<Permission> Permissions);

internal sealed record WorkspaceState(Id<Workspace> Id, string Name);

internal sealed record BrandState(Id<Brand> Id, string Name, string Zone, string Currency);

internal sealed record AccountState(bool SetUp, bool SignedIn, bool CodeNeeded, MemberState? Member, WorkspaceState? Workspace, IReadOnlyList<BrandState> Brands);

/// <summary>Signing in and out, the first set-up, accepting an invitation. Everything else is a use case.</summary>
internal static class Account
{
    public static void MapAccount(this WebApplication app)
    {
        var account = app.MapGroup("/account").ExcludeFromDescription();
        account.MapGet("/state", StateAsync);
        account.MapPost("/sign-in", SignInAsync).RequireRateLimiting(SignInSetup.Guessing);
        account.MapPost("/set-up", SetUpAsync).RequireRateLimiting(SignInSetup.Guessing);
        account.MapPost("/join", JoinAsync).RequireRateLimiting(SignInSetup.Guessing);
        account.MapPost("/sign-out", async (SignInManager<User> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.NoContent();
        });
    }

    private static async Task<AccountState> StateAsync(HttpContext http, Runner runner, Askers askers, Db db)
    {
        var cancel = http.RequestAborted;
        var setUp = await runner.RunAsync(new IsSetUp(), _ => { }, cancel);
        if (await askers.MemberAsync(http) is not { } member)
        {
            return new AccountState(setUp, false, !setUp && SetUpCode.IsNeeded(http), null, null, []);
        }

        var workspace = await db.Set<Workspace>().AsNoTracking().FirstAsync(w => w.WorkspaceKey == member.WorkspaceKey, cancel);
        var brands = await runner.RunAsync(new BrandList(), Askers.As(member), cancel);
        return new AccountState(true, true, false,
            new MemberState(member.Id, member.Name, member.Email, member.Role, Roles.PermissionsOf(member.Role)),
            new WorkspaceState(workspace.Id, workspace.Name),
            [.. brands.Select(brand => new BrandState(brand.Id, brand.Name, brand.Zone, brand.Currency))]);
    }

    private static async Task<IResult> SignInAsync(SignInForm form, SignInManager<User> signIn)
    {
        var result = await signIn.PasswordSignInAsync(form.Email.Trim().ToLowerInvariant(), form.Password, form.Remember, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return Results.NoContent();
        }

        const string Wrong = "E-mail address or password are wrong.";
        throw result.IsLockedOut
            ? new ProblemException(ProblemKind.TooMany, "locked-out", "Too many wrong passwords. Wait ten minutes, then try again.")
            : new ProblemException(ProblemKind.Rule, "sign-in-wrong", Wrong, new FieldProblem("password", Wrong));
    }

    private static async Task<IResult> SetUpAsync(SetUpForm form, HttpContext http, SetUpCode code, Runner runner, UserManager<User> users, SignInManager<User> signIn)
    {
        Rule.Require(code.Fits(http, form.Code), "set-up-code-wrong", "From another machine the first set-up needs the code that the console printed at start. Type it here.", "code");
        var user = await FirstOwner.CreateAsync(runner, users, form, http.RequestAborted);
        await signIn.SignInAsync(user, isPersistent: true);
        return Results.NoContent();
    }

    private static async Task<IResult> JoinAsync(JoinForm form, Db db, TimeProvider clock, UserManager<User> users, SignInManager<User> signIn, CancellationToken cancel)
    {
        var hash = Codes.Hash(form.Code.Trim());
        var member = await db.Set<Member>().IgnoreQueryFilters().FirstOrDefaultAsync(m => m.InvitationHash == hash, cancel);
        if (member is null || member.InvitedUntil < clock.Now() || !member.IsActive(clock.Now()))
        {
            throw Rule.Broken("invitation-invalid", "This invitation was used already or has run out. Ask for a new one.", "code");
        }

        var user = await users.FindByEmailAsync(member.Email);
        if (user is null)
        {
            user = await FirstOwner.NewUserAsync(users, member.Email, form.Password);
        }
        else
        {
            // The invitation was made by somebody who may administer this workspace only: it must not reset the password of a sign-in that others rely on.
            Rule.Require(await users.CheckPasswordAsync(user, form.Password), "password-wrong", "There is a sign-in with your e-mail address already. Use its password.", "password");
        }

        member.Join(user.Id);
        await db.SaveAsync(cancel);
        await signIn.SignInAsync(user, isPersistent: true);
        return Results.NoContent();
    }
}
