using Bellwether.Actions;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Actions;

public sealed class DependenciesTests
{
    [Fact, Requirement("R000-17")]
    public void The_circle_is_printed_from_its_start_back_to_it() =>
        Dependencies.Circle([("a", "b"), ("b", "c"), ("x", "a")], "c", "a").ShouldBe(["c", "a", "b", "c"]);

    [Fact]
    public void A_shortcut_is_no_circle() =>
        Dependencies.Circle([("a", "b"), ("b", "c")], "a", "c").ShouldBeNull();

    [Fact, Requirement("R000-17")]
    public void Edges_that_only_point_forward_never_close_a_circle_and_one_that_points_back_does()
    {
        var edge = from first in Gen.Choose(0, 8) from second in Gen.Choose(first + 1, 9) select (From: first, To: second);
        Prop.ForAll(edge.NonEmptyListOf().ToArbitrary(), drawn =>
        {
            var edges = drawn.Select(each => ($"{each.From}", $"{each.To}")).ToList();
            var (first, last) = edges[0];
            var circle = Dependencies.Circle(edges, last, first);
            return Dependencies.Circle(edges, first, last) is null
                && circle is not null && circle[0] == last && circle[^1] == last
                && circle.Skip(1).Zip(circle.Skip(2)).All(pair => edges.Contains((pair.First, pair.Second)));
        }).QuickCheckThrowOnFailure();
    }
}
