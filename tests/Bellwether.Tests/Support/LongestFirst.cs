using Bellwether.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: CollectionBehavior(MaxParallelThreads = LongestFirst.AtOnce)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Bellwether.Tests.Support;

/// <summary>Begins with the classes that take minutes, so that the run does not end with one of them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>More than a small machine has processors: many tests wait for a program, a server or the disk.</summary>
    public const int AtOnce = 4;

    private static readonly Type[] Long =
    [
        typeof(Publishing.KilledOnBlueskyTests), typeof(Publishing.KilledOnAWebhookTests), typeof(Tracking.KilledProcessTests), typeof(Demo.DemoTests), typeof(Doors.SightTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName)).ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];

    private static int Place(string collection)
    {
        var place = Array.FindIndex(Long, type => collection.Contains($" {type.FullName} ", StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
