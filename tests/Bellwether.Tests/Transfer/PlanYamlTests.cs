using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Transfer;

namespace Bellwether.Tests.Transfer;

public sealed class PlanYamlTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("1e5")]
    [InlineData("2026-11-26")]
    [InlineData("10:00")]
    [InlineData("a: b")]
    [InlineData("# no comment")]
    [InlineData("- no list")]
    [InlineData("two\nlines")]
    [InlineData("two\n\nlines\n")]
    [InlineData("trailing \nspace")]
    [InlineData(" leading")]
    [InlineData("tab\tinside")]
    [InlineData("“quotes” and 'quotes' and \"quotes\"")]
    [InlineData("ends with dots...")]
    [InlineData("👋 emoji")]
    [InlineData("*alias")]
    [InlineData("&anchor")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void Any_text_comes_back_as_it_was(string text)
    {
        var plan = new JsonObject { ["text"] = text, ["list"] = new JsonArray(text), [text.Length == 0 ? "empty" : text] = 1 };
        JsonNode.DeepEquals(PlanYaml.Read(PlanYaml.Write(plan)), plan).ShouldBeTrue(Encoding.UTF8.GetString(PlanYaml.Write(plan)));
    }

    [Fact]
    public void Data_keeps_its_kinds_and_the_same_data_gives_the_same_bytes()
    {
        var plan = (JsonObject)JsonNode.Parse("""{"a": 1.50, "b": true, "c": null, "d": [], "e": {}, "f": [{"g": "x", "h": [1, 2]}], "i": -0.5}""")!;
        var file = PlanYaml.Write(plan);
        var read = PlanYaml.Read(file);
        JsonNode.DeepEquals(read, plan).ShouldBeTrue();
        PlanYaml.Write(read).ShouldBe(file);
    }

    [Theory]
    [InlineData("a: &x [1]\nb: *x")]
    [InlineData("a: [")]
    [InlineData("- 1")]
    [InlineData("a: 1\na: 2")]
    [InlineData("")]
    [InlineData("\"\\xZZ\"")]
    public void What_is_no_plan_file_is_refused_in_words(string file)
    {
        var problem = Should.Throw<ProblemException>(() => PlanYaml.Read(Encoding.UTF8.GetBytes(file)));
        problem.Kind.ShouldBe(ProblemKind.Malformed);
        problem.Message.ShouldStartWith("The plan file cannot be read");
    }

    [Fact]
    public void A_file_that_nests_without_end_is_refused() =>
        Should.Throw<ProblemException>(() => PlanYaml.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100)))));
}
