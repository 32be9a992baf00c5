using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Plans.</summary>
[DbContext(typeof(Db))]
[Migration("2026112210_Plans")]
public sealed class M10Plans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "plans",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 120, nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                number = table.Column<int>(nullable: false),
                cycle = table.Column<int>(nullable: false),
                predecessor = table.Column<Guid>(nullable: true),
                template = table.Column<string>(maxLength: 80, nullable: true),
                start = table.Column<string>(maxLength: 10, nullable: true),
                end = table.Column<string>(maxLength: 10, nullable: true),
                picture = table.Column<string>(nullable: true),
                picture_by = table.Column<string>(maxLength: 10, nullable: true),
                problem = table.Column<string>(nullable: true),
                goal_statement = table.Column<string>(nullable: true),
                situation = table.Column<string>(nullable: false),
                function = table.Column<string>(maxLength: 40, nullable: true),
                function_name = table.Column<string>(maxLength: 80, nullable: true),
                reviews = table.Column<string>(nullable: true),
                goal_first_skipped = table.Column<bool>(nullable: false),
                activated_at = table.Column<long>(nullable: true),
                closed_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plans", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plans_brand", "plans", ["brand"]);
        migrationBuilder.CreateIndex("IX_plans_predecessor", "plans", ["predecessor"]);
        migrationBuilder.CreateIndex("IX_plans_workspace", "plans", ["workspace"]);
    }
}
