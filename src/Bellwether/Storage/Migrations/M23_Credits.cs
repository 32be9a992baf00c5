using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of credit: how a brand gives it, the paths that led to conversions, and what was reported.</summary>
[DbContext(typeof(Db))]
[Migration("20261122230100_Credits")]
public sealed class M23Credits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "credit_revisions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                month = table.Column<string>(maxLength: 10, nullable: false),
                number = table.Column<int>(nullable: false),
                why = table.Column<string>(maxLength: 400, nullable: false),
                model = table.Column<string>(maxLength: 40, nullable: false),
                look_back_days = table.Column<int>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                conversions = table.Column<int>(nullable: false),
                value_minor = table.Column<long>(nullable: false),
                unattributed = table.Column<int>(nullable: false),
                unattributed_minor = table.Column<long>(nullable: false),
                credits = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_credit_revisions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_credit_revisions_brand_month_number", "credit_revisions", ["brand", "month", "number"], unique: true);
        migrationBuilder.CreateIndex("IX_credit_revisions_workspace", "credit_revisions", ["workspace"]);

        migrationBuilder.CreateTable(
            "credit_rules",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                model = table.Column<string>(maxLength: 40, nullable: false),
                look_back_days = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_credit_rules", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_credit_rules_brand", "credit_rules", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_credit_rules_workspace", "credit_rules", ["workspace"]);

        migrationBuilder.CreateTable(
            "touch_paths",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                conversion = table.Column<Guid>(nullable: false),
                at = table.Column<long>(nullable: false),
                value_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                steps = table.Column<byte[]>(nullable: false),
                changed_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_touch_paths", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_touch_paths_brand_at", "touch_paths", ["brand", "at"]);
        migrationBuilder.CreateIndex("IX_touch_paths_conversion", "touch_paths", ["conversion"], unique: true);
    }
}
