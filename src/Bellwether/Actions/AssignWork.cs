using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Makes one person accountable for a node and says what they owe; without a person, nobody is.</summary>
[Needs(Permission.EditPlan)]
public sealed record AssignWork(string Node, Id<Member>? Accountable = null, string? Duty = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<AssignWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(AssignWork request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            var person = request.Accountable is { } id ? await db.FindAsync(id, "member", cancel) : null;
            work.Assign(person?.Id, request.Duty ?? work.Duty);
            journal.Say(person is null ? $"left “{work.Title}” without an owner" : $"made {person.Name} accountable for “{work.Title}”", work.Brand.Value, work.Plan.Value, work.Key);
            return WorkViews.Of(book, work.Key);
        }
    }
}

/// <summary>Says everybody's part in a node: one accountable person, who is responsible, consulted and informed. Two A or a group as A is 422; more than 3 R or 5 C warns.</summary>
/// <param name="Entries">Every letter; it replaces what was there.</param>
[Needs(Permission.EditPlan)]
public sealed record AssignRoles(string Node, IReadOnlyList<RoleEntry> Entries, string? Duty = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<AssignRoles, WorkView>
    {
        public async Task<WorkView> HandleAsync(AssignRoles request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            var (accountable, others) = RoleEntries.Split(request.Entries);
            foreach (var member in request.Entries.Where(entry => entry.Member is not null).Select(entry => entry.Member!.Value).Distinct())
            {
                await db.FindAsync(member, "member", cancel);
            }

            work.Assign(accountable, request.Duty ?? work.Duty);
            work.Involve(others);
            journal.Say($"said who does what for “{work.Title}”", work.Brand.Value, work.Plan.Value, work.Key);
            return WorkViews.Of(book, work.Key);
        }
    }
}
