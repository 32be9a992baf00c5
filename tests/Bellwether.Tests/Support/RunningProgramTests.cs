namespace Bellwether.Tests.Support;

public sealed class RunningProgramTests
{
    [Fact]
    public async Task A_program_that_ends_too_early_is_quoted()
    {
        await using var program = RunningProgram.Start("sh", ["-c", "echo no luck >&2; exit 3"]);

        var problem = await Should.ThrowAsync<InvalidOperationException>(() => program.Expect("READY", TimeSpan.FromSeconds(20)));

        problem.Message.ShouldContain("ended before it said 'READY'");
        problem.Message.ShouldContain("no luck");
    }

    [Fact]
    public async Task Closing_its_input_stops_it()
    {
        var program = RunningProgram.Start("sh", ["-c", "echo READY; cat >/dev/null; exit 0"]);
        await program.Expect("READY", TimeSpan.FromSeconds(20));
        program.HasExited.ShouldBeFalse();
        var id = program.ProcessId;

        await program.DisposeAsync();

        Directory.Exists($"/proc/{id}").ShouldBeFalse();
    }
}
