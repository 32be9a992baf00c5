using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>What carrying out a disposition takes, in order.</summary>
/// <param name="Disposition">What was decided.</param>
/// <param name="Title">The work in a line.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Reminder">What stays to be watched afterwards.</param>
public sealed record DispositionSteps(Disposition Disposition, string Title, IReadOnlyList<string> Steps, string? Reminder)
{
    private const string Squatting = "A freed handle can be taken by anybody, at some networks at once: search for it again in a month and a quarter.";

    /// <summary>The steps for an account; none while nothing is decided, and none to keep what is complete.</summary>
    public static DispositionSteps Of(SocialAccount account, ProfileCompleteness profile, string? into)
    {
        var name = $"{account.Handle} on {NetworkCatalogue.Of(account.Network).Name}";
        return account.Disposition switch
        {
            Disposition.Keep => new(account.Disposition, $"Keep {name}", [], null),
            Disposition.Update => new(account.Disposition, $"Update {name}",
                [.. profile.Missing.Select(part => $"Fill in: {IdText.KebabCase(part.ToString()).Replace('-', ' ')}"), "Compare name, picture and bio with the other accounts", "Check the link and its tag", "Look at the profile signed out, on a phone"], null),
            Disposition.Merge => new(account.Disposition, $"Merge {name} into {into ?? "another account"}",
                ["Export posts, followers and numbers", $"Tell followers where to go on: {into ?? "the other account"}", "Use the network’s own merge where it has one", "Replace the address on the site, in mails and in other bios", "Revoke the access of programs and agencies", "Close what is left over"], Squatting),
            Disposition.Park => new(account.Disposition, $"Park {name}",
                ["Say in the bio where you can be found instead", "Pin a post that says so", "Turn on two-step sign-in and put the keys into the vault", "Revoke the access of programs and agencies", "Turn off messages, or name who answers them"], "A parked account is signed in to once a year, or some networks take it back."),
            Disposition.Delete => new(account.Disposition, $"Delete {name}",
                ["Export the data: posts, followers, messages, numbers", "Post a farewell that says where you can be found", "Remove its address from the site, from mails and from other bios", "Revoke tokens and the access of programs and agencies", "Delete the account on the network", "Redirect old links to where people should go now"], Squatting),
            _ => new(account.Disposition, "", [], null),
        };
    }
}

/// <summary>The steps that carry out what was decided for an account.</summary>
[Needs(Permission.Read)]
public sealed record DispositionStepList(Id<SocialAccount> Account) : IQuery<DispositionSteps>
{
    internal sealed class Handler(Db db, AccountFinder accounts, AccountBook views) : IHandle<DispositionStepList, DispositionSteps>
    {
        public async Task<DispositionSteps> HandleAsync(DispositionStepList request, CancellationToken cancel) =>
            await StepsFor.AccountAsync(db, views, await accounts.FindAsync(request.Account, cancel), cancel);
    }
}

/// <summary>Work made of a disposition: the action's id, as text.</summary>
public sealed record DispositionWork(string Action, string Title, int Steps);

/// <summary>Turns what was decided for an account into an action of a plan, with its steps in order. Nothing to do is 422.</summary>
[Needs(Permission.EditPlan)]
public sealed record MakeDispositionWork(Id<SocialAccount> Account, Id<Plan> Plan, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<DispositionWork>
{
    internal sealed class Handler(Db db, AccountFinder accounts, AccountBook views, PlanFinder plans, IMakeActions actions, Journal journal) : IHandle<MakeDispositionWork, DispositionWork>
    {
        public async Task<DispositionWork> HandleAsync(MakeDispositionWork request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            var plan = await plans.FindAsync(request.Plan, cancel);
            Rule.Found(plan.Brand == account.Brand ? plan : null, "plan");
            var steps = await StepsFor.AccountAsync(db, views, account, cancel);
            Rule.Require(steps.Steps.Count > 0, "nothing-to-do", "There is nothing to do: decide to update, merge, park or delete the account first.", "account");
            var seed = new ActionSeed(plan.Id, steps.Title, account.Id.ToString(), null, request.Owner ?? account.Owner, request.Due, account.DispositionReason) { Steps = steps.Steps };
            var action = await actions.MakeAsync(seed, cancel);
            journal.Say($"made work of “{steps.Title}”", account.Brand.Value, plan.Id.Value, account.Id);
            return new DispositionWork(action, steps.Title, steps.Steps.Count);
        }
    }
}

/// <summary>Finds the other account of a merge by its name.</summary>
internal static class StepsFor
{
    public static async Task<DispositionSteps> AccountAsync(Db db, AccountBook views, SocialAccount account, CancellationToken cancel)
    {
        var into = account.MergeInto is { } other ? (await db.FindAsync(other, "account", cancel)).Handle : null;
        return DispositionSteps.Of(account, (await views.OfAsync(account, cancel)).Profile, into);
    }
}
