using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Storage;

public sealed class HandOverTests
{
    [Theory, BothDatabases]
    public async Task A_reaction_that_fails_never_fails_the_command_and_is_tried_again(DatabaseKind on)
    {
        var reaction = new Reaction((_, tries) => tries == 1 ? throw new InvalidOperationException("The first time it rains.") : Task.CompletedTask);
        await using var world = await World.OnAsync(on, services => services.AddScoped<IReact<MembersMentioned>>(_ => reaction));
        var ben = await MentionAsync(world);
        reaction.Tries.ShouldBe(1);
        (await TicklersAsync(world, ben)).ShouldBe(0, "what reacted before the failure is taken back with it");
        world.Clock.Advance(TimeSpan.FromSeconds(3));
        await world.Services.GetRequiredService<IHandOver>().DrainAsync(TestContext.Current.CancellationToken);
        reaction.Tries.ShouldBe(2);
        (await TicklersAsync(world, ben)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task An_event_that_is_forgotten_while_it_is_handed_over_troubles_nobody(DatabaseKind on)
    {
        World? world = null;
        var reaction = new Reaction(async (_, _) =>
        {
            await world!.SeeAsync(db => db.Set<OutboxEvent>().IgnoreQueryFilters().ExecuteDeleteAsync());
            throw new InvalidOperationException("Its brand is gone.");
        });
        await using (world = await World.OnAsync(on, services => services.AddScoped<IReact<MembersMentioned>>(_ => reaction)))
        {
            await MentionAsync(world);
            reaction.Tries.ShouldBe(1);
            (await world.SeeAsync(db => db.Set<OutboxEvent>().CountAsync())).ShouldBe(0);
        }
    }

    private static async Task<Id<Member>> MentionAsync(World world)
    {
        var plan = await world.PlanAsync();
        var ben = await world.MemberAsync("Ben");
        (await world.RunAsync(new AddComment(plan.ToString(), "Can you look?", Mentions: [ben]))).Mentions.ShouldBe([ben]);
        return ben;
    }

    private static async Task<int> TicklersAsync(World world, Id<Member> member) => (await world.RunAsync(new TicklerList(world.Brand), Role.Editor, member)).Count;

    private sealed class Reaction(Func<MembersMentioned, int, Task> react) : IReact<MembersMentioned>
    {
        public int Tries { get; private set; }

        public Task ReactAsync(MembersMentioned happened, CancellationToken cancel) => react(happened, ++Tries);
    }
}
