using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Storage.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000000_Storage")]
public sealed class M00Storage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "outbox",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                type = table.Column<string>(maxLength: 200, nullable: false),
                content = table.Column<string>(nullable: false),
                due_at = table.Column<long>(nullable: false),
                tries = table.Column<int>(nullable: false),
                last_error = table.Column<string>(nullable: true),
                done_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outbox", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_outbox_done_at_due_at", "outbox", ["done_at", "due_at"]);
    }
}
