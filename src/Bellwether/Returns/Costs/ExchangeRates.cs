using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>The rates of currencies, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record ExchangeRates : IQuery<IReadOnlyList<KnownRate>>
{
    internal sealed class Handler(Db db) : IHandle<ExchangeRates, IReadOnlyList<KnownRate>>
    {
        public async Task<IReadOnlyList<KnownRate>> HandleAsync(ExchangeRates request, CancellationToken cancel) =>
            await db.Set<ExchangeRate>().AsNoTracking().OrderByDescending(row => row.Day).ThenBy(row => row.From).ThenBy(row => row.To).Take(1000)
                .Select(row => new KnownRate(row.From, row.To, row.Day, row.Rate)).ToListAsync(cancel);
    }
}

/// <summary>Sets what a currency is worth in another on a day. It holds for a month, or until a newer one.</summary>
/// <param name="From">The currency of one unit.</param>
/// <param name="To">The currency it is worth something in.</param>
/// <param name="Rate">How many of the second one unit of the first is worth; none takes the rate of that day away.</param>
[Needs(Permission.EditNumbers)]
public sealed record SetExchangeRate(string From, string To, LocalDate Day, decimal? Rate = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetExchangeRate, Done>
    {
        public async Task<Done> HandleAsync(SetExchangeRate request, CancellationToken cancel)
        {
            var (from, to) = (request.From.Trim().ToUpperInvariant(), request.To.Trim().ToUpperInvariant());
            var known = await db.Set<ExchangeRate>().FirstOrDefaultAsync(row => row.From == from && row.To == to && row.Day == request.Day, cancel);
            if (request.Rate is not { } rate)
            {
                db.RemoveRange(known is null ? [] : [known]);
            }
            else if (known is null)
            {
                db.Add(new ExchangeRate(from, to, request.Day, rate));
            }
            else
            {
                known.Set(rate);
            }

            journal.Say($"set the rate from {from} to {to} of {request.Day:uuuu-MM-dd}");
            return Done.It;
        }
    }
}
