using Bellwether.Calendar;
using Shouldly;
using static Bellwether.Calendar.PublicationOutcome;

namespace Bellwether.Tests.Calendar;

public class PostOutcomeTests
{
    [Theory]
    [InlineData(PostStatus.Scheduled, Waiting, Waiting)]
    [InlineData(PostStatus.Publishing, Waiting, Sending)]
    [InlineData(PostStatus.Publishing, Confirmed, Waiting)]
    [InlineData(PostStatus.Published, Confirmed, Confirmed)]
    [InlineData(PostStatus.Published, Confirmed, Skipped)]
    [InlineData(PostStatus.Partial, Confirmed, Failed)]
    [InlineData(PostStatus.Partial, Confirmed, Missed)]
    [InlineData(PostStatus.Unknown, Confirmed, Unknown)]
    [InlineData(PostStatus.Missed, Failed, Missed)]
    [InlineData(PostStatus.Failed, Failed, Failed)]
    public void A_posts_status_follows_from_its_publications(PostStatus expected, PublicationOutcome one, PublicationOutcome other)
    {
        PostOutcome.Of([one, other]).ShouldBe(expected);
        PostOutcome.Of([other, one]).ShouldBe(expected);
    }

    [Fact]
    public void Without_a_publication_that_counts_the_post_keeps_its_status()
    {
        PostOutcome.Of([]).ShouldBeNull();
        PostOutcome.Of([Skipped]).ShouldBeNull();
    }
}
