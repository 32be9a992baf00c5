using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Competitors that hold learning.</summary>
[DbContext(typeof(Db))]
[Migration("20261122130100_Learning")]
public sealed class M13Learning : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "best_practices",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                competitor = table.Column<Guid>(nullable: true),
                title = table.Column<string>(maxLength: 200, nullable: false),
                seen_on = table.Column<string>(maxLength: 10, nullable: false),
                source = table.Column<string>(maxLength: 500, nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: true),
                what = table.Column<string>(nullable: true),
                why = table.Column<string>(nullable: true),
                tags = table.Column<string>(nullable: false),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_best_practices", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_best_practices_brand", "best_practices", ["brand"]);

        migrationBuilder.CreateTable(
            "borrowed_tactics",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                from = table.Column<string>(maxLength: 80, nullable: false),
                from_name = table.Column<string>(maxLength: 200, nullable: false),
                goal = table.Column<string>(maxLength: 80, nullable: true),
                fit = table.Column<string>(nullable: true),
                test = table.Column<string>(nullable: true),
                their_words = table.Column<string>(nullable: true),
                our_words = table.Column<string>(nullable: true),
                status = table.Column<string>(maxLength: 40, nullable: false),
                action = table.Column<string>(maxLength: 80, nullable: true),
                activated_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_borrowed_tactics", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_borrowed_tactics_plan", "borrowed_tactics", ["plan"]);

        migrationBuilder.CreateTable(
            "inspiration_pictures",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                inspiration = table.Column<Guid>(nullable: false),
                content = table.Column<byte[]>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_inspiration_pictures", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_inspiration_pictures_inspiration", "inspiration_pictures", ["inspiration"], unique: true);
        migrationBuilder.CreateIndex("IX_inspiration_pictures_workspace", "inspiration_pictures", ["workspace"]);

        migrationBuilder.CreateTable(
            "inspirations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                url = table.Column<string>(maxLength: 520, nullable: true),
                network = table.Column<string>(maxLength: 40, nullable: true),
                author = table.Column<string>(maxLength: 120, nullable: true),
                author_type = table.Column<string>(maxLength: 40, nullable: false),
                learn = table.Column<string>(nullable: true),
                voice = table.Column<string>(nullable: true),
                quoted = table.Column<string>(nullable: true),
                tags = table.Column<string>(nullable: false),
                permission = table.Column<string>(nullable: true),
                permitted_on = table.Column<string>(maxLength: 10, nullable: true),
                picture_hash = table.Column<string>(maxLength: 64, nullable: true),
                picture_type = table.Column<string>(maxLength: 100, nullable: true),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_inspirations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_inspirations_brand", "inspirations", ["brand"]);

        migrationBuilder.CreateTable(
            "swot_points",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                competitor = table.Column<Guid>(nullable: true),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                text = table.Column<string>(nullable: false),
                evidence = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_swot_points", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_swot_points_brand_competitor", "swot_points", ["brand", "competitor"]);
    }
}
