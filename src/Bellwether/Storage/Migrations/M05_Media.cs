using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Media.</summary>
[DbContext(typeof(Db))]
[Migration("20261122050000_Media")]
public sealed class M05Media : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "assets",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 200, nullable: false),
                content_type = table.Column<string>(maxLength: 100, nullable: false),
                width = table.Column<int>(nullable: true),
                height = table.Column<int>(nullable: true),
                bytes = table.Column<long>(nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                alt = table.Column<string>(nullable: true),
                usable_until = table.Column<string>(maxLength: 10, nullable: true),
                folder = table.Column<string>(maxLength: 200, nullable: true),
                tags = table.Column<string>(nullable: false),
                original = table.Column<Guid>(nullable: true),
                focal_x = table.Column<double>(nullable: false),
                focal_y = table.Column<double>(nullable: false),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_assets", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_assets_brand_hash", "assets", ["brand", "hash"], unique: true);
        migrationBuilder.CreateIndex("IX_assets_workspace", "assets", ["workspace"]);
    }
}
