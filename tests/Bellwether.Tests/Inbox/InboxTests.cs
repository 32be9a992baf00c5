using Bellwether.Actions;
using Bellwether.Inbox;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Case = Bellwether.Inbox.Case;

namespace Bellwether.Tests.Inbox;

[Requirement("R001-07")]
public sealed class InboxTests
{
    private static readonly DateTimeZone Berlin = Clock.Zone("Europe/Berlin");
    private static readonly Instant Friday = new LocalDateTime(2026, 2, 13, 17, 30).InZoneLeniently(Berlin).ToInstant();
    private static readonly Instant Monday = new LocalDateTime(2026, 2, 16, 9, 20).InZoneLeniently(Berlin).ToInstant();

    [Theory, BothDatabases]
    public async Task An_answer_after_the_weekend_keeps_the_promise_of_an_hour(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new SetSla(world.Brand, [new SlaTerm(CaseSeverity.Normal, 60, 540)]));
        var received = await ReceiveAsync(world, "Cold tacos.", at: Friday);
        received.Opened.ShouldBeTrue();
        (received.Case.Status, received.Case.Due!.Duty, received.Case.Due.At).ShouldBe((CareStatus.Open, CareDuty.Answer, Monday + Duration.FromMinutes(10)));
        var sheet = await world.RunAsync(new ReplyToCase(received.Case.Id, "We are sorry.", At: Monday));
        sheet.Case.Status.ShouldBe(CareStatus.Answered);
        sheet.Case.FirstAnswer.ShouldBe(new CareTime(50, 3830, 60, true));
        (await world.RunAsync(new ResolveCase(received.Case.Id, Monday + Duration.FromHours(2)))).Case.Resolution.ShouldBe(new CareTime(170, 3950, 540, true));
    }

    [Theory, BothDatabases]
    public async Task An_automatic_answer_stops_no_clock(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var id = (await ReceiveAsync(world, "Cold tacos.", at: Friday)).Case.Id;
        var after = await world.RunAsync(new ReplyToCase(id, "Thank you for your message.", Automatic: true, At: Friday + Duration.FromMinutes(1)));
        (after.Case.Status, after.Case.FirstAnswer, after.Messages[^1].Kind).ShouldBe((CareStatus.Open, null, MessageKind.Automatic));
        (await world.RunAsync(new NoteOnCase(id, "Call the driver."))).Case.FirstAnswer.ShouldBeNull();
        (await world.RunAsync(new ReplyToCase(id, "Sorry!", At: Monday))).Case.FirstAnswer!.BusinessMinutes.ShouldBe(50, "the machine's word counts for nothing");
    }

    [Theory, BothDatabases]
    public async Task Whoever_may_not_answer_is_refused_and_nothing_is_kept(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var id = (await ReceiveAsync(world, "Cold tacos.")).Case.Id;
        foreach (var role in new[] { Role.Guest, Role.Analyst })
        {
            var member = await world.MemberAsync(role.ToString(), role);
            foreach (var attempt in new IRequest<CareSheet>[] { new ReplyToCase(id, "Sorry."), new NoteOnCase(id, "Hm."), new AssignCase(id, member), new SetSeverity(id, CaseSeverity.Low), new ResolveCase(id) })
            {
                (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(attempt, role, member))).Kind.ShouldBe(ProblemKind.Forbidden, $"{role} {attempt.GetType().Name}");
            }

            (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new AddCannedAnswer(world.Brand, "Sorry", "Sorry."), role, member))).Kind.ShouldBe(ProblemKind.Forbidden);
        }

        var sheet = await world.RunAsync(new InboxCase(id));
        (sheet.Messages.Count, sheet.Case.Status, sheet.Case.Assignee).ShouldBe((1, CareStatus.Open, null));
        var editor = await world.MemberAsync("Ed");
        (await world.RunAsync(new ReplyToCase(id, "Sorry."), Role.Editor, editor)).Messages[^1].By.ShouldBe(editor);
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new SetSla(world.Brand, []), Role.Editor, editor))).Kind.ShouldBe(ProblemKind.Forbidden, "a promise is the manager's to give");
    }

    [Theory, BothDatabases]
    public async Task The_same_delivery_twice_is_one_message_of_one_case(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var first = await world.RunAsync(new ReceiveMessage(world.Brand, "Cold.", CaseKind.Review, "google_business", Author: "Sven", Stars: 1, ExternalId: "rev-1", Url: "https://maps.example/r/1"));
        first.Case.Severity.ShouldBe(CaseSeverity.High, "one star is likely to do harm");
        var again = await world.RunAsync(new ReceiveMessage(world.Brand, "Cold.", CaseKind.Review, "Google Business", ExternalId: " rev-1 "));
        (again.Known, again.Opened, again.Case.Id, again.Case.Version).ShouldBe((true, false, first.Case.Id, first.Case.Version));
        (await world.RunAsync(new ReceiveMessage(world.Brand, "Cold.", CaseKind.Review, "yelp", Stars: 2, ExternalId: "rev-1"))).Opened.ShouldBeTrue("another network counts by itself");
        var more = await world.RunAsync(new ReceiveMessage(world.Brand, "Still cold.", Network: "google_business", ExternalId: "rev-2", Answers: "rev-1"));
        (more.Opened, more.Case.Id, more.Case.Excerpt).ShouldBe((false, first.Case.Id, "Still cold."));
        (await world.RunAsync(new InboxCase(first.Case.Id))).Messages.Count.ShouldBe(2);
        (await world.RefusedAsync(new ReceiveMessage(world.Brand, "x", CaseKind.Comment, Stars: 3))).Code.ShouldBe("stars-without-review");
        (await world.RefusedAsync(new ReceiveMessage(world.Brand, "x", CaseKind.Review, Stars: 6))).Code.ShouldBe("stars-out-of-range");
        (await world.RefusedAsync(new ReceiveMessage(world.Brand, "x", At: world.Now + Duration.FromHours(1)))).Code.ShouldBe("time-in-future");
    }

    [Theory, BothDatabases]
    public async Task A_settled_case_opens_again_when_the_person_writes_again(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var id = (await ReceiveAsync(world, "Cold.", at: Friday)).Case.Id;
        await world.RunAsync(new ReplyToCase(id, "Sorry.", At: Monday, Resolve: true));
        var late = await world.RunAsync(new ReceiveMessage(world.Brand, "Was written before the answer.", Case: id, At: Friday + Duration.FromMinutes(5)));
        late.Case.Status.ShouldBe(CareStatus.Resolved, "our word answered that too");
        var back = await world.RunAsync(new ReceiveMessage(world.Brand, "Cold again.", Case: id, At: Monday + Duration.FromHours(3)));
        (back.Case.Status, back.Case.Resolution, back.Case.FirstAnswer!.BusinessMinutes).ShouldBe((CareStatus.Open, null, 50));
        back.Case.Due!.Duty.ShouldBe(CareDuty.Answer, "they wait again");
        await world.RunAsync(new ResolveCase(id));
        (await world.RefusedAsync(new ResolveCase(id))).Code.ShouldBe("care-move-illegal");
        (await world.RunAsync(new ReopenCase(id))).Case.Status.ShouldBe(CareStatus.Answered);
        (await world.RefusedAsync(new ReopenCase(id))).Code.ShouldBe("case-not-resolved");
    }

    [Theory, BothDatabases]
    public async Task Lists_tell_open_mine_and_overdue_apart_and_turn_pages(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var late = (await ReceiveAsync(world, "Late.", at: Friday)).Case.Id;
        var fresh = (await ReceiveAsync(world, "Fresh.")).Case.Id;
        var done = (await ReceiveAsync(world, "Done.")).Case.Id;
        await world.RunAsync(new AssignCase(fresh, world.Owner));
        await world.RunAsync(new ResolveCase(done));
        var open = await world.RunAsync(new InboxList(world.Brand));
        open.Items.Select(row => row.Id).ShouldBe([late, fresh], "what is due first comes first");
        (open.Open, open.Mine, open.Overdue, open.After).ShouldBe((2, 1, 1, null));
        (await world.RunAsync(new InboxList(world.Brand, CareFilter.Mine))).Items.ShouldHaveSingleItem().Id.ShouldBe(fresh);
        (await world.RunAsync(new InboxList(world.Brand, CareFilter.Overdue))).Items.ShouldHaveSingleItem().Due!.Overdue.ShouldBeTrue();
        (await world.RunAsync(new InboxList(world.Brand, CareFilter.Resolved))).Items.ShouldHaveSingleItem().Id.ShouldBe(done);
        foreach (var filter in new[] { CareFilter.Open, CareFilter.All })
        {
            var seen = new List<Id<Case>>();
            Id<Case>? after = null;
            do
            {
                var page = await world.RunAsync(new InboxList(world.Brand, filter, after, 1));
                seen.AddRange(page.Items.Select(row => row.Id));
                after = page.After is null ? null : Id<Case>.Parse(page.After);
            }
            while (after is not null);
            seen.ShouldBe(filter == CareFilter.Open ? [late, fresh] : [late, fresh, done], ignoreOrder: filter == CareFilter.All);
        }
    }

    [Theory, BothDatabases]
    public async Task Figures_are_medians_with_their_numbers_and_none_are_made_up(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var none = await world.RunAsync(new InboxFigures(world.Brand));
        (none.All.FirstAnswer, none.All.Answers.Share, none.Why).ShouldBe((null, null, "Nothing came in during these days."));
        foreach (var minutes in new[] { 10, 20, 90 })
        {
            var id = (await ReceiveAsync(world, "Hello?", at: Monday, severity: CaseSeverity.High)).Case.Id;
            await world.RunAsync(new ReplyToCase(id, "Hello.", At: Monday + Duration.FromMinutes(minutes), Resolve: minutes < 90));
        }

        await ReceiveAsync(world, "Nobody answers.", at: Monday, severity: CaseSeverity.High);
        await ReceiveAsync(world, "Just now.", severity: CaseSeverity.Low);
        var figures = await world.RunAsync(new InboxFigures(world.Brand));
        var high = figures.BySeverity.Single(figure => figure.Severity == CaseSeverity.High);
        (high.Received, high.Answered, high.FirstAnswer, high.Resolved, high.Resolution).ShouldBe((4, 3, 20m, 2, 15m));
        high.Answers.ShouldBe(new PromiseKept(4, 2, 0.5m), "ninety minutes broke the hour, and so did the one nobody answered");
        (high.Open, high.Overdue).ShouldBe((2, 2));
        var low = figures.BySeverity.Single(figure => figure.Severity == CaseSeverity.Low);
        (low.Received, low.FirstAnswer, low.Answers.Share).ShouldBe((1, null, null));
        figures.Weeks.Single(week => week.Start == new LocalDate(2026, 2, 16)).ShouldBe(new CareWeek(new LocalDate(2026, 2, 16), 4, 3, 20m));
    }

    [Theory, BothDatabases]
    public async Task A_canned_answer_is_filled_for_the_case_and_a_gap_is_not_sent(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var made = await world.RunAsync(new AddCannedAnswer(world.Brand, "Sorry", "Sorry, {{name}}. {{what we do}} {{me}}, {{brand}}"));
        var id = (await world.RunAsync(new ReceiveMessage(world.Brand, "Cold.", Author: "Sven"))).Case.Id;
        var choice = (await world.RunAsync(new InboxCase(id))).Answers.ShouldHaveSingleItem();
        (choice.Text, choice.Missing.ShouldHaveSingleItem()).ShouldBe(("Sorry, Sven. {{what we do}} Ana, Taco Loco", "what we do"));
        (await world.RefusedAsync(new ReplyToCase(id, choice.Text))).Message.ShouldStartWith("{{what we do}} has no value.");
        await world.RunAsync(new ChangeCannedAnswer(made.Id, "Sorry", "Sorry, {{name}}.", made.Version));
        (await world.RefusedAsync(new ChangeCannedAnswer(made.Id, "Sorry", "x", made.Version))).Code.ShouldBe("changed-meanwhile");
        (await world.RunAsync(new InboxCase(id))).Answers.Single().Text.ShouldBe("Sorry, Sven.");
        await world.RunAsync(new RemoveCannedAnswer(made.Id));
        (await world.RunAsync(new CannedAnswerList(world.Brand))).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Promises_are_checked_and_hold_from_then_on(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        (await world.RunAsync(new SlaDetail(world.Brand))).ShouldSatisfyAllConditions(sla => sla.Own.ShouldBeFalse(), sla => sla.DayMinutes.ShouldBe(540), sla => sla.Terms.Count.ShouldBe(4));
        (await world.RefusedAsync(new SetSla(world.Brand, [new SlaTerm(CaseSeverity.Low, 100, 50)]))).Code.ShouldBe("sla-reversed");
        (await world.RefusedAsync(new SetSla(world.Brand, [new SlaTerm(CaseSeverity.Low, 0, 50)]))).Code.ShouldBe("sla-out-of-range");
        var before = (await ReceiveAsync(world, "Cold.", at: Friday)).Case.Id;
        await world.RunAsync(new SetSla(world.Brand, [new SlaTerm(CaseSeverity.Normal, 20, 40)], [new LocalDate(2026, 2, 16)]));
        var sheet = await world.RunAsync(new ReplyToCase(before, "Sorry.", At: Monday));
        sheet.Case.FirstAnswer.ShouldBe(new CareTime(30, 3830, 240, true), "what was promised stays, and Monday was off");
        (await world.RunAsync(new SetSeverity(before, CaseSeverity.Normal))).Case.FirstAnswer!.Met.ShouldBeFalse("said anew, it is promised anew");
        (await ReceiveAsync(world, "Cold.")).Case.Due!.Minutes.ShouldBe(20);
    }

    [Theory, BothDatabases]
    public async Task A_case_becomes_work_of_the_plan_and_can_be_forgotten(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var id = (await ReceiveAsync(world, "Cold.")).Case.Id;
        var sheet = await world.RunAsync(new TurnCaseIntoAction(id, plan, "Mend the hotplate", world.Owner, new LocalDate(2026, 4, 1)));
        var work = (await world.RunAsync(new ActionDetail(sheet.Action!))).Work;
        (work.Title, work.Origin, work.Owner).ShouldBe(("Mend the hotplate", id.ToString(), world.Owner));
        var ended = await world.MemberAsync("Eve");
        await world.RunAsync(new EndMembership(ended));
        (await world.RefusedAsync(new AssignCase(id, ended))).Code.ShouldBe("assignee-elsewhere");
        await world.RunAsync(new RemoveCase(id));
        (await world.RefusedAsync(new InboxCase(id))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.SeeAsync(db => db.Set<Message>().CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    public async Task A_template_for_care_brings_promises_answers_and_duties(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = (await world.RunAsync(new OutlinePlan(world.Brand, "Answer everybody", Template: "public-body-serve-team"))).Id;
        (await world.RunAsync(new CannedAnswerList(world.Brand))).Count.ShouldBe(3);
        var sla = await world.RunAsync(new SlaDetail(world.Brand));
        (sla.Own, sla.Terms.Single(term => term.Severity == CaseSeverity.Urgent).ResolveMinutes).ShouldBe((true, 120));
        (await world.RunAsync(new ActionOutline(plan))).Rows.Select(row => row.Title).ShouldContain("Write the rota for the next quarter");
        await world.RunAsync(new OutlinePlan(world.Brand, "Answer everybody again", Template: "public-body-serve-team"));
        (await world.RunAsync(new CannedAnswerList(world.Brand))).Count.ShouldBe(3, "answers are the brand's, and there already");
    }

    [Theory, BothDatabases]
    public async Task Goals_can_be_measured_by_the_inbox(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        (await world.RunAsync(new RollInbox(world.Brand))).Recorded.ShouldBe(0, "nobody wrote, so there is no number");
        var start = new LocalDateTime(2026, 3, 23, 9, 0).InZoneLeniently(Berlin).ToInstant();
        foreach (var minutes in new[] { 10, 20, 300 })
        {
            await world.RunAsync(new ReplyToCase((await ReceiveAsync(world, "Hello?", start)).Case.Id, "Hello.", At: start + Duration.FromMinutes(minutes), Resolve: minutes == 20));
        }

        await ReceiveAsync(world, "Nobody answers.", start);
        await world.RunAsync(new RollInbox(world.Brand));
        var numbers = (await world.SeeAsync(db => db.Set<Observation>().Where(row => row.IsCurrent && row.Subject == world.Brand.ToString()).ToListAsync()))
            .ToDictionary(row => row.Metric, row => (row.Value, row.Numerator, row.Denominator));
        numbers["first_response"].Value.ShouldBe(20);
        numbers["resolution_time"].Value.ShouldBe(0.33m);
        (numbers["response_rate"].Numerator, numbers["response_rate"].Denominator).ShouldBe((3m, 4m));
        (numbers["sla_met"].Numerator, numbers["sla_met"].Denominator).ShouldBe((2m, 4m), "240 minutes were promised to all four");
        numbers["complaints_open"].Value.ShouldBe(3);
        (await world.RunAsync(new RollInbox(world.Brand))).ShouldSatisfyAllConditions(again => again.Recorded.ShouldBe(0), again => again.Corrected.ShouldBe(0));
    }

    private static Task<ReceivedMessage> ReceiveAsync(World world, string text, Instant? at = null, CaseSeverity? severity = null) =>
        world.RunAsync(new ReceiveMessage(world.Brand, text, At: at, Severity: severity));
}
