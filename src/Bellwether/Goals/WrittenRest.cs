using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A guess in a plan file; whoever said it is written by e-mail.</summary>
internal sealed record WrittenGuess(
    LocalDate StatedOn, LocalDate TestDate, decimal Value, decimal Low, decimal High, decimal Confidence, LocalDate From, string? By = null, bool AfterTheFact = false, string? Why = null, GuessOutcome? Outcome = null)
{
    public static WrittenGuess Of(Guess guess, IReadOnlyDictionary<Id<Member>, string> mails) => new(
        guess.StatedOn, guess.TestDate, guess.Value, guess.Low, guess.High, guess.Confidence, guess.From, guess.By is { } by ? mails.GetValueOrDefault(by) : null, guess.AfterTheFact, guess.Why, guess.Outcome);

    public Guess Make(IReadOnlyDictionary<string, Member> members) => new(
        0, StatedOn, By is { } mail && members.GetValueOrDefault(mail) is { } member ? member.Id : null, Value, Low, High, Confidence, From, TestDate, AfterTheFact, Why, Outcome);
}

/// <summary>An assumption in a plan file.</summary>
internal sealed record WrittenAssumption(Id<Assumption> Id, string Statement, string Reasoning, string Metric, IReadOnlyList<WrittenGuess> Guesses, string? Subject = null, Id<Goal>? Goal = null, string? Owner = null)
{
    public static WrittenAssumption Of(Assumption row, IReadOnlyDictionary<Id<Member>, string> mails, IReadOnlyCollection<Id<Goal>> written) => new(
        row.Id, row.Statement, row.Reasoning, row.Metric, [.. row.Guesses.Select(guess => WrittenGuess.Of(guess, mails))], row.Subject,
        row.Goal is { } goal && written.Contains(goal) ? goal : null, row.Owner is { } owner ? mails.GetValueOrDefault(owner) : null);

    public Assumption Make(Plan plan, IReadOnlyDictionary<Id<Goal>, Goal> goals, IReadOnlyDictionary<string, Member> members, Instant now)
    {
        var assumption = new Assumption(plan, Statement, Reasoning, Metric, Subject) { Id = Id };
        assumption.BearOn(Goal is { } id ? goals.GetValueOrDefault(id) ?? throw Rule.Broken("part-invalid", $"goals.assumptions: “{Statement}” bears on a goal that is not there.", "goals") : null);
        assumption.Own(Owner is { } mail && members.GetValueOrDefault(mail) is { } owner && owner.IsActive(now) ? owner : null, now);
        assumption.Restore(Guesses.Select(guess => guess.Make(members)));
        return assumption;
    }
}

/// <summary>How many goals and KPIs, in a plan file.</summary>
internal sealed record WrittenLimits(int FewestGoals, int MostGoals, int MostKpis, bool? ObjectiveNeeded = null)
{
    public static WrittenLimits? Of(GoalLimits? limits) => limits is null ? null : new(limits.FewestGoals, limits.MostGoals, limits.MostKpis, limits.ObjectiveNeeded);

    public GoalLimits Make(Plan plan)
    {
        var limits = new GoalLimits(plan.Id);
        limits.Set(FewestGoals, MostGoals, MostKpis, ObjectiveNeeded);
        return limits;
    }
}

/// <summary>Hours a week of a person, by e-mail.</summary>
internal sealed record WrittenHours(string Person, decimal HoursAWeek);

/// <summary>A reason why the plan might fail, and what is done against it.</summary>
internal sealed record WrittenFear(Id<PremortemEntry> Id, string Reason, string? Guard = null, string? By = null);

/// <summary>An expected result in a plan file.</summary>
internal sealed record WrittenExpectation(
    Id<Expectation> Id, string Subject, string Metric, decimal Value, LocalDate From, LocalDate Until, string? Words = null, bool AfterTheFact = false, string? By = null, string? Reaction = null);

/// <summary>What else a plan file says about its goals: what they rest on, the limits, the hours, the fears.</summary>
internal sealed record WrittenRest(
    IReadOnlyList<WrittenAssumption>? Assumptions = null, IReadOnlyList<WrittenExpectation>? Expectations = null, WrittenLimits? Limits = null, IReadOnlyList<WrittenHours>? Hours = null,
    IReadOnlyList<WrittenFear>? Premortem = null, IReadOnlyList<AdvertisingDecision>? Advertising = null)
{
    public bool IsEmpty => this == new WrittenRest();
}
