using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A check-in as it is shown.</summary>
public sealed record CheckInView(Id<CheckIn> Id, LocalDate On, string? By, Id<KpiTarget>? Target, decimal? Value, decimal? Confidence, string? Note)
{
    public static CheckInView Of(CheckIn checkIn, IReadOnlyDictionary<Id<Member>, string> names) =>
        new(checkIn.Id, checkIn.On, checkIn.By is { } by ? names.GetValueOrDefault(by) : null, checkIn.Target, checkIn.Value, checkIn.Confidence, checkIn.Note);
}

/// <summary>Checks in on a goal: the number of one of its targets, how sure one is, what one makes of it. The number is recorded as an observation.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Target">The target the value is for; the goal's only one unless given.</param>
/// <param name="Value">The number today, or on the given day.</param>
/// <param name="Confidence">Chance of reaching the goal, 0 to 1.</param>
/// <param name="Note">What one makes of it.</param>
/// <param name="On">The day it is about; today unless given.</param>
[Needs(Permission.TakePart)]
public sealed record CheckInGoal(
    Id<Goal> Goal, Id<KpiTarget>? Target = null, decimal? Value = null, decimal? Confidence = null, [property: MaxLength(4000)] string? Note = null, LocalDate? On = null) : ICommand<CheckInView>
{
    internal sealed class Handler(Db db, GoalFinder finder, ObservationWriter writer, ICurrent current, TimeProvider clock, Journal journal) : IHandle<CheckInGoal, CheckInView>
    {
        public async Task<CheckInView> HandleAsync(CheckInGoal request, CancellationToken cancel)
        {
            var (goal, plan, brand) = await finder.ToChangeAsync(request.Goal, cancel);
            var today = clock.Today(brand.Zone);
            var on = request.On ?? today;
            Rule.Require(on <= today, "check-in-in-future", "A check-in is about a day that has been.", "on");
            var target = request.Value is null && request.Target is null ? null : await TargetAsync(goal, request.Target, cancel);
            var checkIn = new CheckIn(goal, current.MemberKey is { } member ? new Id<Member>(member) : null, on, target?.Id, request.Value, request.Confidence, request.Note);
            db.Add(checkIn);
            if (target is not null && request.Value is { } value)
            {
                await writer.WriteAsync(goal.Brand, [new ObservationEntry(target.Series.Metric, target.Series.Subject, on, PeriodLength.Day, value)], "check-in", WhenPresent.Correct, cancel);
            }

            journal.Say($"checked in on “{goal.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id);
            return CheckInView.Of(checkIn, await finder.NamesAsync(cancel));
        }

        private async Task<KpiTarget> TargetAsync(Goal goal, Id<KpiTarget>? id, CancellationToken cancel)
        {
            if (id is { } given)
            {
                var target = await db.FindAsync(given, "target", cancel);
                return target.Goal == goal.Id ? target : throw Rule.Missing("target");
            }

            var only = await db.Set<KpiTarget>().Where(target => target.Goal == goal.Id).OrderBy(target => target.Id).Take(2).ToListAsync(cancel);
            Rule.Require(only.Count == 1, "check-in-which-target", only.Count == 0 ? "The goal has no target yet; leave the number out or add one." : "The goal has several targets; say which one the number is for.", "target");
            return only[0];
        }
    }
}
