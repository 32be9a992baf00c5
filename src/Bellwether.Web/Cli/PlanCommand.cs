using System.CommandLine;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.Cli;

/// <summary><c>plan export</c> and <c>plan import</c>: the whole plan as one readable file.</summary>
internal static class PlanCommand
{
    public static Command Make(Func<ParseResult, Settings> settings)
    {
        var asWhom = new Option<string?>("--as") { Description = "The e-mail address of the member to act for; the first owner by default.", Recursive = true };
        return new Command("plan", "Writes a plan to a file, or reads one.") { asWhom, Export(settings, asWhom), Import(settings, asWhom) };
    }

    private static Command Export(Func<ParseResult, Settings> settings, Option<string?> asWhom)
    {
        var plan = new Option<string?>("--plan") { Description = "The plan's id; may be left out when there is one plan only." };
        var output = new Option<string?>("--out") { Description = "The file to write; standard output by default." };
        var command = new Command("export", "Writes the whole plan as one YAML file.") { plan, output };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            await using var here = await Offline.OpenAsync(settings(parsed), cancel);
            var file = await here.RunAsync(new ExportPlan(await PlanAsync(here, parsed.GetValue(plan), cancel)), parsed.GetValue(asWhom), cancel);
            await using var target = parsed.GetValue(output) is { } path ? File.Create(path) : Console.OpenStandardOutput();
            await target.WriteAsync(file.Content, cancel);
            return 0;
        }));
        return command;
    }

    private static Command Import(Func<ParseResult, Settings> settings, Option<string?> asWhom)
    {
        var file = new Argument<string>("file") { Description = "The YAML file." };
        var brand = new Option<string?>("--brand") { Description = "The id of the brand to put it under; the file's own brand by default." };
        var copy = new Option<bool>("--as-copy") { Description = "Gives everything fresh ids, so that it can stand beside its original." };
        var command = new Command("import", "Reads a plan file into a new outline.") { file, brand, copy };
        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            var path = parsed.GetValue(file)!;
            Rule.Require(File.Exists(path), "file-missing", $"There is no file {path}.", "file");
            Id<Brand>? under = parsed.GetValue(brand) is { } id ? Id<Brand>.Parse(id) : null;
            await using var here = await Offline.OpenAsync(settings(parsed), cancel);
            var made = await here.RunAsync(new ImportPlan(await File.ReadAllBytesAsync(path, cancel), under, parsed.GetValue(copy)), parsed.GetValue(asWhom), cancel);
            await Console.Out.WriteLineAsync($"Imported “{made.Title}” as {made.Id}.");
            return 0;
        }));
        return command;
    }

    private static async Task<Id<Plan>> PlanAsync(Offline here, string? given, CancellationToken cancel)
    {
        if (given is not null)
        {
            return Id<Plan>.TryParse(given, null, out var id) ? id : throw Rule.Broken("plan-id-invalid", $"“{given}” is no plan's id.", "plan");
        }

        await using var scope = here.Services.CreateAsyncScope();
        var plans = await scope.ServiceProvider.GetRequiredService<Db>().Set<Plan>().IgnoreQueryFilters().AsNoTracking().Take(2).Select(plan => plan.Id).ToListAsync(cancel);
        return plans.Count == 1 ? plans[0] : throw Rule.Broken("plan-ambiguous", plans.Count == 0 ? "There is no plan here yet." : "There are several plans here. Name one with --plan.", "plan");
    }
}
