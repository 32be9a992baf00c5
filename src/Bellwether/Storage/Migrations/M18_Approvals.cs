using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the table of Calendar for plans whose posts are approved in a way of their own.</summary>
[DbContext(typeof(Db))]
[Migration("20261122183000_Approvals")]
public sealed class M18Approvals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "plan_approvals",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                mode = table.Column<string>(maxLength: 40, nullable: false),
                four_eyes = table.Column<bool>(nullable: false),
                steps = table.Column<string>(nullable: false),
                if_late = table.Column<string>(maxLength: 40, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plan_approvals", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plan_approvals_brand", "plan_approvals", ["brand"]);
        migrationBuilder.CreateIndex("IX_plan_approvals_plan", "plan_approvals", ["plan"], unique: true);
    }
}
