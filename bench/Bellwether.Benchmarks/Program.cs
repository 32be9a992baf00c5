using System.Globalization;
using Bellwether.Benchmarks;

// Run by hand, in Release, on a machine that does nothing else, and in a short form with the tests: dotnet run -c Release --project bench/Bellwether.Benchmarks -- calendar
// Each reports a ratio against something bare in the same run; none decides anything by wall clock.
Console.WriteLine(Hall.Machine());
int Number(int place, int usual) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : usual;
switch (args.FirstOrDefault())
{
    case "short":
        // What runs with the tests: a look at each hot path that has a limit, small, and at the laws its figures depend on.
        var second = TimeSpan.FromSeconds(1);
        await RedirectBenchmark.RunAsync(second, 32, postgres: null);
        await IntakeBenchmark.RunAsync(second, 32, postgres: null);
        await ReportsBenchmark.RunAsync(20_000, 3);
        AttributionBenchmark.Run(2_000);
        await StoredPathsBenchmark.RunAsync(2_000);
        await ImportBenchmark.RunAsync(10_000);
        await CalendarBenchmark.RunAsync();
        return 0;
    case "redirects":
        await RedirectBenchmark.RunAsync(TimeSpan.FromSeconds(Number(1, 5)), Number(2, 32), args.ElementAtOrDefault(3));
        return 0;
    case "intake":
        await IntakeBenchmark.RunAsync(TimeSpan.FromSeconds(Number(1, 5)), Number(2, 32), args.ElementAtOrDefault(3));
        return 0;
    case "calendar":
        await CalendarBenchmark.RunAsync();
        return 0;
    case "import":
        await ImportBenchmark.RunAsync(Number(1, 1_000_000));
        return 0;
    case "publish":
        await PublishBenchmark.RunAsync(Number(1, 10_000));
        return 0;
    case "nodes" when args.Length > 2:
        await NodesBenchmark.RunAsync(args[1], args[2], Number(3, 2_000));
        return 0;
    case "reports":
        await ReportsBenchmark.RunAsync(Number(1, 1_000_000), Number(2, ReportsBenchmark.Days));
        return 0;
    case "attribution":
        AttributionBenchmark.Run(Number(1, 1_000_000));
        await StoredPathsBenchmark.RunAsync(Number(1, 1_000_000));
        return 0;
    case "start" when args.Length > 1:
        await StartBenchmark.RunAsync(args[1]);
        return 0;
    case "memory" when args.Length > 1:
        await MemoryBenchmark.RunAsync(args[1], TimeSpan.FromSeconds(Number(2, 15)), Number(3, 32));
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: short, redirects [seconds] [connections] [connection string of an empty PostgreSQL database], intake (as redirects), calendar, import [numbers], publish [publications], nodes <path of bellwether.dll> <connection string of an empty PostgreSQL database> [publications], reports [events] [days whose single events are kept], attribution [journeys], start <path of bellwether.dll>, memory <path of bellwether.dll> [seconds] [connections]");
        return 2;
}
