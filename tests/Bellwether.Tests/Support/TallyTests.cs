using System.Text.Json;

namespace Bellwether.Tests.Support;

/// <summary>The last line of a run, and when a run counts as failed.</summary>
public sealed class TallyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bellwether-tally-").FullName;
    private int reports;

    [Fact]
    public async Task All_programs_are_added_up_and_absent_data_is_allowed()
    {
        Report(("a", "passed", ""), ("b", "passed", ""), ("c", "skipped", "absent data: x.csv"));
        Screen(("d", "passed"));

        (await Tally(2, "dotnet test=0")).ShouldBe((0, "3 passed, 0 failed, 1 skipped"));
    }

    [Fact]
    public async Task A_failure_in_either_kind_of_report_fails()
    {
        Report(("a", "failed", ""));
        Screen(("d", "passed"), ("e", "failed"));

        (await Tally(2, "dotnet test=2", "vitest=1")).ShouldBe((1, "1 passed, 2 failed, 0 skipped"));
    }

    [Theory]
    [InlineData("skipped", "not today")]
    [InlineData("pending", "")]
    public async Task A_skip_without_leave_fails(string status, string reason)
    {
        Report(("a", "passed", ""), ("b", status, reason));

        (await Tally(1, "dotnet test=0")).ShouldBe((1, "1 passed, 0 failed, 1 skipped"));
    }

    [Fact]
    public async Task A_missing_report_and_a_crash_fail()
    {
        Report(("a", "passed", ""));

        (await Tally(2, "dotnet test=0")).ShouldBe((1, "1 passed, 1 failed, 0 skipped"));
        (await Tally(1, "dotnet test=134")).ShouldBe((1, "1 passed, 1 failed, 0 skipped"));
    }

    [Fact]
    public async Task A_story_that_holds_when_told_alone_has_passed_and_nothing_else_gets_a_second_chance()
    {
        Report(("Bellwether.Browser.Story", "failed", ""), ("Bellwether.Browser.Other", "failed", ""), ("Bellwether.Tests.Sum", "failed", ""));
        Directory.CreateDirectory(Path.Combine(folder, "again"));
        Report("again", ("Bellwether.Browser.Story", "passed", ""), ("Bellwether.Browser.Other", "failed", ""), ("Bellwether.Tests.Sum", "passed", ""));

        (await Tally(1, "dotnet test=2")).ShouldBe((1, "1 passed, 2 failed, 0 skipped"));
    }

    [Fact]
    public async Task A_run_that_is_whole_but_for_a_story_told_twice_passes()
    {
        Report(("Bellwether.Browser.Story", "failed", ""), ("Bellwether.Tests.Sum", "passed", ""));
        Directory.CreateDirectory(Path.Combine(folder, "again"));
        Report("again", ("Bellwether.Browser.Story", "passed", ""));

        (await Tally(1, "dotnet test=2")).ShouldBe((0, "2 passed, 0 failed, 0 skipped"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // As xUnit writes it: the reason of a skip stands among the extras.
    private void Report(params (string Name, string Status, string Reason)[] tests) => Report("", tests);

    private void Report(string place, params (string Name, string Status, string Reason)[] tests) =>
        Write(Path.Combine(place, $"{++reports}.ctrf"), new { results = new { tests = tests.Select(test => new { name = test.Name, status = test.Status, extra = new { reason = test.Reason } }) } });

    private void Screen(params (string Name, string Status)[] tests) => Write($"{++reports}.json", new
    {
        testResults = new[]
        {
            new { name = "a.test.ts", status = "passed", assertionResults = tests.Select(test => new { fullName = test.Name, status = test.Status, failureMessages = Array.Empty<string>() }) },
        },
    });

    private void Write(string name, object report) => File.WriteAllText(Path.Combine(folder, name), JsonSerializer.Serialize(report));

    private async Task<(int Code, string LastLine)> Tally(int expected, params string[] codes)
    {
        await using var tally = RunningProgram.Start("node", [Repository.PathOf("tests", "tally.mjs"), folder, expected.ToString(), .. codes]);
        var line = await tally.Expect(" skipped", TimeSpan.FromSeconds(60));
        return (await tally.WaitForExit(), line);
    }
}
