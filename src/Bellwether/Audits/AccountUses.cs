using Bellwether.Kernel;

namespace Bellwether.Audits;

/// <summary>Port: what a later step still wants to do with an account, by name: “the post “Lunch” of Thu 26 Nov”.</summary>
[Port]
public interface IUseAccounts
{
    Task<IReadOnlyList<string>> OpenThingsAsync(Id<SocialAccount> account, CancellationToken cancel);
}

/// <summary>Keeps an account from going while something still waits to be done on it.</summary>
[Scoped]
public sealed class AccountUses(IEnumerable<IUseAccounts> steps)
{
    private const int Named = 5;

    /// <summary>422 that lists what waits; nothing while nothing does.</summary>
    public async Task RefuseAsync(SocialAccount account, string whatFor, CancellationToken cancel)
    {
        var open = new List<string>();
        foreach (var step in steps)
        {
            open.AddRange(await step.OpenThingsAsync(account.Id, cancel));
        }

        if (open.Count > 0)
        {
            var more = open.Count > Named ? $" and {open.Count - Named} more" : "";
            throw new ProblemException(
                ProblemKind.Rule, "account-in-use", $"“{account.Handle}” cannot be {whatFor} yet: {string.Join(", ", open.Take(Named))}{more}. Move or withdraw them first.")
            {
                Details = open,
            };
        }
    }
}
