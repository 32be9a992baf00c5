using System.Text;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>Port: where the screen is reached from outside, without a slash at the end.</summary>
[Port]
public interface IScreenAddress
{
    string Base { get; }
}

/// <summary>How many mails were written.</summary>
public sealed record WrittenMails(int Count);

/// <summary>
/// Writes the mails that are due: what a member has not been told of yet, in one mail a day or as it comes. What is in a mail is
/// marked in the same transaction, so that it is in no other one.
/// </summary>
[Internal("The timetable sends it every minute.")]
[Needs(Permission.Publish)]
public sealed record WriteMails : ICommand<WrittenMails>
{
    internal sealed class Handler(Db db, TimeProvider clock, IEnumerable<IScreenAddress> screens) : IHandle<WriteMails, WrittenMails>
    {
        private const int Most = 50;

        public async Task<WrittenMails> HandleAsync(WriteMails request, CancellationToken cancel)
        {
            var now = clock.Now();
            if (!await db.Set<MailServer>().AnyAsync(cancel))
            {
                return new WrittenMails(0);
            }

            var wishes = (await db.Set<MailWish>().AsNoTracking().Where(wish => wish.Pace != MailPace.Never).ToListAsync(cancel)).Where(wish => wish.IsTime(now)).ToDictionary(wish => wish.Member);
            var members = (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Where(member => wishes.ContainsKey(member.Id) && member.IsActive(now)).ToList();
            var ids = members.ConvertAll(member => member.Id);
            var open = (await db.Set<Tickler>().Where(row => ids.Contains(row.Member) && row.DoneAt == null && row.MailedAt == null).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.Member);
            var brands = await db.Set<Brand>().AsNoTracking().ToDictionaryAsync(brand => brand.Id, cancel);
            var count = 0;
            foreach (var member in members)
            {
                var due = open[member.Id].Where(row => brands.TryGetValue(row.Brand, out var brand) && member.Sight.Covers(brand.Id.Value) && row.From <= clock.Today(brand.Zone)).ToList();
                if (due.Count == 0 || (wishes[member.Id].Pace == MailPace.Digest && await HadOneAsync(wishes[member.Id], now, cancel)))
                {
                    continue;
                }

                due.ForEach(row => row.Mail(now));
                db.Add(new Mail(member.Id, Subject(due, brands), Text(member, due, brands), now));
                count++;
            }

            return new WrittenMails(count);
        }

        private async Task<bool> HadOneAsync(MailWish wish, Instant now, CancellationToken cancel)
        {
            var today = wish.Zone.AtStartOfDay(now.InZone(wish.Zone).Date).ToInstant();
            return await db.Set<Mail>().AnyAsync(mail => mail.Member == wish.Member && mail.CreatedAt >= today, cancel);
        }

        private static string Subject(List<Tickler> due, Dictionary<Id<Brand>, Brand> brands)
        {
            var names = due.Select(row => brands[row.Brand].Name).Distinct(StringComparer.Ordinal).ToList();
            var what = due.Count == 1 ? due[0].Words : $"{due.Count} things to look at";
            return $"{string.Join(", ", names.Take(3))}: {Excerpt.Of(what, 120)}";
        }

        private string Text(Member member, List<Tickler> due, Dictionary<Id<Brand>, Brand> brands)
        {
            var address = screens.FirstOrDefault()?.Base ?? "";
            var text = new StringBuilder($"Hello {member.Name},\n\n");
            foreach (var brand in due.GroupBy(row => row.Brand))
            {
                text.Append(brands[brand.Key].Name).Append('\n');
                foreach (var row in brand.Take(Most))
                {
                    text.Append("- ").Append(row.Words).Append("\n  ").Append(address).Append(row.Path).Append(row.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?').Append("brand=").Append(brand.Key).Append('\n');
                }

                if (brand.Count() > Most)
                {
                    text.Append("- and ").Append(brand.Count() - Most).Append(" more\n");
                }

                text.Append('\n');
            }

            return text.Append("You asked for this mail. Change or end it here: ").Append(address).Append("/settings/mail\n").ToString();
        }
    }
}
