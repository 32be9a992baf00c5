using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Tracking that hold pages of links and their views.</summary>
[DbContext(typeof(Db))]
[Migration("20261122210200_Hubs")]
public sealed class M21Hubs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "hub_rollups",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                hub = table.Column<Guid>(nullable: false),
                quarter = table.Column<long>(nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                hits = table.Column<long>(nullable: false),
                visits = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_hub_rollups", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_hub_rollups_hub_quarter_outcome", "hub_rollups", ["hub", "quarter", "outcome"], unique: true);
        migrationBuilder.CreateIndex("IX_hub_rollups_workspace_brand_quarter", "hub_rollups", ["workspace", "brand", "quarter"]);

        migrationBuilder.CreateTable(
            "link_hubs",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                channel = table.Column<Guid>(nullable: true),
                name = table.Column<string>(maxLength: 40, nullable: false),
                draft = table.Column<string>(nullable: false),
                live = table.Column<string>(nullable: true),
                published_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_link_hubs", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_link_hubs_brand", "link_hubs", ["brand"]);
        migrationBuilder.CreateIndex("IX_link_hubs_name", "link_hubs", ["name"], unique: true);
    }
}
