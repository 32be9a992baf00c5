using System.Net;

namespace Bellwether.Tests.Support;

public sealed class AppProcessTests
{
    private static readonly Uri Door = new("api/v1/plans", UriKind.Relative);

    [Fact]
    public async Task The_program_starts_on_an_empty_folder_survives_a_kill_and_stops_when_told()
    {
        var data = Directory.CreateTempSubdirectory("bellwether-data-").FullName;
        try
        {
            await using (var killed = await AppProcess.Start(data))
            {
                (await killed.Http.GetAsync(Door)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
                await killed.Kill();
                await Should.ThrowAsync<HttpRequestException>(() => killed.Http.GetAsync(Door));
            }

            await using var again = await AppProcess.Start(data);
            (await again.Http.GetAsync(Door)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await again.Stop()).ShouldBe(0);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task The_program_runs_on_PostgreSQL_and_leaves_its_own_folder_behind_no_longer()
    {
        var database = await (await PostgresServer.Shared()).CreateDatabase();
        string data;
        await using (var app = await AppProcess.Start(database: database))
        {
            data = app.Data;
            (await app.Http.GetAsync(Door)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            Directory.EnumerateFiles(data, "*.db").ShouldBeEmpty();
        }
        Directory.Exists(data).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said_in_words_with_the_way_out()
    {
        await using var app = await AppProcess.Start();
        await using var second = AppProcess.Run(["--data", Path.Combine(app.Data, "second"), "--urls", app.Address.ToString()]);
        await second.Expect("--urls http://localhost:5081", TimeSpan.FromSeconds(60));
        (await second.WaitForExit()).ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_argument_ends_it_with_a_message()
    {
        await using var program = AppProcess.Run(["--no-such-thing"]);

        await Should.ThrowAsync<InvalidOperationException>(() => program.Expect("Now listening on", TimeSpan.FromSeconds(60)));

        program.Said.ShouldContain("--no-such-thing");
    }
}
