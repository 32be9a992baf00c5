using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Reminders.</summary>
[DbContext(typeof(Db))]
[Migration("20261122060000_Reminders")]
public sealed class M06Reminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ticklers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 200, nullable: false),
                words = table.Column<string>(maxLength: 400, nullable: false),
                path = table.Column<string>(maxLength: 300, nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                done_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ticklers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_ticklers_brand", "ticklers", ["brand"]);
        migrationBuilder.CreateIndex("IX_ticklers_member_key", "ticklers", ["member", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_ticklers_workspace", "ticklers", ["workspace"]);
    }
}
