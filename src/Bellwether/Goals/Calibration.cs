using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>How good the guesses of a person, or of everybody, have been.</summary>
/// <param name="Member">Whose guesses; null for all of the plan.</param>
/// <param name="Name">That person's name.</param>
/// <param name="Tested">Guesses with a range that were judged.</param>
/// <param name="Brier">Mean squared distance of confidence and outcome; 0.25 is a coin.</param>
/// <param name="Confidence">How sure they were on average.</param>
/// <param name="HitRate">Share of their ranges that held what came.</param>
/// <param name="HitInterval">What that share leaves open, with its number of guesses.</param>
/// <param name="Mape">Mean error of the numbers themselves, as a share of what came; expected results count too.</param>
/// <param name="Numbers">How many numbers that rests on.</param>
/// <param name="Words">In one sentence.</param>
public sealed record CalibrationLine(Id<Member>? Member, string? Name, int Tested, double? Brier, double? Confidence, double? HitRate, Wilson? HitInterval, double? Mape, int Numbers, string Words);

/// <summary>How good a plan's guesses have been.</summary>
/// <param name="All">All of them together.</param>
/// <param name="People">Each person's, those with most guesses first.</param>
/// <param name="LeftOut">Guesses and expectations stated when the number was there already; they count for nothing.</param>
/// <param name="Coin">What always saying one half would score.</param>
public sealed record CalibrationView(CalibrationLine All, IReadOnlyList<CalibrationLine> People, int LeftOut, double Coin);

/// <summary>How good the guesses of a plan have been, together and person by person: Brier score, hit rate of ranges, error of numbers. What was stated after the fact is left out.</summary>
[Needs(Permission.Read)]
public sealed record Calibration(Id<Plan> Plan) : IQuery<CalibrationView>
{
    private sealed record Tested(Id<Member>? By, Guess? Guess, decimal Guessed, decimal Came);

    internal sealed class Handler(Db db, PlanFinder plans, GoalFinder finder, ExpectationBook expectations, TimeProvider clock) : IHandle<Calibration, CalibrationView>
    {
        public async Task<CalibrationView> HandleAsync(Calibration request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var names = await finder.NamesAsync(cancel);
            var guesses = (await db.Set<Assumption>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel)).SelectMany(row => row.Guesses).ToList();
            var expected = (await expectations.OfAsync(plan, null, clock.Today(brand.Zone), cancel)).Where(one => one.View.Over && one.View.Actual is not null).ToList();
            List<Tested> tested =
            [
                .. guesses.Where(guess => !guess.AfterTheFact && guess.Outcome is { Verdict: not AssumptionVerdict.Untestable, Observed: not null }).Select(guess => new Tested(guess.By, guess, guess.Value, guess.Outcome!.Observed!.Value)),
                .. expected.Where(one => !one.View.AfterTheFact).Select(one => new Tested(one.Row.By, null, one.View.Expected, one.View.Actual!.Value)),
            ];
            var people = tested.GroupBy(one => one.By).Where(group => group.Key is not null).OrderByDescending(group => group.Count())
                .Select(group => Line([.. group], group.Key, names.GetValueOrDefault(group.Key!.Value))).ToList();
            return new CalibrationView(Line(tested, null, null), people, guesses.Count(guess => guess.AfterTheFact) + expected.Count(one => one.View.AfterTheFact), CalibrationScore.Coin);
        }

        private static CalibrationLine Line(IReadOnlyList<Tested> tested, Id<Member>? member, string? name)
        {
            var ranges = tested.Where(one => one.Guess is not null).ToList();
            var held = ranges.Count(one => one.Guess!.Outcome!.Verdict == AssumptionVerdict.Held);
            var brier = CalibrationScore.Brier([.. ranges.Select(one => ((double)one.Guess!.Confidence, one.Guess.Outcome!.Verdict == AssumptionVerdict.Held))]);
            double? sure = ranges.Count == 0 ? null : ranges.Average(one => (double)one.Guess!.Confidence);
            var hits = CalibrationScore.HitRate([.. ranges.Select(one => (one.Guess!.Low, one.Guess.High, one.Came))]);
            var mape = CalibrationScore.Mape(tested.Select(one => (one.Guessed, one.Came)));
            return new CalibrationLine(member, name, ranges.Count, brier, sure, hits, Wilson.Of(held, ranges.Count), mape, tested.Count(one => one.Came != 0), Words(ranges.Count, tested.Count, sure, hits, brier, Wilson.Of(held, ranges.Count)));
        }

        private static string Words(int count, int numbers, double? sure, double? hits, double? brier, Wilson? open)
        {
            if (sure is not { } confidence || hits is not { } share || open is null)
            {
                // What posts, actions and campaigns were expected to bring has no range and no confidence, only an error.
                return numbers == 0 ? "No guess has been judged yet." : $"No assumption has been judged yet; the error is that of {(numbers == 1 ? "one expected result" : $"{numbers} expected results")}.";
            }

            var said = $"{Percent(confidence)} sure on average, {Percent(share)} of {count} held";
            var verdict = confidence > open.High ? "too sure" : confidence < open.Low ? "more often right than said" : "as good as said, as far as so few can tell";
            return $"{said}: {verdict}." + (brier > CalibrationScore.Coin ? " A coin would have done better." : "");
        }

        private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
    }
}
