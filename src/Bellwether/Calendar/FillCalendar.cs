using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// Fills the calendar from a template for some days: one post for each row of its table on each of its days, as drafts in
/// their slots. Doing it again makes no post twice; rows that changed change only posts that are neither out nor changed
/// by hand. What is blocked is told with the names of what is missing.
/// </summary>
/// <param name="From">First day, in the brand's zone.</param>
/// <param name="To">Last day; at most 92 days are filled at once.</param>
/// <param name="SendOn">Also schedules the posts, or puts them up for approval where the brand asks for one; needs the right to publish (403).</param>
[Needs(Permission.WritePosts)]
public sealed record FillCalendar(Id<PostTemplate> Template, LocalDate From, LocalDate To, bool SendOn = false) : ICommand<FillPlan>
{
    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal, FillDesk desk, FilledPosts posts) : IHandle<FillCalendar, FillPlan>
    {
        private readonly Dictionary<Id<Post>, string?> sentOn = [];

        public async Task<FillPlan> HandleAsync(FillCalendar request, CancellationToken cancel)
        {
            var template = await db.FindAsync(request.Template, "template", cancel);
            var brand = await db.FindAsync(template.Brand, "brand", cancel);
            if (request.SendOn && !(await CalendarRulesOf.ReadAsync(db, brand.Id, template.Plan, cancel)).ApprovalNeeded && !current.May(Permission.Publish))
            {
                throw Rule.Forbidden("Only somebody who publishes may schedule posts. Fill the calendar with drafts, or ask them.");
            }

            var filling = new Filling(template, request.From, request.To, current.MemberKey, clock.Now());
            var slots = await desk.PlanAsync(template, brand, request.From, request.To, clock.Now(), cancel);
            var done = new List<FillSlot>();
            foreach (var slot in slots)
            {
                done.Add(await DoAsync(slot));
            }

            var plan = FillPlan.Of(request.From, request.To, done, filling.Id, sentOn.Values.Count(why => why is null));
            if (plan.Make + plan.Change + plan.TakeOut == 0)
            {
                return plan with { Filling = null };
            }

            filling.Count(plan.Make, plan.Change, plan.TakeOut);
            db.Add(filling);
            journal.Say(
                $"filled the calendar from “{template.Name}”: {plan.Make} made, {plan.Change} changed, {plan.TakeOut} taken out, {plan.Blocked} blocked", brand.Id.Value, template.Plan?.Value, template.Id);
            return plan;

            async Task<FillSlot> DoAsync(FillSlot slot)
            {
                switch (slot.Step)
                {
                    case FillStep.Make:
                        var made = posts.Make(template, brand, slot.Content!);
                        db.Add(new FilledPost(filling, slot.Row!.Value, slot.Day, made));
                        return await SendOnAsync(slot with { Post = made.Id }, made, request.SendOn, cancel);
                    case FillStep.Change:
                        var post = await db.FindAsync(slot.Filled!.Post, "post", cancel);
                        post.Restore();
                        var wasOnItsWay = posts.Change(post, brand, slot.Content!);
                        slot.Filled.Change(filling, post);
                        return await SendOnAsync(slot with { Post = post.Id }, post, wasOnItsWay || request.SendOn, cancel);
                    case FillStep.TakeOut or FillStep.Blocked when slot is { Filled.IsOut: false, Post: { } standing }:
                        posts.TakeOut(await db.FindAsync(standing, "post", cancel));
                        slot.Filled.TakeOut(filling);
                        return slot;
                    case FillStep.Same when request.SendOn && slot.Post is { } same:
                        var waiting = await db.FindAsync(same, "post", cancel);
                        return await SendOnAsync(slot, waiting, waiting.Status == PostStatus.Draft, cancel);
                    default:
                        return slot;
                }
            }
        }

        private async Task<FillSlot> SendOnAsync(FillSlot slot, Post post, bool wanted, CancellationToken cancel)
        {
            if (!wanted)
            {
                return slot;
            }

            var why = sentOn[post.Id] = await posts.SendOnAsync(post, cancel);
            return why is null ? slot : slot with { Why = why };
        }
    }
}
