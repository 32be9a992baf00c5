using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Calendar;

/// <summary>Who has to say yes, worked out from the rules alone.</summary>
[Requirement("R002-39")]
public sealed class ApprovalFlowTests
{
    private static readonly Id<Brand> Brand = Id<Brand>.New();
    private static readonly Id<Member> Ana = Id<Member>.New(), Ben = Id<Member>.New(), Cleo = Id<Member>.New();

    [Fact]
    public void Without_steps_one_yes_of_anybody_who_may_is_enough()
    {
        var post = Written(Ben);
        Flow(post, [], []).Current!.WaitsFor.ShouldBe([Ana, Ben, Cleo], ignoreOrder: true);
        Flow(post, [], [Yes(post, "", Cleo)]).Current.ShouldBeNull();
        // A yes to other words is none.
        var old = Yes(post, "", Cleo);
        post.Write("Lunch", "Other words");
        post.Keep(null, "Ben");
        Flow(post, [], [old]).Current.ShouldNotBeNull();
    }

    [Fact]
    public void Steps_follow_one_another_and_ask_any_or_all_of_the_people_they_name()
    {
        IReadOnlyList<ApprovalStep> steps = [new("Kitchen", [Ana, Cleo]), new("House", [Ana, Ben], All: true), new("Client", [], Outside: true)];
        var post = Written(Cleo);
        Flow(post, steps, []).Current!.Name.ShouldBe("Kitchen");
        var one = Yes(post, "Kitchen", Cleo);
        Flow(post, steps, [one]).Current!.WaitsFor.ShouldBe([Ana, Ben], ignoreOrder: true);
        Flow(post, steps, [one, Yes(post, "House", Ben)]).Current!.WaitsFor.ShouldBe([Ana]);
        // Somebody outside is never replaced by a member.
        List<Approval> inside = [one, Yes(post, "House", Ben), Yes(post, "House", Ana), Yes(post, "Client", Ana)];
        Flow(post, steps, inside).Current!.Name.ShouldBe("Client");
        Flow(post, steps, [.. inside, new Approval(post, "Client", null, Id<ReviewLink>.New(), "Mr Client", null)]).Current.ShouldBeNull();
    }

    [Fact]
    public void With_four_eyes_nobody_counts_for_their_own_post_and_a_step_never_waits_for_nobody()
    {
        var post = Written(Ana);
        IReadOnlyList<ApprovalStep> steps = [new("House", [Ana, Ben], All: true)];
        Flow(post, steps, [], fourEyes: true).Current!.WaitsFor.ShouldBe([Ben]);
        Flow(post, steps, [Yes(post, "House", Ana)], fourEyes: true).Current.ShouldNotBeNull();
        Flow(post, steps, [Yes(post, "House", Ben)], fourEyes: true).Current.ShouldBeNull();
        // The only one asked is the author, or has left: anybody else who may steps in.
        Flow(post, [new("House", [Ana])], [], fourEyes: true).Current!.WaitsFor.ShouldBe([Ben, Cleo], ignoreOrder: true);
        Flow(post, [new("House", [Id<Member>.New()], All: true)], []).Current!.WaitsFor.Count.ShouldBe(3);
    }

    private static Post Written(Id<Member> by)
    {
        var post = new Post(Brand, "Lunch", "Tacos at noon", by.Value);
        post.Keep(by.Value, "somebody");
        return post;
    }

    private static Approval Yes(Post post, string step, Id<Member> by) => new(post, step, by, null, "somebody", null);

    private static ApprovalFlow Flow(Post post, IReadOnlyList<ApprovalStep> steps, IReadOnlyCollection<Approval> given, bool fourEyes = false) =>
        ApprovalFlow.Of(CalendarRulesView.Usual(Brand) with { Steps = steps, FourEyes = fourEyes }, post, given, [Ana, Ben, Cleo]);
}
