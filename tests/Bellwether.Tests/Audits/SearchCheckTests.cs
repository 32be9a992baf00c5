using Bellwether.Audits;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Audits;

public sealed class SearchCheckTests
{
    [Theory, BothDatabases, Requirement("R002-29")]
    public async Task Each_network_is_searched_each_quarter_and_strangers_are_recorded(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", "https://x.com/taco", Purpose: "News"));
        await world.RunAsync(new AddSocialAccount(world.Brand, "x", "tacojobs", Purpose: "News"));
        var task = (await world.RunAsync(new SearchTaskList(world.Brand))).Single();
        task.Terms.ShouldBe(["Taco Loco", "taco", "tacojobs"]);
        task.Search.ShouldBe("https://x.com/search?q=Taco%20Loco&f=user");
        task.Overdue.ShouldBeTrue();
        var made = await world.RunAsync(new RecordSearchCheck(world.Brand, "x", "Taco Loco", [
            new("https://x.com/tacofan", "tacofan", StrangerVerdict.Harmless),
            new("https://x.com/tac0", "tac0", StrangerVerdict.Suspicious, "Uses our picture"),
        ]));
        made.Strangers[1].Case.ShouldNotBeNull();
        (await world.RunAsync(new CaseDetail(made.Strangers[1].Case!.Value))).Case.Notes.ShouldBe("Uses our picture");
        task = (await world.RunAsync(new SearchTaskList(world.Brand))).Single();
        task.Overdue.ShouldBeFalse();
        task.Last!.Strangers.Count.ShouldBe(2);
        world.Clock.Advance(TimeSpan.FromDays(90));
        (await world.RunAsync(new AuditTodo(world.Brand))).ShouldContain(item => item.Kind == AuditTodoKind.Search);
        var again = await world.RunAsync(new RecordSearchCheck(world.Brand, "x", "Taco Loco", [new("x.com/tac0", null, StrangerVerdict.Suspicious)]));
        again.Strangers[0].Case.ShouldBe(made.Strangers[1].Case, "one fake is one case");
        (await world.RefusedAsync(new RecordSearchCheck(world.Brand, "x", "Taco", [new("https://twitter.com/TACO", null, StrangerVerdict.Suspicious)]))).Code.ShouldBe("this-is-ours");
    }
}
