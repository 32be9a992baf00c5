using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>What a person wrote for one account.</summary>
/// <param name="Account">The account it goes out on.</param>
/// <param name="Text">Words of its own; null follows the shared text.</param>
/// <param name="Media">Pictures and videos in their order.</param>
/// <param name="Link">A link shown beside the text where the network wants one.</param>
/// <param name="FirstComment">What is said below it right after it is out, as the next part of the thread.</param>
/// <param name="Options">What it says of itself on its network, by the keys of the network's options, such as its audience; what is left out follows the account.</param>
public sealed record Told(Id<SocialAccount> Account, string? Text = null, IReadOnlyList<VariantMedia>? Media = null, string? Link = null, string? FirstComment = null,
    IReadOnlyDictionary<string, string>? Options = null)
{
    /// <summary>The drafts of a post's variants; 404 for an account of another brand.</summary>
    internal static async Task<IReadOnlyList<VariantDraft>> DraftsAsync(Db db, Id<Brands.Brand> brand, IReadOnlyList<Told> told, CancellationToken cancel)
    {
        var ids = told.Select(one => one.Account).ToList();
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand && ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancel);
        return [.. told.Select(one => new VariantDraft(one.Account, Rule.Found(accounts.GetValueOrDefault(one.Account), "account").Network, one.Text, one.Media ?? [], one.Link, FirstComment: one.FirstComment, Options: one.Options))];
    }
}
