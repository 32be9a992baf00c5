using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class PostMovesTests
{
    private static readonly PostStatus[] Derived =
        [PostStatus.Publishing, PostStatus.Published, PostStatus.Partial, PostStatus.Failed, PostStatus.Missed, PostStatus.Unknown];

    [Fact, Requirement("R002-39")]
    public void The_way_of_a_post_is_draft_review_approval_schedule()
    {
        PostMoves.Make(PostStatus.Draft, PostMove.Submit).ShouldBe(PostStatus.InReview);
        PostMoves.Make(PostStatus.InReview, PostMove.Approve).ShouldBe(PostStatus.Approved);
        PostMoves.Make(PostStatus.Approved, PostMove.Schedule).ShouldBe(PostStatus.Scheduled);
        PostMoves.Make(PostStatus.Scheduled, PostMove.Unschedule).ShouldBe(PostStatus.Approved);
        PostMoves.Make(PostStatus.Approved, PostMove.SendBack).ShouldBe(PostStatus.Draft);
    }

    [Fact]
    public void A_draft_is_never_scheduled_without_an_approval()
    {
        var problem = Should.Throw<ProblemException>(() => PostMoves.Make(PostStatus.Draft, PostMove.Schedule));
        problem.Kind.ShouldBe(ProblemKind.Conflict);
        problem.Message.ShouldContain("put it up for approval");
    }

    [Fact]
    public void No_move_of_a_person_leads_to_a_status_that_publications_decide()
    {
        foreach (var from in Enum.GetValues<PostStatus>())
        {
            foreach (var move in Enum.GetValues<PostMove>())
            {
                if (PostMoves.Of(from, move) is { } to)
                {
                    Derived.ShouldNotContain(to);
                }
            }
        }
    }

    [Fact]
    public void What_is_out_or_on_its_way_takes_no_move()
    {
        foreach (var status in (PostStatus[])[PostStatus.Publishing, PostStatus.Published, PostStatus.Partial, PostStatus.Unknown])
        {
            PostMoves.From(status).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Whatever_people_try_a_scheduled_post_was_approved_and_has_a_time_ahead()
    {
        var now = Instant.FromUtc(2026, 3, 26, 8, 0);
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), tries =>
        {
            var post = new Post(Id<Brand>.New(), "Lunch", "Soup", null);
            post.Tell([new VariantDraft(Id<Bellwether.Audits.SocialAccount>.New(), "x", null, [], null)]);
            foreach (var step in tries)
            {
                try
                {
                    Try(post, Math.Abs(step % 9), now);
                }
                catch (ProblemException)
                {
                    // Refusing is fine; a wrong state afterwards is not.
                }

                if (post.Status == PostStatus.Scheduled && !(post.ApprovedAt is not null && post.DueAt > now && post.ScheduledAt is not null))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static void Try(Post post, int step, Instant now)
    {
        switch (step)
        {
            case 0: post.Submit(null); break;
            case 1: post.Approve(null, false, now); break;
            case 2: post.Schedule(now); break;
            case 3: post.MoveTo(Slot.Of(new LocalDateTime(2026, 4, 1, 10, 0), DateTimeZone.Utc), now); break;
            case 4: post.Unschedule(); break;
            case 5: post.Hold(null); break;
            case 6: post.Resume(); break;
            case 7: post.SendBack("Shorter"); break;
            default: post.LoseSlot(); break;
        }
    }
}
