using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.People;

/// <summary>Sets the last day of everybody who comes from a firm, when the engagement ends; 404 when nobody does.</summary>
/// <param name="Firm">Its name as it stands at its guests.</param>
/// <param name="Until">The last day of access; it ends by itself after it. A day that has passed ends it at once.</param>
[Needs(Permission.Administer)]
public sealed record EndFirm(string Firm, LocalDate Until) : ICommand<IReadOnlyList<MemberView>>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, Journal journal) : IHandle<EndFirm, IReadOnlyList<MemberView>>
    {
        public async Task<IReadOnlyList<MemberView>> HandleAsync(EndFirm request, CancellationToken cancel)
        {
            var firm = Rule.Text(request.Firm, "firm", 120);
            var guests = (await db.Set<Member>().Where(member => member.Firm == firm && member.LeftAt == null).OrderBy(member => member.Name).ToListAsync(cancel)).Where(member => current.Sight.Covers(member.Sight)).ToList();
            Rule.Found(guests.Count > 0 ? guests : null, "firm");
            foreach (var guest in guests)
            {
                guest.StayUntil(request.Until);
            }

            journal.Say($"ends the access of {firm} on {request.Until:uuuu-MM-dd}, {guests.Count} guests");
            return [.. guests.Select(guest => MemberView.Of(guest, clock.Now()))];
        }
    }
}
