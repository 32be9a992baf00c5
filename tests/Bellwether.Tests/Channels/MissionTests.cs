using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Channels;

public sealed class MissionTests
{
    [Theory, Requirement("R002-30")]
    [InlineData("To share company culture using employee photos.")]
    [InlineData("To share company culture using employee photos")]
    [InlineData("We help guests, e.g. families and office teams, to find lunch in the U.S. and beyond.")]
    [InlineData("Dr. Ana Ruiz answers questions about teeth.")]
    [InlineData("Show what 3.5 hours of slow cooking do to pork, i.e. why people wait.")]
    [InlineData("To be the friendliest kitchen of St. Louis, Mo. and to say so!")]
    [InlineData("Answer every question within an hour (from 9 a.m. to 6 p.m. on workdays).")]
    [InlineData("Sell tickets for J. R. Smith and friends at example.com.")]
    [InlineData("Wir zeigen, z. B. mit Fotos, wie es bei uns aussieht.")]
    [InlineData("Make Yahoo! answers look slow.")]
    public void One_sentence_is_a_mission_and_abbreviations_do_not_end_it(string text) =>
        Mission.Of(text).ShouldBe(text);

    [Theory, Requirement("R002-30")]
    [InlineData("To share company culture. We use employee photos.", 2)]
    [InlineData("We share. we care.", 2)]
    [InlineData("Want lunch? We have tacos.", 2)]
    [InlineData("Tacos! Now! Here!", 3)]
    [InlineData("We sell in the U.S. We also ship.", 2)]
    [InlineData("To inform\nTo entertain", 2)]
    [InlineData("昼食を届けます。写真も見せます。", 2)]
    public void More_than_one_sentence_is_refused_with_their_number(string text, int sentences)
    {
        var no = Should.Throw<ProblemException>(() => Mission.Of(text));
        no.Code.ShouldBe("mission-not-one-sentence");
        no.Message.ShouldContain($"this has {sentences}");
        no.Fields.Single().Field.ShouldBe("mission");
    }

    [Theory, Requirement("R002-30")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("…")]
    public void A_mission_without_words_is_refused(string text) =>
        Should.Throw<ProblemException>(() => Mission.Of(text)).Code.ShouldBe("mission-empty");

    [Fact, Requirement("R002-30")]
    public void A_long_mission_is_allowed_with_a_warning()
    {
        var longer = new string('a', Mission.Suggested + 1);
        Mission.Of(longer).ShouldBe(longer);
        Mission.Warning(longer).ShouldNotBeNull();
        Mission.Warning(longer[1..]).ShouldBeNull();
    }
}
