using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Bellwether.Media;

namespace Bellwether.Web.Cli;

/// <summary><c>media</c>: copies the files of the library between folder and bucket, and checks that each is whole.</summary>
internal static class MediaCommand
{
    public static Command Make(Func<ParseResult, Settings> settings) =>
        new("media", "Copies the files of the library between the folder and the bucket, and checks them.") { MakeCopy(settings), MakeCheck(settings) };

    private static Command MakeCopy(Func<ParseResult, Settings> settings)
    {
        var to = new Option<MediaPlace>("--to") { Description = "bucket or folder: where the files shall lie as well.", Required = true };
        var command = new Command("copy", "Copies every file that is not there yet to the bucket or to the folder, while the program may run; begin it again to go on.") { to };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            await using var here = await Offline.OpenAsync(settings(parsed), cancel, asItIs: true);
            var stores = here.Services.GetRequiredService<MediaStores>();
            var place = parsed.GetValue(to);
            var done = await here.Services.GetRequiredService<MediaCopy>().RunAsync(
                place, Paced<MediaCopied>(far => string.Create(CultureInfo.InvariantCulture, $"{far.Copied:N0} copied ({far.Bytes / 1024d / 1024:N1} MB), {far.There:N0} were there")), cancel);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done.Copied:N0} files copied to {stores.At(place).Words}, {done.There:N0} were there already. Nothing was deleted."));
            foreach (var hash in done.Damaged)
            {
                await Console.Error.WriteLineAsync($"Damaged, not copied: {hash}");
            }

            return done.Damaged.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    private static Command MakeCheck(Func<ParseResult, Settings> settings)
    {
        var anew = new Option<bool>("--anew") { Description = "Begins at the first file, also where an earlier run was stopped." };
        var command = new Command("check", "Reads every file of the library and compares it with its hash; a run that was stopped is gone on with.") { anew };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            await using var here = await Offline.OpenAsync(settings(parsed), cancel);
            await using var scope = here.Services.CreateAsyncScope();
            var check = scope.ServiceProvider.GetRequiredService<MediaCheck>();
            if (!parsed.GetValue(anew) && await check.StoppedAtAsync(cancel) is not null)
            {
                await Console.Error.WriteLineAsync("Going on where the last run was stopped.");
            }

            var done = await check.RunAsync(parsed.GetValue(anew), Paced<MediaChecked>(far => string.Create(CultureInfo.InvariantCulture, $"{far.Checked:N0} of {far.Files:N0} read")), cancel);
            foreach (var lost in done.Lost)
            {
                await Console.Error.WriteLineAsync($"{(lost.Missing ? "Missing" : "Damaged")}: “{lost.Name}” ({lost.Hash})");
            }

            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{done.Files:N0} files in {scope.ServiceProvider.GetRequiredService<MediaStores>().Current.Words}: {(done.Lost.Count == 0 ? "all there and whole." : $"{done.Lost.Count:N0} missing or damaged. Add the same file again, or restore it.")}"));
            return done.Lost.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    /// <summary>Says how far it is, beside the answer, every two seconds.</summary>
    private static Action<T> Paced<T>(Func<T, string> words)
    {
        var since = Stopwatch.StartNew();
        return far =>
        {
            if (since.Elapsed > TimeSpan.FromSeconds(2))
            {
                since.Restart();
                Console.Error.WriteLine(words(far));
            }
        };
    }
}
