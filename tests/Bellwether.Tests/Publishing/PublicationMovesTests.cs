using Bellwether.Kernel;
using Bellwether.Publishing;

namespace Bellwether.Tests.Publishing;

/// <summary>The one table of moves, and what follows from it.</summary>
public sealed class PublicationMovesTests
{
    private static readonly PublicationStatus[] Statuses = Enum.GetValues<PublicationStatus>();

    [Fact]
    public void Every_status_can_be_reached_from_the_queue()
    {
        var reached = new HashSet<PublicationStatus> { PublicationStatus.Queued };
        while (true)
        {
            var more = from status in reached.ToList() from move in Enum.GetValues<PublicationMove>() select PublicationMoves.Of(status, move);
            var found = more.OfType<PublicationStatus>().Where(reached.Add).ToList();
            if (found.Count == 0)
            {
                break;
            }
        }

        reached.ShouldBe(Statuses, ignoreOrder: true);
    }

    [Theory]
    [InlineData(PublicationStatus.Armed)]
    [InlineData(PublicationStatus.Unknown)]
    [InlineData(PublicationStatus.Confirmed)]
    [InlineData(PublicationStatus.Deleted)]
    public void What_may_be_out_never_goes_straight_back_into_the_queue(PublicationStatus status) =>
        PublicationMoves.Of(status, PublicationMove.Requeue).ShouldBeNull();

    [Fact]
    public void Only_an_armed_publication_is_sent() =>
        Statuses.Where(status => PublicationMoves.Of(status, PublicationMove.Send) is not null).ShouldBe([PublicationStatus.Armed]);

    [Fact]
    public void A_move_that_is_not_in_the_table_throws() =>
        Should.Throw<ProblemException>(() => PublicationMoves.Go(PublicationStatus.Deleted, PublicationMove.Requeue)).Kind.ShouldBe(ProblemKind.Conflict);

    [Fact]
    public void Waits_grow_up_to_a_quarter_of_an_hour_and_are_spread_over_the_whole_span()
    {
        Backoff.After(0, 1).TotalSeconds.ShouldBe(2);
        Backoff.After(3, 1).TotalSeconds.ShouldBe(16);
        Backoff.After(20, 1).TotalMinutes.ShouldBe(15);
        Backoff.After(20, 0).TotalSeconds.ShouldBe(0);
    }
}
