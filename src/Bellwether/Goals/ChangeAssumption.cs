using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;

namespace Bellwether.Goals;

/// <summary>Words an assumption better, gives it to another person or goal. Its guess changes by revision only. An empty <paramref name="Clear"/> leaves everything as it is.</summary>
/// <param name="Assumption">The assumption.</param>
/// <param name="Statement">What is assumed.</param>
/// <param name="Reasoning">Why one believes it.</param>
/// <param name="Goal">The goal that rests on it.</param>
/// <param name="Owner">Who hears of it when it breaks.</param>
/// <param name="Clear">Fields to empty, by name: “goal”, “owner”.</param>
/// <param name="IfVersion">The version the caller saw.</param>
[Needs(Permission.EditPlan)]
public sealed record ChangeAssumption(
    Id<Assumption> Assumption, [property: MaxLength(500)] string? Statement = null, [property: MaxLength(2000)] string? Reasoning = null, Id<Goal>? Goal = null, Id<Member>? Owner = null,
    IReadOnlyList<string>? Clear = null, int? IfVersion = null) : ICommand<AssumptionView>, IExpectsVersion, IChecked
{
    private static readonly string[] Clearable = ["goal", "owner"];

    public IEnumerable<FieldProblem> Check() =>
        (Clear ?? []).Where(name => !Clearable.Contains(name)).Select(name => new FieldProblem("clear", $"“{name}” cannot be emptied. These can: {string.Join(", ", Clearable)}."));

    internal sealed class Handler(Db db, GoalFinder finder, AssumptionBook book, TimeProvider clock, Journal journal) : IHandle<ChangeAssumption, AssumptionView>
    {
        public async Task<AssumptionView> HandleAsync(ChangeAssumption request, CancellationToken cancel)
        {
            var (assumption, plan, brand) = await book.ToChangeAsync(request.Assumption, cancel);
            assumption.Expect(request.IfVersion);
            assumption.Word(request.Statement ?? assumption.Statement, request.Reasoning ?? assumption.Reasoning);
            if (request.Goal is not null || request.Clear?.Contains("goal") == true)
            {
                assumption.BearOn(request.Goal is { } goal ? await db.FindAsync(goal, "goal", cancel) : null);
            }

            if (request.Owner is not null || request.Clear?.Contains("owner") == true)
            {
                assumption.Own(await finder.MemberAsync(request.Owner, cancel), clock.Now());
            }

            journal.Say($"changed the assumption “{assumption.Statement}”", plan.Brand.Value, plan.Id.Value, assumption.Id);
            return await book.ViewAsync(assumption, brand, cancel);
        }
    }
}

/// <summary>Guesses again, with a new number, range or day. The old guess is kept and judged on its own day.</summary>
[Needs(Permission.EditPlan)]
public sealed record ReviseAssumption(Id<Assumption> Assumption, GuessSheet Guess) : ICommand<AssumptionView>
{
    internal sealed class Handler(AssumptionBook book, Journal journal) : IHandle<ReviseAssumption, AssumptionView>
    {
        public async Task<AssumptionView> HandleAsync(ReviseAssumption request, CancellationToken cancel)
        {
            var (assumption, plan, brand) = await book.ToChangeAsync(request.Assumption, cancel);
            assumption.State(await book.GuessAsync(assumption, request.Guess, brand, cancel));
            journal.Say($"guessed anew about “{assumption.Statement}”", plan.Brand.Value, plan.Id.Value, assumption.Id, request.Guess.Why);
            return await book.ViewAsync(assumption, brand, cancel);
        }
    }
}

/// <summary>Takes an assumption back while nothing has been judged; afterwards it stays for what it teaches.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveAssumption(Id<Assumption> Assumption, string? Why = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, AssumptionBook book, Journal journal) : IHandle<RemoveAssumption, Done>
    {
        public async Task<Done> HandleAsync(RemoveAssumption request, CancellationToken cancel)
        {
            var (assumption, plan, _) = await book.ToChangeAsync(request.Assumption, cancel);
            Rule.Require(assumption.Guesses.All(guess => guess.Outcome is null), "assumption-judged", "It has been judged: it stays, so that guesses can be compared with results.");
            db.Remove(assumption);
            journal.Say($"took back the assumption “{assumption.Statement}”", plan.Brand.Value, plan.Id.Value, assumption.Id, request.Why);
            return Done.It;
        }
    }
}
