using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Microsoft.AspNetCore.Identity;

namespace Bellwether.Web.SignIn;

/// <summary>Creates the sign-in of the first owner together with the workspace; the page and the command line share it.</summary>
internal static class FirstOwner
{
    public static async Task<User> CreateAsync(Runner runner, UserManager<User> users, SetUpForm form, CancellationToken cancel) =>
        (await CreateWithIdsAsync(runner, users, form, cancel)).User;

    public static async Task<(User User, SetUpDone Done)> CreateWithIdsAsync(Runner runner, UserManager<User> users, SetUpForm form, CancellationToken cancel)
    {
        if (await runner.RunAsync(new IsSetUp(), _ => { }, cancel))
        {
            throw Rule.Conflict("set-up-already", "Bellwether is set up already. Sign in instead.");
        }

        // Left over when an earlier set-up stopped half-way: nobody could have used it without a workspace.
        if (await users.FindByEmailAsync(form.Email.Trim().ToLowerInvariant()) is { } leftOver)
        {
            await users.DeleteAsync(leftOver);
        }

        var user = await NewUserAsync(users, form.Email, form.Password);
        try
        {
            var setUp = new SetUp(form.Name, form.Email, user.Id, form.WorkspaceName, form.BrandName, form.Zone, form.Currency, form.Hours);
            return (user, await runner.RunAsync(setUp, current => current.BecomeProgram(Guid.Empty), cancel));
        }
        catch
        {
            await users.DeleteAsync(user);
            throw;
        }
    }

    public static async Task<User> NewUserAsync(UserManager<User> users, string email, string password)
    {
        var user = new User { Email = Member.CheckedEmail(email), UserName = Member.CheckedEmail(email) };
        var made = await users.CreateAsync(user, password);
        if (!made.Succeeded)
        {
            var words = string.Join(" ", made.Errors.Select(error => error.Description));
            var field = made.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal)) ? "password" : "email";
            throw Rule.Broken("sign-in-not-made", words, field);
        }

        return user;
    }
}
