using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
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
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<SetCalendarRules, CalendarRulesView>
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
            await MayApproveAsync(steps, cancel);
            rules.Become(request.Approval is { } mode ? mode == ApprovalMode.Required : request.ApprovalNeeded, request.FourEyes, request.SameText);
            rules.Ask(request.Approval is { } chosen ? chosen != ApprovalMode.None : rules.MayAsk, steps, request.IfLate ?? rules.IfLate);
            journal.Say("changed the rules of the calendar", brand.Id.Value, null, brand.Id);
            return CalendarRulesView.Of(rules);
        }

        private async Task MayApproveAsync(IReadOnlyList<ApprovalStep> steps, CancellationToken cancel)
        {
            var named = steps.SelectMany(step => step.Members).Distinct().ToList();
            var known = await db.Set<Member>().AsNoTracking().Where(member => named.Contains(member.Id)).ToListAsync(cancel);
            Rule.Require(known.Count == named.Count, "member-unknown", "Somebody you name is no member here. Choose from the list.", "steps");
            var unable = known.Find(member => !member.Role.May(Permission.ApprovePosts) || !member.IsActive(clock.Now()));
            Rule.Require(unable is null, "member-unable", $"{unable?.Name} may not approve posts. Give them a role that may, or send them a link for review.", "steps");
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
