using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>What an hour costs from a day on.</summary>
public sealed record DatedRate(LocalDate From, Money PerHour);

/// <summary>What an hour of a member costs.</summary>
/// <param name="Rates">The newest first; none while nobody has said.</param>
public sealed record MemberRates(Id<Member> Member, string Name, IReadOnlyList<DatedRate> Rates);

/// <summary>What an hour of each member's work costs, by day.</summary>
[Needs(Permission.SeeCosts)]
public sealed record HourlyRates : IQuery<IReadOnlyList<MemberRates>>
{
    internal sealed class Handler(Db db) : IHandle<HourlyRates, IReadOnlyList<MemberRates>>
    {
        public async Task<IReadOnlyList<MemberRates>> HandleAsync(HourlyRates request, CancellationToken cancel)
        {
            var rates = (await db.Set<HourlyRate>().AsNoTracking().ToListAsync(cancel)).ToLookup(rate => rate.Member);
            var members = await db.Set<Member>().AsNoTracking().ToListAsync(cancel);
            return [.. members.OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.Id).Select(member => new MemberRates(
                member.Id, member.Name, [.. rates[member.Id].OrderByDescending(rate => rate.From).Select(rate => new DatedRate(rate.From, rate.PerHour))]))];
        }
    }
}

/// <summary>Sets what an hour of a member's work costs from a day on; time before that day keeps the rate it had.</summary>
/// <param name="From">The first day on which it holds.</param>
/// <param name="PerHour">What an hour costs; none takes the rate of that day away.</param>
[Needs(Permission.SeeCosts)]
public sealed record SetHourlyRate(Id<Member> Member, LocalDate From, Money? PerHour = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetHourlyRate, Done>
    {
        public async Task<Done> HandleAsync(SetHourlyRate request, CancellationToken cancel)
        {
            var member = await db.FindAsync(request.Member, "member", cancel);
            var rate = await db.Set<HourlyRate>().FirstOrDefaultAsync(row => row.Member == member.Id && row.From == request.From, cancel);
            if (request.PerHour is not { } perHour)
            {
                db.RemoveRange(rate is null ? [] : [rate]);
            }
            else if (rate is null)
            {
                db.Add(new HourlyRate(member.Id, request.From, perHour));
            }
            else
            {
                rate.Cost(perHour);
            }

            // What somebody costs is for few eyes: the journal tells that it was said, not how much.
            journal.Say($"set what an hour of {member.Name} costs from {request.From:uuuu-MM-dd} on", subject: member.Id);
            return Done.It;
        }
    }
}
