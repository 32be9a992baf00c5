using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bellwether.Tests.Storage;

/// <summary>The hand-written migrations make exactly the tables the model has, on both databases.</summary>
public sealed class SchemaTests
{
    [Theory, BothDatabases]
    public async Task The_migrated_schema_equals_the_model(DatabaseKind on)
    {
        var (migrated, migratedFolder) = await Databases.MigratedAsync(on);
        var (created, createdFolder) = await Databases.EmptyAsync(on);
        await using (var db = Databases.Open(created))
        {
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        var expected = await Schema.OfAsync(created);
        var actual = await Schema.OfAsync(migrated);
        expected.Except(actual, StringComparer.Ordinal).ShouldBeEmpty("the model has it, the migrations do not make it");
        actual.Except(expected, StringComparer.Ordinal).ShouldBeEmpty("the migrations make it, the model does not have it");
        Remove(migratedFolder);
        Remove(createdFolder);
    }

    [Theory, BothDatabases]
    public async Task A_dropped_column_an_added_table_and_a_lost_index_are_noticed(DatabaseKind on)
    {
        var cancel = TestContext.Current.CancellationToken;
        var (address, folder) = await Databases.MigratedAsync(on);
        var before = await Schema.OfAsync(address);
        await using (var db = Databases.Open(address))
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE brands DROP COLUMN is_demo", cancel);
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE stray (id integer)", cancel);
            await db.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_api_tokens_hash\"", cancel);
        }

        var after = await Schema.OfAsync(address);
        before.Except(after, StringComparer.Ordinal).ShouldContain(line => line.StartsWith("brands.is_demo ", StringComparison.Ordinal));
        before.Except(after, StringComparer.Ordinal).ShouldContain(line => line.Contains("IX_api_tokens_hash", StringComparison.Ordinal));
        after.Except(before, StringComparer.Ordinal).ShouldContain(line => line.StartsWith("stray.id ", StringComparison.Ordinal));
        Remove(folder);
    }

    [Fact]
    public void Every_migration_has_an_id_that_can_be_gone_to()
    {
        using var db = Databases.Open(DatabaseAddress.InFolder(Path.GetTempPath()));
        foreach (var id in db.Database.GetMigrations())
        {
            id.ShouldMatch("^[0-9]{14}_[A-Za-z]+$");
        }
    }

    private static void Remove(string? folder)
    {
        if (folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
