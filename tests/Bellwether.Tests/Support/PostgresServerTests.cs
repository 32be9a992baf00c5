using Npgsql;

namespace Bellwether.Tests.Support;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task Every_database_is_empty_and_its_own()
    {
        var server = await PostgresServer.Shared();
        var first = await server.CreateDatabase();
        var second = await server.CreateDatabase();

        await Execute(first, "create table kept (number int)");
        await Execute(second, "create table kept (number int)");
        await Execute(first, "insert into kept values (7)");

        (await Execute(first, "select count(*) from kept")).ShouldBe(1L);
        (await Execute(second, "select count(*) from kept")).ShouldBe(0L);
        ((string)(await Execute(first, "select version()"))!).ShouldStartWith("PostgreSQL ");
    }

    [Fact]
    public async Task The_server_says_what_it_refuses()
    {
        var database = await (await PostgresServer.Shared()).CreateDatabase();

        var refusal = await Should.ThrowAsync<PostgresException>(() => Execute(database, "select * from missing"));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.UndefinedTable);
    }

    private static async Task<object?> Execute(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
