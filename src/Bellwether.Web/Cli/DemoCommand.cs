using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Bellwether.Demo;

namespace Bellwether.Web.Cli;

/// <summary><c>demo</c>: loads the demo brand, or takes it away.</summary>
internal static class DemoCommand
{
    public static Command Make(Func<ParseResult, Settings> settings)
    {
        var size = new Option<DemoSize>("--size") { Description = "small, year or full.", DefaultValueFactory = _ => DemoSize.Year };
        var remove = new Option<bool>("--remove") { Description = "Takes the demo brand away with everything in it." };
        var command = new Command("demo", "Adds a made-up brand with believable data, or removes it again.") { size, remove };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            await using var here = await Offline.OpenAsync(settings(parsed), cancel);
            if (parsed.GetValue(remove))
            {
                var gone = await here.RunAsync(new RemoveDemo(), null, cancel);
                await Console.Out.WriteLineAsync(gone.Brands == 0 ? "There is no demo brand here." : $"Removed the demo brand ({gone.Rows:N0} rows).");
            }
            else
            {
                TellProgress(here.Services.GetRequiredService<DemoProgress>());
                var made = await here.RunAsync(new LoadDemo(parsed.GetValue(size)), null, cancel);
                await Console.Out.WriteLineAsync($"Loaded “{made.Name}”: {made.Posts:N0} posts, {made.Numbers:N0} numbers, {made.Clicks:N0} clicks. Remove it with: bellwether demo --remove");
            }

            return 0;
        }));
        return command;
    }

    /// <summary>Says how far it is, beside the answer, once it takes longer than two seconds.</summary>
    private static void TellProgress(DemoProgress progress)
    {
        var since = Stopwatch.StartNew();
        progress.Listen((what, share) =>
        {
            if (since.Elapsed > TimeSpan.FromSeconds(2))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share,4:P0} {what}"));
            }
        });
    }
}
