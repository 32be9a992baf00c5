using Bellwether.Benchmarks;

// Run by hand: dotnet run -c Release --project bench/Bellwether.Benchmarks -- redirects [seconds] [connections]
// Reports ratios against a bare endpoint in the same run; it decides nothing by wall clock.
var seconds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5;
var connections = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 32;
switch (args.FirstOrDefault())
{
    case "redirects":
        await RedirectBenchmark.RunAsync(TimeSpan.FromSeconds(seconds), connections);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: redirects [seconds] [connections]");
        return 2;
}
