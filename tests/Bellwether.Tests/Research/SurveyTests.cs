using System.Text;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Shouldly;

namespace Bellwether.Tests.Research;

public sealed class SurveyTests
{
    private static readonly SurveyQuestion Likely = new("How likely are you to recommend us?", QuestionKind.Nps);
    private static readonly SurveyQuestion Origin = new("How did you hear of us?", QuestionKind.Origin, Options: ["Instagram", "A friend", "Passing by", "My employer told everybody in the canteen about it"]);

    [Theory, BothDatabases]
    [Requirement("R004-10")]
    public async Task Fifty_promoters_thirty_passives_and_twenty_detractors_make_plus_30_apart_by_segment(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var survey = await scene.SurveyAsync(Likely, new SurveyQuestion("Are you a customer?", QuestionKind.Segment), new SurveyQuestion("What should we change?", QuestionKind.Text));
        var edit = survey.Sheet with { Themes = [new AnswerTheme("Waiting", ["wait", "queue"])] };
        await scene.RunAsync(new ChangeSurvey(survey.Id, edit));
        await scene.AnswersAsync(survey.Id, Enumerable.Range(0, 100).Select(i => new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["q1"] = [i < 50 ? "9" : i < 80 ? "7" : "3"], ["q2"] = [i < 50 ? "yes" : "no"], ["q3"] = [i % 4 == 0 ? "Less waiting, please" : "More salsa"],
        }));

