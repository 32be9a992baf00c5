using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Calendar.</summary>
[DbContext(typeof(Db))]
[Migration("20261122180000_Calendar")]
public sealed class M18Calendar : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "calendar_rules",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                approval_needed = table.Column<bool>(nullable: false),
                four_eyes = table.Column<bool>(nullable: false),
                same_text = table.Column<string>(maxLength: 40, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_calendar_rules", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_calendar_rules_brand", "calendar_rules", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_calendar_rules_workspace", "calendar_rules", ["workspace"]);

        migrationBuilder.CreateTable(
            "posts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                goal = table.Column<Guid>(nullable: true),
                unguided = table.Column<bool>(nullable: false),
                action = table.Column<Guid>(nullable: true),
                theme = table.Column<Guid>(nullable: true),
                title = table.Column<string>(maxLength: 200, nullable: false),
                text = table.Column<string>(nullable: false),
                author = table.Column<Guid>(nullable: true),
                status = table.Column<string>(maxLength: 40, nullable: false),
                meant = table.Column<string>(maxLength: 19, nullable: true),
                zone_name = table.Column<string>(maxLength: 64, nullable: true),
                due_at = table.Column<long>(nullable: true),
                submitted_by = table.Column<Guid>(nullable: true),
                approved_by = table.Column<Guid>(nullable: true),
                approved_at = table.Column<long>(nullable: true),
                scheduled_at = table.Column<long>(nullable: true),
                note = table.Column<string>(nullable: true),
                archived_at = table.Column<long>(nullable: true),
                edits = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_posts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_posts_brand_due_at", "posts", ["brand", "due_at"]);
        migrationBuilder.CreateIndex("IX_posts_plan", "posts", ["plan"]);
        migrationBuilder.CreateIndex("IX_posts_status_due_at", "posts", ["status", "due_at"]);
        migrationBuilder.CreateIndex("IX_posts_workspace", "posts", ["workspace"]);

        migrationBuilder.CreateTable(
            "variants",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                post = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                own_text = table.Column<string>(nullable: true),
                linked_text = table.Column<string>(nullable: true),
                link = table.Column<string>(maxLength: 2000, nullable: true),
                tracked_link = table.Column<string>(maxLength: 2000, nullable: true),
                media = table.Column<string>(nullable: false),
                place = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_variants", x => x.id);
                table.ForeignKey("FK_variants_posts_post", x => x.post, "posts", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_variants_account", "variants", ["account"]);
        migrationBuilder.CreateIndex("IX_variants_post", "variants", ["post"]);
        migrationBuilder.CreateIndex("IX_variants_workspace", "variants", ["workspace"]);
    }
}
