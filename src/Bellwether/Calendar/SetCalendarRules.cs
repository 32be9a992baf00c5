using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Chooses a brand's rules for its calendar. Four eyes imply that an approval is needed.</summary>
[Needs(Permission.RunPlan)]
public sealed record SetCalendarRules(Id<Brand> Brand, bool ApprovalNeeded, bool FourEyes, SameTextPolicy SameText) : ICommand<CalendarRulesView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetCalendarRules, CalendarRulesView>
    {
        public async Task<CalendarRulesView> HandleAsync(SetCalendarRules request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rules = await db.Set<CalendarRules>().FirstOrDefaultAsync(known => known.Brand == brand.Id, cancel);
            if (rules is null)
            {
                db.Add(rules = new CalendarRules(brand.Id));
            }

            rules.Become(request.ApprovalNeeded, request.FourEyes, request.SameText);
            journal.Say("changed the rules of the calendar", brand.Id.Value, null, brand.Id);
            return CalendarRulesView.Of(rules);
        }
    }
}

/// <summary>A brand's rules for its calendar: whether posts need an approval, four eyes, and what to say to identical texts.</summary>
[Needs(Permission.Read)]
public sealed record CalendarRulesOf(Id<Brand> Brand) : IQuery<CalendarRulesView>
{
    internal sealed class Handler(Db db) : IHandle<CalendarRulesOf, CalendarRulesView>
    {
        public async Task<CalendarRulesView> HandleAsync(CalendarRulesOf request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return await ReadAsync(db, brand.Id, cancel);
        }
    }

    internal static async Task<CalendarRulesView> ReadAsync(Db db, Id<Brand> brand, CancellationToken cancel) =>
        await db.Set<CalendarRules>().AsNoTracking().FirstOrDefaultAsync(rules => rules.Brand == brand, cancel) is { } rules
            ? CalendarRulesView.Of(rules)
            : CalendarRulesView.Usual(brand);
}
