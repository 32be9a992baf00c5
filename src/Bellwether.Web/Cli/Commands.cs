using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bellwether.Kernel;

namespace Bellwether.Web.Cli;

/// <summary>The command line: one executable, <c>serve</c> when nothing else is said.</summary>
internal static class Commands
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data folder; ./data by default (BELLWETHER_DATA).", Recursive = true };
    private static readonly Option<string?> Database = new("--database") { Description = "A PostgreSQL connection string; SQLite in the data folder by default (BELLWETHER_DATABASE).", Recursive = true };
    private static readonly Option<string?> Urls = new("--urls") { Description = $"Where to listen; {Settings.DefaultUrls} by default (BELLWETHER_URLS).", Recursive = true };
    private static readonly Option<string?> PublicUrl = new("--public-url") { Description = "The address people outside reach this at, for short links (BELLWETHER_PUBLIC_URL).", Recursive = true };

    public static Task<int> RunAsync(string[] args)
    {
        // What people read is English on every server: its numbers and dates are written the same everywhere.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Bellwether runs a social media marketing programme: plan, publish, measure, review.") { Data, Database, Urls, PublicUrl };
        root.SetAction((parsed, cancel) => SayingProblemsAsync(() => Serve.RunAsync(SettingsOf(parsed), cancel)));
        root.Add(Command("serve", "Serves the screen and the API (the default).", Serve.RunAsync));
        root.Add(SetupCommand.Make(SettingsOf));
        root.Add(DemoCommand.Make(SettingsOf));
        root.Add(PlanCommand.Make(SettingsOf));
        root.Add(BackupCommands.MakeBackup(SettingsOf));
        root.Add(BackupCommands.MakeRestore(SettingsOf));
        root.Add(MediaCommand.Make(SettingsOf));
        root.Add(Command("doctor", "Says in words what is wrong with the installation, and how to mend it.", DoctorCommand.RunAsync));
        root.Add(Command("api", "Prints the API's document (OpenAPI 3.1).", Serve.PrintApiAsync));
        var any = DoCommand.Make();
        root.Add(any);
        var parsed = root.Parse(args);
        if (parsed.CommandResult.Command == any)
        {
            // Several hundred commands are only made for who asks for one.
            DoCommand.Fill(any, SettingsOf);
            parsed = root.Parse(args);
        }

        return parsed.InvokeAsync();
    }

    /// <summary>Runs a command's work; a problem becomes a line on standard error and exit code 2.</summary>
    public static async Task<int> SayingProblemsAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (ProblemException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            foreach (var field in problem.Fields.Where(field => field.Message != problem.Message))
            {
                await Console.Error.WriteLineAsync($"  {field.Field}: {field.Message}");
            }

            if (problem.Details is { } details)
            {
                await Console.Error.WriteLineAsync(JsonSerializer.Serialize(details, HouseJson.Readable));
            }

            return 2;
        }
    }

    public static Settings SettingsOf(ParseResult parsed) =>
        Settings.From(parsed.GetValue(Data), parsed.GetValue(Database), parsed.GetValue(Urls), parsed.GetValue(PublicUrl));

    private static Command Command(string name, string description, Func<Settings, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, cancel) => SayingProblemsAsync(() => work(SettingsOf(parsed), cancel)));
        return command;
    }
}
