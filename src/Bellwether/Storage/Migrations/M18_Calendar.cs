using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Calendar.</summary>
[DbContext(typeof(Db))]
[Migration("20261122180000_Calendar")]
public sealed partial class M18Calendar : Migration
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
                may_ask = table.Column<bool>(nullable: false),
                steps = table.Column<string>(nullable: false),
                if_late = table.Column<string>(maxLength: 40, nullable: false),
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
            "filled_posts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                template = table.Column<Guid>(nullable: false),
                row = table.Column<Guid>(nullable: false),
                day = table.Column<string>(maxLength: 10, nullable: false),
                post = table.Column<Guid>(nullable: false),
                made_in = table.Column<Guid>(nullable: true),
                changed_in = table.Column<Guid>(nullable: true),
                is_out = table.Column<bool>(nullable: false),
                content = table.Column<string>(nullable: false),
                before = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_filled_posts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_filled_posts_post", "filled_posts", ["post"]);
        migrationBuilder.CreateIndex("IX_filled_posts_template_row_day", "filled_posts", ["template", "row", "day"], unique: true);

        migrationBuilder.CreateTable(
            "fillings",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                template = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                to = table.Column<string>(maxLength: 10, nullable: false),
                by = table.Column<Guid>(nullable: true),
                at = table.Column<long>(nullable: false),
                made = table.Column<int>(nullable: false),
                changed = table.Column<int>(nullable: false),
                taken_out = table.Column<int>(nullable: false),
                undone_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_fillings", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_fillings_template", "fillings", ["template"]);

        migrationBuilder.CreateTable(
            "post_templates",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                goal = table.Column<Guid>(nullable: true),
                unguided = table.Column<bool>(nullable: false),
                theme = table.Column<Guid>(nullable: true),
                name = table.Column<string>(maxLength: 120, nullable: false),
                text = table.Column<string>(nullable: false),
                tellings = table.Column<string>(nullable: false),
                time = table.Column<string>(nullable: false),
                expiry = table.Column<string>(nullable: true),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_post_templates", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_post_templates_brand", "post_templates", ["brand"]);
        migrationBuilder.CreateIndex("IX_post_templates_plan", "post_templates", ["plan"]);

        migrationBuilder.CreateTable(
            "posts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                said_stage = table.Column<string>(maxLength: 40, nullable: true),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                goal = table.Column<Guid>(nullable: true),
                unguided = table.Column<bool>(nullable: false),
                action = table.Column<Guid>(nullable: true),
                theme = table.Column<Guid>(nullable: true),
                campaign = table.Column<Guid>(nullable: true),
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
                expires_meant = table.Column<string>(maxLength: 19, nullable: true),
                expires_at = table.Column<long>(nullable: true),
                at_expiry = table.Column<string>(maxLength: 40, nullable: false),
                ended_at = table.Column<long>(nullable: true),
                revision = table.Column<int>(nullable: false),
                approved_revision = table.Column<int>(nullable: true),
                seal = table.Column<string>(maxLength: 64, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_posts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_posts_brand_due_at", "posts", ["brand", "due_at"]);
        migrationBuilder.CreateIndex("IX_posts_campaign", "posts", ["campaign"]);
        migrationBuilder.CreateIndex("IX_posts_plan", "posts", ["plan"]);
        migrationBuilder.CreateIndex("IX_posts_status_due_at", "posts", ["status", "due_at"]);

        migrationBuilder.CreateTable(
            "template_rows",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                template = table.Column<Guid>(nullable: false),
                since = table.Column<string>(maxLength: 10, nullable: false),
                day = table.Column<string>(maxLength: 200, nullable: false),
                place = table.Column<string>(maxLength: 300, nullable: true),
                from = table.Column<string>(maxLength: 8, nullable: true),
                to = table.Column<string>(maxLength: 8, nullable: true),
                values = table.Column<string>(nullable: false),
                rank = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_template_rows", x => x.id);
                table.ForeignKey("FK_template_rows_post_templates_template", x => x.template, "post_templates", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_template_rows_template", "template_rows", ["template"]);

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
                first_comment = table.Column<string>(nullable: true),
                linked_comment = table.Column<string>(nullable: true),
                media = table.Column<string>(nullable: false),
                options = table.Column<string>(nullable: false),
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

        AddWriting(migrationBuilder);
    }
}
