using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Channels;

public sealed class PositioningTests
{
    private const string Own = "Lunch that knows your name: we cook for the people who work around the corner.";

    [Theory, BothDatabases, Requirement("R003-13")]
    public async Task A_position_leads_to_a_concept_a_voice_and_starters_for_each_persona(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        (await world.RunAsync(new PositioningSheet(plan))).Version.ShouldBe(0);
        var written = await world.RunAsync(new WritePositioning(plan, Own, "The table where the street meets.", "Warm, short, never loud.", new ContentGuide(["The dish of the day"], ["Politics"], [new Ally("The bakery next door", "@baeckerei", "Bread for our soup")])));
        written.Voice.ShouldBe("Warm, short, never loud.");
        written.Guide.Allies.ShouldNotBeNull().Single().Name.ShouldBe("The bakery next door");
        await world.RunAsync(new AddConversationStarter(plan, "Which salsa first?", StarterKind.Question, "Office worker"));
        await world.RunAsync(new AddConversationStarter(plan, "Vote for Friday's dish", StarterKind.CallToTakePart));
        var sheet = await world.RunAsync(new PositioningSheet(plan));
        sheet.Starters.Select(starter => starter.Persona).ShouldBe(["Office worker", null]);
        sheet.Checks.Single(check => check.Trait == PositioningTrait.Engaging).Result.ShouldBe(TraitResult.Passes);
        (await world.RunAsync(new WritePositioning(plan, Voice: "Warm."))).SocialConcept.ShouldBe("The table where the street meets.", "what is left out stays");
        (await world.RefusedAsync(new AddConversationStarter(plan, "???"))).Code.ShouldBe("starter-without-words");
        (await world.RefusedAsync(new WritePositioning(plan, Guide: new ContentGuide(["Dogs"], ["dogs"])))).Code.ShouldBe("content-both-ways");
    }

    [Theory, BothDatabases, Requirement("R003-14")]
    public async Task A_claim_without_proof_is_a_dream_until_one_is_shown(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var claim = await world.RunAsync(new AddClaim(plan, "The fastest lunch in town"));
        claim.IsDream.ShouldBeTrue();
        (await GatesAsync(world, plan)).ShouldContain(finding => finding.Code == "claim-without-proof" && !finding.Blocks && finding.Subject == claim.Id.ToString());
        (await world.RunAsync(new PositioningSheet(plan))).Checks.Single(check => check.Trait == PositioningTrait.Realistic).Message.ShouldContain("A dream");
        (await world.RefusedAsync(new ProveClaim(claim.Id, new ProofItem(ProofKind.Figure, "Six minutes", On: new LocalDate(2030, 1, 1))))).Code.ShouldBe("proof-from-future");
        (await world.RefusedAsync(new ProveClaim(claim.Id, new ProofItem(ProofKind.Figure, "Six minutes", "javascript:alert(1)")))).Code.ShouldBe("address-not-web");
        (await world.RunAsync(new ProveClaim(claim.Id, new ProofItem(ProofKind.Figure, "Six minutes on average, measured in March", "https://example.org/minutes")))).IsDream.ShouldBeFalse();
        (await GatesAsync(world, plan)).ShouldNotContain(finding => finding.Code == "claim-without-proof");
        (await world.RefusedAsync(new AddClaim(plan, "the fastest lunch in TOWN"))).Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Theory, BothDatabases, Requirement("R003-14")]
    public async Task A_position_is_held_against_what_rivals_say(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        await world.RunAsync(new WritePositioning(plan, Own));
        (await world.RunAsync(new PositioningSheet(plan))).Checks[0].Result.ShouldBe(TraitResult.CannotTell, "nothing to compare with");
        var apart = await world.RunAsync(new RecordRivalPositions(plan, [new RivalPosition("Burger Barn", "Big, fast and open all night: burgers for hungry drivers.", "Their website", new LocalDate(2026, 3, 1))]));
        apart.Checks[0].Result.ShouldBe(TraitResult.Passes);
        apart.Likeness.Single().Distance.ShouldBeGreaterThan(1 - PositioningCheck.TooAlike);
        var alike = await world.RunAsync(new RecordRivalPositions(plan, [new RivalPosition("Burger Barn", "Big, fast and open all night."), new RivalPosition("Taco Twin", "Lunch that knows your name: we cook for people who work round the corner.")]));
        alike.Checks[0].Result.ShouldBe(TraitResult.Warns);
        alike.Checks[0].Message.ShouldContain("Taco Twin");
        alike.Likeness[0].Name.ShouldBe("Taco Twin");
        (await world.RefusedAsync(new RecordRivalPositions(plan, [new RivalPosition("A", "x", On: new LocalDate(2031, 1, 1))]))).Code.ShouldBe("rival-from-future");
    }

