using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>Finds cases with the clock and the promises of their brand, and shows them.</summary>
[Scoped]
public sealed class InboxDesk(Db db, ICurrent current, TimeProvider clock)
{
    /// <summary>The member who asks; null for the program itself.</summary>
    internal Id<Member>? Me => current.MemberKey is { } key ? new Id<Member>(key) : null;

    /// <summary>When something happened: now unless told, and never in the future. 422 otherwise.</summary>
    internal Instant When(Instant? told)
    {
        var now = clock.Now();
        Rule.Require(told is null || told <= now, "time-in-future", "This has not happened yet. Check the time.", "at");
        return told ?? now;
    }

    /// <summary>What a brand promises, or null while the usual terms hold.</summary>
    internal Task<Sla?> SlaAsync(Id<Brand> brand, CancellationToken cancel) => db.Set<Sla>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand, cancel);

    internal async Task<BusinessClock> ClockAsync(Brand brand, CancellationToken cancel) => BusinessClock.Of(brand, (await SlaAsync(brand.Id, cancel))?.DaysOff);

    /// <summary>The case, tracked for change, and its brand's clock; 404 in words otherwise.</summary>
    internal async Task<(Case Case, BusinessClock Clock)> FindAsync(Id<Case> id, CancellationToken cancel)
    {
        var found = await db.FindAsync(id, "case", cancel);
        return (found, await ClockAsync(await db.FindAsync(found.Brand, "brand", cancel), cancel));
    }

    /// <summary>The account they turned to, of the same brand; 404 otherwise.</summary>
    internal async Task<SocialAccount?> AccountAsync(Id<Brand> brand, Id<SocialAccount>? id, CancellationToken cancel) => id is not { } account
        ? null
        : Rule.Found(await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == account && row.Brand == brand, cancel), "account");

    /// <summary>The member who is to look after a case; 404 for a stranger, 422 for one who has left or does not see the brand.</summary>
    internal async Task<Id<Member>?> AssigneeAsync(Case row, Id<Member>? id, CancellationToken cancel)
    {
        if (id is not { } wanted)
        {
            return null;
        }

        var member = await db.FindAsync(wanted, "member", cancel);
        Rule.Require(member.IsActive(clock.Now()) && member.Sight.Covers(row.Brand.Value), "assignee-elsewhere", $"{member.Name} has left or does not see this brand. Choose somebody else.", "assignee");
        return member.Id;
    }

    internal CareRow Row(Case row, BusinessClock business) => CareRow.Of(row, business, clock.Now());

    /// <summary>The case with its conversation, the oldest word first, and the canned answers filled in for it.</summary>
    internal async Task<CareSheet> SheetAsync(Case row, BusinessClock business, CancellationToken cancel)
    {
        var stored = await db.Set<Message>().AsNoTracking().Where(message => message.Case == row.Id).ToListAsync(cancel);
        var added = db.Set<Message>().Local.Where(message => message.Case == row.Id && stored.TrueForAll(known => known.Id != message.Id));
        var answers = await db.Set<CannedAnswer>().AsNoTracking().Where(answer => answer.Brand == row.Brand).OrderBy(answer => answer.Title).ToListAsync(cancel);
        var brand = await db.FindAsync(row.Brand, "brand", cancel);
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = row.Author ?? "", ["brand"] = brand.Name, ["me"] = current.Name };
        var handle = row.Account is { } account ? await db.Set<SocialAccount>().Where(one => one.Id == account).Select(one => one.Handle).FirstOrDefaultAsync(cancel) : null;
        return new CareSheet(
            Row(row, business), row.Url, handle, row.Plan, row.Action, CareMoves.From(row.Status),
            [.. stored.Concat(added).OrderBy(message => message.At).ThenBy(message => message.Id).Select(message => new MessageView(message.Id, message.Kind, message.Text, message.At, message.By, message.Way))],
            [.. answers.Select(answer => PostVariables.Fill(answer.Text, known) is var text ? new AnswerChoice(answer.Id, answer.Title, text, PostVariables.Find(text)) : null!)]);
    }
}
