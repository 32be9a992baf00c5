using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Campaigns.</summary>
[DbContext(typeof(Db))]
[Migration("20261122160000_Campaigns")]
public sealed class M16Campaigns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "campaigns",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                tag = table.Column<string>(maxLength: 100, nullable: false),
                about = table.Column<string>(nullable: true),
                from = table.Column<string>(maxLength: 10, nullable: true),
                until = table.Column<string>(maxLength: 10, nullable: true),
                owner = table.Column<Guid>(nullable: true),
                goals = table.Column<string>(nullable: false),
                channels = table.Column<string>(nullable: false),
                kpis = table.Column<string>(nullable: false),
                budget_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                status = table.Column<string>(maxLength: 40, nullable: false),
                note = table.Column<string>(nullable: true),
                removed_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_campaigns", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_campaigns_brand", "campaigns", ["brand"]);
        migrationBuilder.CreateIndex("IX_campaigns_plan", "campaigns", ["plan"]);
    }
}
