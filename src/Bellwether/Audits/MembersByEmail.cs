using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>Writes members as e-mail addresses in plan files and finds them again; whoever is not a member here is left out.</summary>
[Scoped]
public sealed class MembersByEmail(Db db)
{
    private Dictionary<Id<Member>, string>? emails;
    private Dictionary<string, Id<Member>>? members;

    public async Task LoadAsync(CancellationToken cancel)
    {
        if (emails is null)
        {
            emails = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Email, cancel);
            members = emails.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
        }
    }

    public string? Email(Id<Member>? member) => member is { } id ? emails!.GetValueOrDefault(id) : null;

    public Id<Member>? Find(string? email) => email is not null && members!.TryGetValue(email, out var id) ? id : null;
}
