using System.Globalization;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

// Prints a provider-neutral migration that creates the tables of one step, as the model has them now.
// Usage: dotnet run --project tools/Schema -- Goals
var numbers = new Dictionary<string, int>
{
    ["Storage"] = 0, ["People"] = 1, ["Brands"] = 2, ["Networks"] = 3, ["Metrics"] = 4, ["Media"] = 5, ["Reminders"] = 6, ["Links"] = 7,
    ["Plans"] = 10, ["Research"] = 11, ["Audits"] = 12, ["Competitors"] = 13, ["Goals"] = 14, ["Channels"] = 15, ["Campaigns"] = 16, ["Actions"] = 17, ["Calendar"] = 18, ["Publishing"] = 19,
    ["Inbox"] = 20, ["Tracking"] = 21, ["Measures"] = 22, ["Returns"] = 23, ["Reviews"] = 24, ["Playbooks"] = 25, ["Today"] = 26, ["Transfer"] = 27, ["Connectors"] = 28, ["Demo"] = 29,
};
var step = args.Single();
var number = numbers[step].ToString("00", CultureInfo.InvariantCulture);
await using var db = new Db((DbContextOptions<Db>)new DbContextOptionsBuilder<Db>().Use(DatabaseAddress.InFolder(".")).Options, new Current(), TimeProvider.System);
var model = db.GetService<IDesignTimeModel>().Model;
var tables = model.GetEntityTypes()
    .Where(type => $"{(type.ClrType.DeclaringType ?? type.ClrType).Namespace}.".StartsWith($"Bellwether.{step}.", StringComparison.Ordinal) || Owner(type)?.ClrType.Namespace == "Bellwether." + step)
    .Select(type => type.GetTableName()).ToHashSet(StringComparer.Ordinal);
var operations = db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel());
var text = new StringBuilder();
text.AppendLine("using Microsoft.EntityFrameworkCore.Infrastructure;").AppendLine("using Microsoft.EntityFrameworkCore.Migrations;").AppendLine()
    .AppendLine("namespace Bellwether.Storage.Migrations;").AppendLine()
    .AppendLine($"/// <summary>Creates the tables of {step}.</summary>")
    .AppendLine("[DbContext(typeof(Db))]").AppendLine($"[Migration(\"20261122{number}0000_{step}\")]")
    .AppendLine($"public sealed class M{number}{step} : Migration").AppendLine("{")
    .AppendLine("    protected override void Up(MigrationBuilder migrationBuilder)").AppendLine("    {");
foreach (var table in operations.OfType<CreateTableOperation>().Where(table => tables.Contains(table.Name)).OrderBy(table => table.ForeignKeys.Count))
{
    Table(table);
    foreach (var index in operations.OfType<CreateIndexOperation>().Where(index => index.Table == table.Name))
    {
        var columns = string.Join(", ", index.Columns.Select(Quote));
        text.AppendLine(CultureInfo.InvariantCulture, $"        migrationBuilder.CreateIndex({Quote(index.Name)}, {Quote(index.Table)}, [{columns}]{(index.IsUnique ? ", unique: true" : "")});");
    }

    text.AppendLine();
}

text.AppendLine("    }").AppendLine("}");
Console.Write(text.ToString().Replace("\n\n    }\n}", "\n    }\n}", StringComparison.Ordinal));

static IReadOnlyEntityType? Owner(IReadOnlyEntityType type) => type.FindOwnership()?.PrincipalEntityType;

// A column may be called what C# keeps for itself.
static string Identifier(string name) => name is "class" or "event" or "default" or "public" or "private" or "base" or "object" or "string" or "params" or "ref" or "operator" or "internal" or "lock" or "case" or "this" ? "@" + name : name;

static string Quote(string text) => "\"" + text + "\"";

static string Name(Type type) => type == typeof(Guid) ? "Guid" : type == typeof(long) ? "long" : type == typeof(int) ? "int" : type == typeof(string) ? "string"
    : type == typeof(bool) ? "bool" : type == typeof(byte[]) ? "byte[]" : type == typeof(double) ? "double"
    : throw new InvalidOperationException($"{type} has no neutral column; give the property a conversion.");

void Table(CreateTableOperation table)
{
    text.AppendLine("        migrationBuilder.CreateTable(").AppendLine(CultureInfo.InvariantCulture, $"            {Quote(table.Name)},").AppendLine("            table => new").AppendLine("            {");
    foreach (var column in table.Columns)
    {
        var length = column.MaxLength is { } most ? $"maxLength: {most}, " : "";
        text.AppendLine(CultureInfo.InvariantCulture, $"                {Identifier(column.Name)} = table.Column<{Name(column.ClrType)}>({length}nullable: {(column.IsNullable ? "true" : "false")}),");
    }

    text.AppendLine("            },").AppendLine("            constraints: table =>").AppendLine("            {");
    var key = string.Join(", ", table.PrimaryKey!.Columns.Select(column => "x." + column));
    text.AppendLine(CultureInfo.InvariantCulture, $"                table.PrimaryKey({Quote(table.PrimaryKey.Name)}, x => {(table.PrimaryKey.Columns.Length == 1 ? key : "new { " + key + " }")});");
    foreach (var foreign in table.ForeignKeys)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"                table.ForeignKey({Quote(foreign.Name)}, x => x.{foreign.Columns.Single()}, {Quote(foreign.PrincipalTable)}, {Quote(foreign.PrincipalColumns!.Single())}, onDelete: ReferentialAction.{foreign.OnDelete});");
    }

    text.AppendLine("            });").AppendLine();
}
