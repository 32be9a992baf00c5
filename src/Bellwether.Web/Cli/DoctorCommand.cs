using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Transfer;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Bellwether.Web.Cli;

/// <summary><c>doctor</c>: what is wrong, in words; exit code 1 when something is broken.</summary>
internal static class DoctorCommand
{
    public static async Task<int> RunAsync(Settings settings, CancellationToken cancel)
    {
        await using var here = await Offline.OpenAsync(settings, cancel, asItIs: true);
        var report = await here.Services.GetRequiredService<Runner>().RunAsync(new Doctor(), current => current.BecomeProgram(Guid.Empty), cancel);
        foreach (var one in report.Examined)
        {
            var mark = one.Severity switch { Severity.Fine => "[green]fine[/]", Severity.Warning => "[yellow]look[/]", _ => "[red]broken[/]" };
            AnsiConsole.MarkupLine($"{mark} {Markup.Escape(one.What)}: {Markup.Escape(one.Found)}");
            if (one.Mend is { } mend)
            {
                AnsiConsole.MarkupLine($"     {Markup.Escape(mend)}");
            }
        }

        if (report.Healthy && !await IsSetUpAsync(here, cancel))
        {
            AnsiConsole.MarkupLine("Nothing is set up here yet. Run `bellwether setup`, or start the program and open it in a browser.");
        }

        return report.Healthy ? 0 : 1;
    }

    private static async Task<bool> IsSetUpAsync(Offline here, CancellationToken cancel)
    {
        await using var scope = here.Services.CreateAsyncScope();
        var pending = await scope.ServiceProvider.GetRequiredService<Db>().Database.GetPendingMigrationsAsync(cancel);
        return !pending.Any() && await here.Services.GetRequiredService<Runner>().RunAsync(new IsSetUp(), _ => { }, cancel);
    }
}
