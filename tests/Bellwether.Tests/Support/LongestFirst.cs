using Bellwether.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: CollectionBehavior(MaxParallelThreads = LongestFirst.AtOnce)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Bellwether.Tests.Support;

/// <summary>Begins with the classes that take minutes, so that the run does not end with one of them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>One more than a small machine has processors: each waits for a program or a disk half of its time. The browser walks beside them, and a person's patience is measured there.</summary>
    public const int AtOnce = 3;

    /// <summary>The classes that start and kill the real program run one after the other: several starts at once only wait for each other.</summary>
    public const string KilledPrograms = "Killed programs";

    private static readonly string[] Long = [KilledPrograms, Of<Doors.SightTests>(), Of<Demo.DemoTests>(), Of<Publishing.NeverTwiceNeverLostTests>()];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName)).ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];

    private static int Place(string collection)
    {
        var place = Array.FindIndex(Long, name => collection.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }

    private static string Of<TTests>() => $" {typeof(TTests).FullName} ";
}