        var results = await scene.RunAsync(new SurveyResults(survey.Id));
        (results.Answers, results.Current, results.Potential).ShouldBe((100, 50, 50));
        var nps = results.Questions[0].Nps.ShouldNotBeNull();
        (nps.Score, nps.Promoters, nps.Passives, nps.Detractors, nps.Small).ShouldBe((30, 50, 30, 20, false));
        nps.Low.ShouldBe(14.0511, 1e-3);
        nps.High.ShouldBe(44.2013, 1e-3);
        var theme = results.Questions[2].Themes!.ShouldHaveSingleItem();
        (theme.Label, theme.Count, theme.Asked).ShouldBe(("Waiting", 25, 100));
        (await scene.RunAsync(new SurveyResults(survey.Id, CustomerSegment.Current))).Questions[0].Nps!.Score.ShouldBe(100);
        (await scene.RunAsync(new SurveyResults(survey.Id, CustomerSegment.Potential))).Questions[0].Nps!.Score.ShouldBe(-40);
    }

    [Fact]
    [Requirement("R004-10")]
    public async Task A_number_outside_0_to_10_is_refused_and_few_answers_are_marked_as_few()
    {
        await using var scene = await ResearchScene.OnAsync();
        var survey = await scene.SurveyAsync(Likely, new SurveyQuestion("How satisfied are you?", QuestionKind.Csat));
        foreach (var wrong in new[] { "11", "-1", "ten", "9.5", "1e1", "٣" })
        {
            var refused = await Should.ThrowAsync<ProblemException>(() => scene.AnswerAsync(survey.Id, "q1", wrong));
            (refused.Kind, refused.Fields.Single()).ShouldBe((ProblemKind.Rule, new FieldProblem("q1", "Choose a number from 0 to 10.")), wrong);
        }

        Should.Throw<ProblemException>(() => NpsScore.Of([3, 11])).Code.ShouldBe("nps-out-of-range");
        (await Should.ThrowAsync<ProblemException>(() => scene.AnswerAsync(survey.Id, "q2", "0"))).Code.ShouldBe("answers-invalid");
        foreach (var good in new[] { "4", "5", "2", "5" })
        {
            await scene.AnswerAsync(survey.Id, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["q1"] = ["10"], ["q2"] = [good] });
        }

        var results = await scene.RunAsync(new SurveyResults(survey.Id));
        var nps = results.Questions[0].Nps!;
        (nps.Score, nps.Small).ShouldBe((100, true));
        nps.Low.ShouldBeLessThan(60);
        results.Questions[1].Csat!.Share.ShouldBe(0.75);
        (await scene.RunAsync(new SurveyResults(survey.Id, CustomerSegment.Current))).Questions[0].Nps.ShouldBeNull();
    }

    [Theory, BothDatabases]
    [Requirement("R002-44")]
    public async Task Forty_of_two_hundred_name_Instagram_next_to_what_tracking_saw(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var survey = await scene.SurveyAsync(Origin);
        await scene.AnswersAsync(survey.Id, Enumerable.Range(0, 200).Select(i => new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["q1"] = [i < 40 ? "Instagram" : i < 120 ? "A friend" : "Passing by"] }));
        var link = await scene.RunAsync(new Bellwether.Links.MakeLink(scene.World.Brand, "https://example.org/menu", Source: "instagram", Medium: "social", Campaign: "lunch"));
        for (var i = 0; i < 50; i++)
        {
            await scene.RunAsync(new RecordConversion($"order-{i}", "sale", Brand: scene.World.Brand, Link: i < 3 ? link.Code : null));
        }

        var question = (await scene.RunAsync(new SurveyResults(survey.Id))).Questions.Single();
        var instagram = question.Options[0];
        (instagram.Label, instagram.Count, instagram.Share).ShouldBe(("Instagram", 40, 0.2));
        instagram.Low.ShouldBe(0.1504, 1e-4);
        instagram.High.ShouldBe(0.260855, 1e-6);
        var tracked = question.Tracked!.ShouldHaveSingleItem();
        (tracked.Label, tracked.Count, tracked.All, tracked.Share).ShouldBe(("Instagram", 3, 50, 0.06));
        await scene.RunAsync(new RecordSurveyNumbers(survey.Id));
        var number = (await scene.RunAsync(new MetricSeries(scene.World.Brand.ToString(), "self_attributed"))).Points.ShouldHaveSingleItem();
        (number.Value, number.Numerator, number.Denominator).ShouldBe((0.2m, 40m, 200m));
    }

    [Theory, BothDatabases]
    [Requirement("R002-44")]
    public async Task A_ticket_and_an_invitation_are_taken_once(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var survey = await scene.SurveyAsync(Likely);
        var filled = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["q1"] = ["8"] };
        await scene.AnswerAsync(survey.Id, filled, ticket: "one");
        (await Should.ThrowAsync<ProblemException>(() => scene.AnswerAsync(survey.Id, filled, ticket: "one"))).Code.ShouldBe("answered-already");
        var address = (await scene.RunAsync(new InviteToSurvey(survey.Id, "Newsletter", Segment: CustomerSegment.Current))).Addresses.Single();
        var token = address.Split("?t=")[1];
        await scene.AnswerAsync(survey.Id, filled, ticket: "two", token: token);
        (await Should.ThrowAsync<ProblemException>(() => scene.AnswerAsync(survey.Id, filled, ticket: "three", token: token))).Code.ShouldBe("answered-already");
        var results = await scene.RunAsync(new SurveyResults(survey.Id));
        (results.Answers, results.Current, results.Via.Single(way => way.Via == "Newsletter").Count).ShouldBe((2, 1, 1));
        (await scene.World.SeeAsync(db => Task.FromResult(db.Set<SurveyInvitation>().Single().Hash))).ShouldBe(Codes.Hash(token));
        await scene.RunAsync(new ChangeSurvey(survey.Id, survey.Sheet with { InvitedOnly = true }));
        (await Should.ThrowAsync<ProblemException>(() => scene.AnswerAsync(survey.Id, filled, ticket: "four"))).Code.ShouldBe("invitation-needed");
    }

    [Theory, BothDatabases]
    [Requirement("R002-44")]
    public async Task Personal_data_needs_a_consent_text_and_the_consent(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        SurveySheet sheet = new("A table for you", [new SurveyQuestion("Your e-mail", QuestionKind.Text, Personal: true), Likely]);
        var draft = await scene.RunAsync(new AddSurvey(scene.Plan, sheet));
        (await scene.World.RefusedAsync(new OpenSurvey(draft.Id))).Code.ShouldBe("consent-missing");
        await scene.RunAsync(new ChangeSurvey(draft.Id, sheet with { Consent = "We write to you once about the table." }));
        await scene.RunAsync(new OpenSurvey(draft.Id));
        (await scene.World.RefusedAsync(new ChangeSurvey(draft.Id, sheet))).Code.ShouldBe("consent-missing");
        (await scene.World.RefusedAsync(new ChangeSurvey(draft.Id, sheet with { Questions = [] }))).Code.ShouldBe("questions-missing");
        var filled = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["q1"] = ["paula@example.org"], ["q2"] = ["9"] };
        (await Should.ThrowAsync<ProblemException>(() => scene.AnswerAsync(draft.Id, filled))).Fields.Single().Field.ShouldBe("consent");
        await scene.AnswerAsync(draft.Id, filled, consent: true);
        (await scene.RunAsync(new SurveyResults(draft.Id))).Questions[0].Texts!.ShouldBeEmpty();
        var answer = (await scene.RunAsync(new SurveyAnswerList(draft.Id))).Items.ShouldHaveSingleItem();
        answer.Given["q1"].ShouldBe(["paula@example.org"]);
        await scene.RunAsync(new EraseSurveyAnswer(answer.Id));
        (await scene.RunAsync(new SurveyDetail(draft.Id))).Answers.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task An_export_runs_no_formula(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var survey = await scene.SurveyAsync(new SurveyQuestion("=1+1?", QuestionKind.Text));
        foreach (var text in new[] { "=HYPERLINK(\"https://evil.example\")", "+1", "-2", "@SUM(A1)", " =1", "\uFF1D1", "|cmd", "a, \"b\"\nc", "fine" })
        {
            await scene.AnswerAsync(survey.Id, "q1", text);
        }

        var lines = Encoding.UTF8.GetString((await scene.RunAsync(new ExportSurveyAnswers(survey.Id))).Content);
        var rows = Bellwether.Metrics.Sheets.Separated.Rows(lines.TrimStart('\uFEFF'), ',');
        rows[0].At(4).ShouldBe("'=1+1?");
        rows.Skip(1).Select(row => row.Cells[4]).ShouldBe(["'=HYPERLINK(\"https://evil.example\")", "'+1", "'-2", "'@SUM(A1)", "'=1", "'\uFF1D1", "'|cmd", "a, \"b\"\nc", "fine"]);
    }

    [Fact]
    public async Task Questions_that_were_answered_stay_and_a_closed_survey_takes_nothing()
    {
        await using var scene = await ResearchScene.OnAsync();
        var survey = await scene.SurveyAsync(Likely);
        await scene.AnswerAsync(survey.Id, "q1", "8");
        (await scene.World.RefusedAsync(new ChangeSurvey(survey.Id, survey.Sheet with { Questions = [Likely with { Text = "Other words" }] }))).Code.ShouldBe("questions-answered");
        (await scene.RunAsync(new ChangeSurvey(survey.Id, survey.Sheet with { Title = "Lunch" }))).Sheet.Title.ShouldBe("Lunch");
        await scene.RunAsync(new CloseSurvey(survey.Id));
        (await Should.ThrowAsync<ProblemException>(() => scene.AnswerAsync(survey.Id, "q1", "8"))).Code.ShouldBe("survey-closed");
        await scene.RunAsync(new OpenSurvey(survey.Id));
        await scene.AnswerAsync(survey.Id, "q1", "8");
        (await scene.World.RefusedAsync(new AddSurvey(scene.Plan, new SurveySheet("x", [new SurveyQuestion("y", QuestionKind.Choice, Options: ["only one"])])))).Code.ShouldBe("options-count");
        (await scene.World.RefusedAsync(new OpenSurvey((await scene.RunAsync(new AddSurvey(scene.Plan, new SurveySheet("x", [])))).Id))).Code.ShouldBe("questions-missing");
    }

    [Fact]
    public async Task The_printed_square_leads_to_the_survey()
    {
        await using var scene = await ResearchScene.OnAsync();
        var survey = await scene.SurveyAsync(Likely);
        var qr = await scene.RunAsync(new SurveyQr(survey.Id, "till 2"));
        var svg = Encoding.UTF8.GetString(qr.Content);
        svg.ShouldBe(QrSquare.Svg(survey.Address + "?via=till%202"));
        svg.ShouldStartWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
        QrSquare.Svg("a").ShouldNotBe(QrSquare.Svg("b"));
    }
}
