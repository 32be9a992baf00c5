using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Storage;

namespace Bellwether.Research;

/// <summary>
/// Records what a survey measured as numbers of the brand, so that goals can be judged by them: nps, csat and self_attributed
/// with what they are made of. Recording again after more answers is a correction.
/// </summary>
[Needs(Permission.EditNumbers)]
public sealed record RecordSurveyNumbers(Id<Survey> Survey) : ICommand<RecordedObservations>
{
    internal sealed class Handler(Db db, ResearchDesk desk, ObservationWriter writer) : IHandle<RecordSurveyNumbers, RecordedObservations>
    {
        public async Task<RecordedObservations> HandleAsync(RecordSurveyNumbers request, CancellationToken cancel)
        {
            var survey = await desk.FindAsync(request.Survey, "survey", cancel);
            var today = await desk.TodayAsync(survey.Brand, cancel);
            var on = survey.Sheet.ClosesOn is { } last && last < today ? last : today;
            var answers = await SurveyAnswers.OfAsync(db, survey, cancel);
            var rows = survey.Sheet.Questions.Select(question => Row(QuestionSums.Of(question, survey.Sheet, answers, null)))
                .OfType<(string Metric, int Over, int Under)>().DistinctBy(row => row.Metric)
                .Select(row => new ObservationEntry(row.Metric, survey.Brand.ToString(), on, Numerator: row.Over, Denominator: row.Under)).ToList();
            Rule.Require(rows.Count > 0, "nothing-to-record", "Nothing here is a number yet: there are no answers to “how likely”, “how satisfied” or “how did you hear of us”.");
            var recorded = await writer.WriteAsync(survey.Brand, rows, $"survey: {survey.Sheet.Title}"[..Math.Min(120, survey.Sheet.Title.Length + 8)], WhenPresent.Correct, cancel);
            desk.Say(survey, $"recorded the numbers of the survey “{survey.Sheet.Title}”");
            return recorded;
        }

        private static (string Metric, int Over, int Under)? Row(QuestionResult result) => result switch
        {
            { Nps: { } nps } => ("nps", nps.Promoters - nps.Detractors, nps.Answers),
            { Csat: { } csat } => ("csat", csat.Count, csat.Asked),
            { Kind: QuestionKind.Origin, Answered: > 0 } => ("self_attributed", result.Options.Where(option => NetworkCatalogue.Find(NetworkName.Perhaps(option.Label)) is not null).Sum(option => option.Count), result.Answered),
            _ => null,
        };
    }
}
