using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Playbooks.</summary>
[DbContext(typeof(Db))]
[Migration("20261122250000_Playbooks")]
public sealed class M25Playbooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "playbook_pages",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 120, nullable: false),
                text = table.Column<string>(nullable: false),
                place = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_playbook_pages", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_playbook_pages_plan", "playbook_pages", ["plan"]);

        migrationBuilder.CreateTable(
            "playbook_shares",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                until = table.Column<long>(nullable: true),
                revoked_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_playbook_shares", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_playbook_shares_hash", "playbook_shares", ["hash"], unique: true);
        migrationBuilder.CreateIndex("IX_playbook_shares_plan", "playbook_shares", ["plan"]);
    }
}
