using Bellwether.Networks;
using Bellwether.Tests.Connectors.Benches;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors;

/// <summary>The promises for first comments, where a comment is no post.</summary>
public sealed partial class ConnectorContractTests
{
    public static TheoryData<string> Commenting => [.. BenchList.All.Where(bench => NetworkCatalogue.Of(bench.Key.Split(' ')[0]).Posting.FirstComment).Select(bench => bench.Key)];

    [Theory, MemberData(nameof(Commenting))]
    public async Task A_first_comment_stands_once_below_its_post_and_a_lost_one_is_looked_up_or_shown_to_a_person(string network)
    {
        await using var table = await Table.OpenAsync(network);
        var post = (await table.SendAsync(await table.PlanAsync(table.Post("The post")))).ShouldBeOfType<SendOutcome.Confirmed>().Post;
        Task<PlannedCall> CommentAsync(string text) => table.PlanAsync(new OutgoingPost("publication_0123456789abcdefghijklmnop", text, [], Parts: [post], Segment: 1) { IsComment = true });

        var call = await CommentAsync("Menu: https://taco.example/?a=1&b=2 #tacos <3");
        table.Connector.RepeatsSafely(call).ShouldBeFalse("no network has a key for comments");
        var comment = (await table.SendAsync(call)).ShouldBeOfType<SendOutcome.Confirmed>().Post;
        table.Bench.Comments.ShouldHaveSingleItem().ShouldSatisfyAllConditions(seen => seen.Text.ShouldBe("Menu: https://taco.example/?a=1&b=2 #tacos <3"), seen => seen.AnswersTo.ShouldBe(post.Id));

        table.Bench.Front.NextAnswerIsLost(WebhookFault.Close);
        (await table.UntilKnownAsync(await CommentAsync("Arrived, the answer did not"))).ShouldBe(table.Bench.FindsComments);
        table.Bench.Comments.Count.ShouldBe(2);
        table.Bench.Front.NextIsLost(WebhookFault.Close);
        (await table.UntilKnownAsync(await CommentAsync("Lost before it arrived"))).ShouldBe(table.Bench.FindsComments);
        table.Bench.Comments.Select(seen => seen.Text).ShouldBeUnique();
        table.Bench.Comments.Count.ShouldBe(table.Bench.FindsComments ? 3 : 2);

        (await table.Connector.DeleteAsync(table.Access, comment.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
        table.Bench.Comments.Count.ShouldBe(table.Bench.FindsComments ? 2 : 1);
        (await table.Bench.SeenAsync()).Count.ShouldBe(1, "the post stays");
        var late = await CommentAsync("Too late");
        await table.Bench.EndCredentialsAsync();
        (await table.SendAsync(late)).ShouldBeOfType<SendOutcome.Rejected>().Kind.ShouldBe(ErrorKind.AuthRevoked);
    }
}
