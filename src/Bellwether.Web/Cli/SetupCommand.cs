using System.CommandLine;
using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Web.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Bellwether.Web.Cli;

/// <summary><c>setup</c>: owner, workspace, brand and an API token without a browser; prints JSON.</summary>
internal static class SetupCommand
{
    public static Command Make(Func<ParseResult, Settings> settings)
    {
        var name = new Option<string>("--name") { Description = "The owner's name.", Required = true };
        var email = new Option<string>("--email") { Description = "The owner's e-mail address.", Required = true };
        var password = new Option<string?>("--password") { Description = "The owner's password, 10 characters or more; read from BELLWETHER_PASSWORD when absent." };
        var workspace = new Option<string>("--workspace") { Description = "The workspace's name.", Required = true };
        var brand = new Option<string>("--brand") { Description = "The first brand's name.", Required = true };
        var zone = new Option<string>("--zone") { Description = "The brand's time zone, such as Europe/Berlin.", Required = true };
        var currency = new Option<string>("--currency") { Description = "The brand's currency, such as EUR.", Required = true };
        var command = new Command("setup", "Creates owner, workspace, brand and an API token without a browser; prints JSON.") { name, email, password, workspace, brand, zone, currency };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            var secret = parsed.GetValue(password) ?? Environment.GetEnvironmentVariable("BELLWETHER_PASSWORD")
                ?? throw Rule.Broken("password-missing", "Give a password with --password or in BELLWETHER_PASSWORD.", "password");
            var form = new SetUpForm(parsed.GetValue(name)!, parsed.GetValue(email)!, secret, parsed.GetValue(workspace)!, parsed.GetValue(brand)!, parsed.GetValue(zone)!, parsed.GetValue(currency)!);
            return await RunAsync(settings(parsed), form, cancel);
        }));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, SetUpForm form, CancellationToken cancel)
    {
        await using var here = await Offline.OpenAsync(settings, cancel);
        await using var scope = here.Services.CreateAsyncScope();
        var runner = here.Services.GetRequiredService<Runner>();
        var (_, done) = await FirstOwner.CreateWithIdsAsync(runner, scope.ServiceProvider.GetRequiredService<UserManager<User>>(), form, cancel);
        var token = await runner.RunAsync(
            new MakeApiToken("Made by setup", Roles.PermissionsOf(Role.Owner), 366),
            current => current.Become(done.Workspace.Value, done.Owner.Value, form.Name, _ => true), cancel);
        var made = new { done.Workspace, done.Owner, done.Brand, Token = token.Secret, token.Token.ExpiresAt };
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(made, HouseJson.Readable));
        return 0;
    }
}
