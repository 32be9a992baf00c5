using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Calendar for what comes again, waits, is imported or is answered.</summary>
[DbContext(typeof(Db))]
[Migration("20261122181500_Scheduling")]
public sealed class M18Scheduling : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "bulk_changes",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                change = table.Column<string>(maxLength: 40, nullable: false),
                by = table.Column<Guid>(nullable: true),
                posts = table.Column<string>(nullable: false),
                undone_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_bulk_changes", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_bulk_changes_brand", "bulk_changes", ["brand"]);

        migrationBuilder.CreateTable(
            "calendar_feeds",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                made_by = table.Column<Guid>(nullable: false),
                own = table.Column<bool>(nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                renewed_at = table.Column<long>(nullable: false),
                ended_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_calendar_feeds", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_calendar_feeds_brand_made_by_own", "calendar_feeds", ["brand", "made_by", "own"], unique: true);
        migrationBuilder.CreateIndex("IX_calendar_feeds_hash", "calendar_feeds", ["hash"], unique: true);
        migrationBuilder.CreateIndex("IX_calendar_feeds_workspace", "calendar_feeds", ["workspace"]);

        migrationBuilder.CreateTable(
            "evergreen_posts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                source = table.Column<Guid>(nullable: false),
                every_days = table.Column<int>(nullable: false),
                at_most = table.Column<int>(nullable: false),
                time = table.Column<string>(maxLength: 8, nullable: false),
                texts = table.Column<string>(nullable: false),
                send_on = table.Column<bool>(nullable: false),
                stopped_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_evergreen_posts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_evergreen_posts_brand", "evergreen_posts", ["brand"]);
        migrationBuilder.CreateIndex("IX_evergreen_posts_source", "evergreen_posts", ["source"], unique: true);

        migrationBuilder.CreateTable(
            "evergreen_turns",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                evergreen = table.Column<Guid>(nullable: false),
                day = table.Column<string>(maxLength: 10, nullable: false),
                post = table.Column<Guid>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_evergreen_turns", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_evergreen_turns_brand_day", "evergreen_turns", ["brand", "day"], unique: true);
        migrationBuilder.CreateIndex("IX_evergreen_turns_evergreen", "evergreen_turns", ["evergreen"]);
        migrationBuilder.CreateIndex("IX_evergreen_turns_post", "evergreen_turns", ["post"]);

        migrationBuilder.CreateTable(
            "planned_conversations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                sheet = table.Column<string>(nullable: false),
                begins_at = table.Column<long>(nullable: false),
                ends_at = table.Column<long>(nullable: false),
                responder = table.Column<Guid>(nullable: true),
                done_at = table.Column<long>(nullable: true),
                outcome = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_planned_conversations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_planned_conversations_brand_begins_at", "planned_conversations", ["brand", "begins_at"]);
        migrationBuilder.CreateIndex("IX_planned_conversations_plan", "planned_conversations", ["plan"]);

        migrationBuilder.CreateTable(
            "post_imports",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                file = table.Column<string>(maxLength: 200, nullable: false),
                by = table.Column<Guid>(nullable: true),
                posts = table.Column<string>(nullable: false),
                not_made = table.Column<int>(nullable: false),
                undone_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_post_imports", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_post_imports_brand", "post_imports", ["brand"]);

        migrationBuilder.CreateTable(
            "post_queues",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 80, nullable: false),
                accounts = table.Column<string>(nullable: false),
                slots = table.Column<string>(nullable: false),
                paused_at = table.Column<long>(nullable: true),
                removed_at = table.Column<long>(nullable: true),
                turns = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_post_queues", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_post_queues_brand", "post_queues", ["brand"]);

        migrationBuilder.CreateTable(
            "post_series",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                source = table.Column<Guid>(nullable: false),
                rule = table.Column<string>(maxLength: 500, nullable: false),
                start = table.Column<string>(maxLength: 19, nullable: false),
                send_on = table.Column<bool>(nullable: false),
                ended_from = table.Column<string>(maxLength: 10, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_post_series", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_post_series_brand", "post_series", ["brand"]);
        migrationBuilder.CreateIndex("IX_post_series_source", "post_series", ["source"], unique: true);

        migrationBuilder.CreateTable(
            "queued_posts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                queue = table.Column<Guid>(nullable: false),
                post = table.Column<Guid>(nullable: false),
                at = table.Column<string>(maxLength: 19, nullable: true),
                place = table.Column<int>(nullable: false),
                send_on = table.Column<bool>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_queued_posts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_queued_posts_post", "queued_posts", ["post"], unique: true);
        migrationBuilder.CreateIndex("IX_queued_posts_queue", "queued_posts", ["queue"]);

        migrationBuilder.CreateTable(
            "series_posts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                series = table.Column<Guid>(nullable: false),
                day = table.Column<string>(maxLength: 10, nullable: false),
                post = table.Column<Guid>(nullable: false),
                skipped = table.Column<bool>(nullable: false),
                content = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_series_posts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_series_posts_post", "series_posts", ["post"]);
        migrationBuilder.CreateIndex("IX_series_posts_series_day", "series_posts", ["series", "day"], unique: true);
    }
}