    [Fact, Requirement("R003-14")]
    public void The_same_words_are_no_distance_apart_and_distance_and_likeness_are_one() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(NonEmptyString, NonEmptyString)>(), pair =>
        {
            var rivals = PositioningCheck.Nearest([pair.Item1.Get + "a"], [new RivalPosition("same", pair.Item1.Get + "a"), new RivalPosition("other", pair.Item2.Get)]);
            return rivals.All(rival => rival.Likeness is >= 0 and <= 1 && Math.Abs(rival.Likeness + rival.Distance - 1) < 1e-9) && rivals.Single(rival => rival.Name == "same").Distance == 0 && rivals[0].Likeness >= rivals[1].Likeness;
        }).QuickCheckThrowOnFailure();

    [Theory, Requirement("R003-13")]
    [InlineData("Tacos are on. Which salsa first?", true)]
    [InlineData("which SALSA first", true)]
    [InlineData("Which salsa is first?\nTell us below.", true)]
    [InlineData("A witch salsa first thing", false)]
    [InlineData("We make salsa. First come, first served.", false)]
    [InlineData("", false)]
    public void A_post_contains_a_starter_word_for_word_or_nearly_so(string text, bool says) => SaidIn.Says(text, "Which salsa first?").ShouldBe(says);

    [Theory, BothDatabases, Requirement("R001-23")]
    public async Task Content_and_words_to_avoid_are_flagged_when_a_draft_is_up_for_approval(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        await world.RunAsync(new WritePositioning(plan, Guide: new ContentGuide(["Lunch"], ["politics"], [])));
        await world.RunAsync(new SetBrandWords(world.Brand, ["guests"], [new AvoidedWord("customers", "guests")]));
        (await world.RefusedAsync(new SetBrandWords(world.Brand, ["guests"], [new AvoidedWord("Guests")]))).Code.ShouldBe("word-both-ways");
        (await world.RefusedAsync(new SetBrandWords(world.Brand, [], [new AvoidedWord("cheap", "not cheap")]))).Code.ShouldBe("word-instead-of-itself");
        var account = await world.AccountAsync("x");
        var post = await world.PostAsync("Customers love our politics", Given.Monday, account);
        await world.RunAsync(new SubmitPost(post.Id));
        var findings = (await world.RunAsync(new PostPrecheck(post.Id))).Where(finding => finding.Code == "content-to-avoid").ToList();
        findings.Count.ShouldBe(2);
        findings.ShouldContain(finding => finding.Fix != null && finding.Fix.Text == "Guests love our politics");
        var aid = await world.RunAsync(new WritingAid(plan));
        aid.Words.Use.ShouldBe(["guests"]);
        aid.Guide.Promote.ShouldBe(["Lunch"]);
    }

    [Theory, BothDatabases, Requirement("R003-13")]
    public async Task A_copy_of_the_plan_says_the_same_of_itself(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        await world.RunAsync(new WritePositioning(plan, Own, "The street's table", "Warm.", new ContentGuide(["Lunch"], ["politics"], [new Ally("Bakery")])));
        await world.RunAsync(new RecordRivalPositions(plan, [new RivalPosition("Burger Barn", "Big and fast")]));
        await world.RunAsync(new AddClaim(plan, "Fresh every day", [new ProofItem(ProofKind.Demonstration, "The kitchen is open")]));
        await world.RunAsync(new AddConversationStarter(plan, "Which salsa first?", Persona: "Office worker"));
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "positioning");
        same.ShouldBeTrue();
        var copied = await world.RunAsync(new PositioningSheet(copy));
        copied.Claims.Single().Proofs.Single().Kind.ShouldBe(ProofKind.Demonstration);
        copied.Rivals.Single().Name.ShouldBe("Burger Barn");
    }

    private static async Task<IReadOnlyList<GateFinding>> GatesAsync(World world, Id<Plan> plan) => (await world.RunAsync(new PlanGates(plan))).Findings;
}
