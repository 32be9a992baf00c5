using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>A margin as it is shown.</summary>
/// <param name="GoalTitle">The goal it is for; null for the whole brand.</param>
public sealed record MarginView(Id<Goal>? Goal, string? GoalTitle, LocalDate From, decimal Percent);

/// <summary>What is left of what is sold, by day: for the brand and for goals of their own, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record Margins(Id<Brand> Brand) : IQuery<IReadOnlyList<MarginView>>
{
    internal sealed class Handler(Db db) : IHandle<Margins, IReadOnlyList<MarginView>>
    {
        public async Task<IReadOnlyList<MarginView>> HandleAsync(Margins request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rows = await db.Set<Margin>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel);
            var goals = rows.Select(row => row.Goal).OfType<Id<Goal>>().Distinct().ToList();
            var titles = await db.Set<Goal>().AsNoTracking().Where(goal => goals.Contains(goal.Id)).ToDictionaryAsync(goal => goal.Id, goal => goal.Title, cancel);
            return [.. rows.OrderBy(row => row.Goal is not null).ThenBy(row => row.Goal).ThenByDescending(row => row.From)
                .Select(row => new MarginView(row.Goal, row.Goal is { } goal ? titles.GetValueOrDefault(goal) : null, row.From, row.Percent))];
        }
    }
}

/// <summary>Sets what part of the price is left after what was sold is paid for, from a day on. Orders before that day keep what held for them.</summary>
/// <param name="Percent">More than 0, at most 100; none takes the margin of that day away.</param>
/// <param name="Goal">Only for what serves this goal; the whole brand when left out.</param>
[Needs(Permission.EditNumbers)]
public sealed record SetMargin(Id<Brand> Brand, LocalDate From, decimal? Percent = null, Id<Goal>? Goal = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetMargin, Done>
    {
        public async Task<Done> HandleAsync(SetMargin request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            if (request.Goal is { } id)
            {
                Rule.Found((await db.FindAsync(id, "goal", cancel)) is { } goal && goal.Brand == brand.Id ? goal : null, "goal");
            }

            var known = await db.Set<Margin>().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.Goal == request.Goal && row.From == request.From, cancel);
            if (request.Percent is not { } percent)
            {
                db.RemoveRange(known is null ? [] : [known]);
            }
            else if (known is null)
            {
                db.Add(new Margin(brand.Id, request.Goal, request.From, percent));
            }
            else
            {
                known.Set(percent);
            }

            journal.Say(request.Percent is { } said ? $"set the margin from {request.From:uuuu-MM-dd} on to {said:0.##} %" : $"took the margin of {request.From:uuuu-MM-dd} away", brand.Id.Value, subject: brand.Id);
            return Done.It;
        }
    }
}
