using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Plans;

public sealed class CommentTests
{
    [Theory, BothDatabases]
    [Requirement("R000-13")]
    public async Task A_typed_comment_stands_under_its_node_with_its_answers(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var plan = await world.OutlineAsync();
        var first = await world.RunAsync(new AddComment(plan.ToString(), "Shorten the <b>title</b>", CommentKind.Adjustment, Mentions: [ben]));
        var answer = await world.RunAsync(new AddComment(plan.ToString(), "Why?", Answers: first.Id), Role.Guest, ben);
        var deeper = await world.RunAsync(new AddComment(plan.ToString(), "Because", Answers: answer.Id));
        deeper.Answers.ShouldBe(first.Id);
        var said = await world.RunAsync(new CommentList(plan.ToString()));
        said.Select(comment => comment.Text).ShouldBe(["Shorten the <b>title</b>", "Why?", "Because"]);
        said[0].Mentions.ShouldBe([ben]);
        (await world.RunAsync(new OpenComments(plan, CommentKind.Adjustment))).ShouldHaveSingleItem().NodeTitle.ShouldBe("More guests");
        (await world.RunAsync(new ResolveComment(first.Id))).Resolved.ShouldBeTrue();
        (await world.RunAsync(new OpenComments(plan, CommentKind.Adjustment))).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    [Requirement("R000-13")]
    public async Task Only_its_author_rewords_a_comment_and_the_earlier_wording_stays(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var plan = await world.OutlineAsync();
        var comment = await world.RunAsync(new AddComment(plan.ToString(), "First wording"));
        var refused = await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new EditComment(comment.Id, "Mine now"), Role.Owner, ben));
        refused.Kind.ShouldBe(ProblemKind.Forbidden);
        var edited = await world.RunAsync(new EditComment(comment.Id, "Second wording"));
        edited.Text.ShouldBe("Second wording");
        edited.Edits.ShouldHaveSingleItem().Text.ShouldBe("First wording");
    }

    [Theory, BothDatabases]
    [Requirement("R000-13")]
    public async Task A_node_one_may_not_see_is_not_there(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        (await world.RefusedAsync(new AddComment("goal_00000000000000000000000001", "Hello"))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RefusedAsync(new AddComment("nonsense", "Hello"))).Kind.ShouldBe(ProblemKind.NotFound);
        var other = await world.RunAsync(new Brands.AddBrand("Other", "Europe/Berlin", "EUR"));
        var runner = (Runner)world.Services.GetService(typeof(Runner))!;
        var refused = await Should.ThrowAsync<ProblemException>(() => runner.RunAsync(
            new AddComment(plan.ToString(), "Hello"), current => current.Become(world.Workspace.Value, world.Owner.Value, "Ana", _ => true, new Sight([other.Id.Value], null))));
        refused.Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RefusedAsync(new AddComment(plan.ToString(), "Hello", Mentions: [Id<Member>.New()]))).Code.ShouldBe("member-unknown");
    }
}
