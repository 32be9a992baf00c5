using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Brands.</summary>
[DbContext(typeof(Db))]
[Migration("20261122020000_Brands")]
public sealed class M02Brands : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "brands",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                zone_name = table.Column<string>(maxLength: 60, nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                week_start = table.Column<string>(maxLength: 40, nullable: false),
                hours = table.Column<string>(nullable: false),
                own_hosts = table.Column<string>(nullable: false),
                words = table.Column<string>(nullable: false),
                is_demo = table.Column<bool>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_brands", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_brands_workspace", "brands", ["workspace"]);
    }
}
