using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Calendar;

public sealed class PostNodesTests
{
    [Theory, BothDatabases]
    public async Task A_comment_finds_its_post_by_the_id_alone(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var post = await world.RunAsync(new AddPost(world.Brand, "Fish tacos", "Today at the market square.", Plan: plan, Unguided: true));
        await world.InScopeAsync<Nodes>(async (_, nodes) =>
        {
            var node = await nodes.FindAsync(post.Id.ToString(), TestContext.Current.CancellationToken);
            node.ShouldBe(new PlanNode(world.Brand, plan, "Fish tacos", $"/calendar/{post.Id}"));
        });

        await world.RunAsync(new AddComment(post.Id.ToString(), "Say until when."));
        (await world.RunAsync(new CommentList(post.Id.ToString()))).ShouldHaveSingleItem().Text.ShouldBe("Say until when.");
    }

    [Theory, BothDatabases]
    public async Task What_is_no_post_or_not_ours_is_not_found(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync();
        foreach (var id in new[] { Id<Post>.New().ToString(), "post_", "post_123", post.Id.ToString()[..^1], post.Id.ToString().Replace("post_", "variant_", StringComparison.Ordinal) })
        {
            (await world.RefusedAsync(new AddComment(id, "Where is it?"))).Kind.ShouldBe(ProblemKind.NotFound, id);
        }

        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new AddComment(post.Id.ToString(), "Mine?")))).Kind.ShouldBe(ProblemKind.NotFound);
    }
}
