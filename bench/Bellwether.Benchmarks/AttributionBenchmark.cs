using Bellwether.Returns.Attribution;

namespace Bellwether.Benchmarks;

/// <summary>Journeys of one to ten touches over twelve channels, credited under every model, beside counting their touches.</summary>
internal static class AttributionBenchmark
{
    public static void Run(int count)
    {
        var random = new Random(4);
        var journeys = new Journeys(new AttributionRules());
        int[] channels = [.. Enumerable.Range(0, 12).Select(number => journeys.Number($"channel {number}"))];
        var path = new Touch[10];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var filling = Hall.TimeAsync(() =>
        {
            for (var journey = 0; journey < count; journey++)
            {
                // Few channels are common, most are rare, as everywhere.
                var length = 1 + random.Next(10);
                for (var place = 0; place < length; place++)
                {
                    path[place] = new Touch(channels[(int)(12 * Math.Pow(random.NextDouble(), 2))], (length - place) * 1.5);
                }

                var converts = random.Next(20) == 0;
                journeys.Add(path.AsSpan(0, length), new Outcome(converts ? 1 : 0, converts ? random.Next(5, 200) : 0, converts ? 0 : 1));
            }

            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var bare = Time(() => Touches(journeys));
        Hall.Say($"{count:N0} journeys laid out in {filling.TotalSeconds:F2} s, {megabytes:F0} MB; reading their touches: {bare * 1000:F0} ms");
        foreach (var model in Enum.GetValues<AttributionModel>())
        {
            var seconds = Time(() => Crediting.Of(model, journeys).Channels.Count);
            Hall.Say($"{model}: {seconds:F2} s, {seconds / bare:F0} times the reading (limit 3 s for a million)");
        }

        var remembering = new Journeys(new AttributionRules(Order: 2));
        foreach (var channel in journeys.Channels)
        {
            remembering.Number(channel);
        }

        for (var place = 0; place < journeys.Count; place++)
        {
            remembering.Add(journeys.PathOf(place), journeys.OutcomeOf(place));
        }

        Hall.Say($"Markov that remembers two touches: {Time(() => Crediting.Of(AttributionModel.Markov, remembering).Channels.Count):F2} s");
    }

    private static int Touches(Journeys journeys)
    {
        var sum = 0;
        for (var place = 0; place < journeys.Count; place++)
        {
            foreach (var touch in journeys.PathOf(place))
            {
                sum += touch.Channel;
            }
        }

        return sum;
    }

    private static double Time(Func<int> work) =>
        Hall.TimeAsync(() => Task.FromResult(work())).GetAwaiter().GetResult().TotalSeconds;
}
