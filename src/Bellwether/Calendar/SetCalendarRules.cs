using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>
/// Chooses a brand's rules for its calendar. Four eyes imply that an approval is needed. Whoever is named in a step needs the
/// permission to approve (422); what is left out stays as it is.
/// </summary>
/// <param name="ApprovalNeeded">Whether nothing goes out without an approval.</param>
/// <param name="FourEyes">Whether the approval comes from somebody else than the author.</param>
/// <param name="SameText">What to say to identical texts.</param>
/// <param name="Approval">Whether posts are approved; with “required” the same as an approval that is needed.</param>
/// <param name="Steps">The steps of an approval in their order; an empty list is one step for anybody who may approve.</param>
/// <param name="IfLate">What becomes of a post whose slot comes while it waits.</param>
[Needs(Permission.RunPlan)]
public sealed record SetCalendarRules(
    Id<Brand> Brand, bool ApprovalNeeded, bool FourEyes, SameTextPolicy SameText, ApprovalMode? Approval = null, IReadOnlyList<ApprovalStep>? Steps = null, LateApproval? IfLate = null) : ICommand<CalendarRulesView>
{
    internal sealed class Handler(Db db, ApprovalPeople people, Journal journal) : IHandle<SetCalendarRules, CalendarRulesView>
    {
        public async Task<CalendarRulesView> HandleAsync(SetCalendarRules request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rules = await db.Set<CalendarRules>().FirstOrDefaultAsync(known => known.Brand == brand.Id, cancel);
            if (rules is null)
            {
                db.Add(rules = new CalendarRules(brand.Id));
            }

            var steps = request.Steps ?? rules.Steps;
            await people.MayApproveAsync(steps, cancel);
            rules.Become(request.Approval is { } mode ? mode == ApprovalMode.Required : request.ApprovalNeeded, request.FourEyes, request.SameText);
            rules.Ask(request.Approval is { } chosen ? chosen != ApprovalMode.None : rules.MayAsk, steps, request.IfLate ?? rules.IfLate);
            journal.Say("changed the rules of the calendar", brand.Id.Value, null, brand.Id);
            return CalendarRulesView.Of(rules);
        }
    }
}

/// <summary>A brand's rules for its calendar: whether posts need an approval, four eyes, and what to say to identical texts.</summary>
/// <param name="Plan">The plan whose own way of approving is to count, where it has one.</param>
[Needs(Permission.Read)]
public sealed record CalendarRulesOf(Id<Brand> Brand, Id<Plan>? Plan = null) : IQuery<CalendarRulesView>
{
    internal sealed class Handler(Db db) : IHandle<CalendarRulesOf, CalendarRulesView>
    {
        public async Task<CalendarRulesView> HandleAsync(CalendarRulesOf request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return await ReadAsync(db, brand.Id, request.Plan, cancel);
        }
    }

    /// <summary>What holds for a post: its plan's own approval where the plan has one, else the brand's.</summary>
    internal static async Task<CalendarRulesView> ReadAsync(Db db, Id<Brand> brand, Id<Plan>? plan, CancellationToken cancel)
    {
        var rules = await ReadAsync(db, brand, cancel);
        return plan is { } id && await db.Set<PlanApproval>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == id, cancel) is { } own ? own.Over(rules) : rules;
    }

    internal static async Task<CalendarRulesView> ReadAsync(Db db, Id<Brand> brand, CancellationToken cancel) =>
        await db.Set<CalendarRules>().AsNoTracking().FirstOrDefaultAsync(rules => rules.Brand == brand, cancel) is { } rules
            ? CalendarRulesView.Of(rules)
            : CalendarRulesView.Usual(brand);
}
