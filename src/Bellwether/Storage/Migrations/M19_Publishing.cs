using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Publishing.</summary>
[DbContext(typeof(Db))]
[Migration("20261122190000_Publishing")]
public sealed class M19Publishing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "attempts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                publication = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                part = table.Column<int>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                result = table.Column<string>(maxLength: 40, nullable: false),
                client_key = table.Column<string>(maxLength: 200, nullable: true),
                fingerprint = table.Column<string>(maxLength: 64, nullable: true),
                started_at = table.Column<long>(nullable: false),
                ended_at = table.Column<long>(nullable: true),
                words = table.Column<string>(nullable: false),
                raw = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_attempts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_attempts_publication", "attempts", ["publication"]);

        migrationBuilder.CreateTable(
            "connections",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                settings = table.Column<string>(nullable: false),
                encrypted = table.Column<string>(nullable: false),
                state = table.Column<string>(maxLength: 40, nullable: false),
                message = table.Column<string>(nullable: true),
                remote_id = table.Column<string>(maxLength: 200, nullable: true),
                handle = table.Column<string>(maxLength: 300, nullable: true),
                connected_at = table.Column<long>(nullable: false),
                checked_at = table.Column<long>(nullable: true),
                expires_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_connections", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_connections_account", "connections", ["account"], unique: true);
        migrationBuilder.CreateIndex("IX_connections_brand", "connections", ["brand"]);

        migrationBuilder.CreateTable(
            "feed_arrivals",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                feed = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 64, nullable: false),
                post = table.Column<Guid>(nullable: true),
                seen_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_arrivals", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_feed_arrivals_feed_key", "feed_arrivals", ["feed", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_feed_arrivals_workspace", "feed_arrivals", ["workspace"]);

        migrationBuilder.CreateTable(
            "followed_feeds",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                address = table.Column<string>(maxLength: 2000, nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                use = table.Column<string>(maxLength: 40, nullable: false),
                accounts = table.Column<string>(nullable: false),
                queue = table.Column<Guid>(nullable: true),
                wording = table.Column<string>(maxLength: 2000, nullable: false),
                every_minutes = table.Column<int>(nullable: false),
                e_tag = table.Column<string>(maxLength: 300, nullable: true),
                last_modified = table.Column<string>(maxLength: 100, nullable: true),
                read_at = table.Column<long>(nullable: true),
                next_at = table.Column<long>(nullable: false),
                new_at = table.Column<long>(nullable: true),
                made = table.Column<int>(nullable: false),
                problem = table.Column<string>(maxLength: 500, nullable: true),
                failures = table.Column<int>(nullable: false),
                paused_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_followed_feeds", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_followed_feeds_brand", "followed_feeds", ["brand"]);
        migrationBuilder.CreateIndex("IX_followed_feeds_next_at", "followed_feeds", ["next_at"]);

        migrationBuilder.CreateTable(
            "lanes",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                holder = table.Column<string>(maxLength: 80, nullable: true),
                held_until = table.Column<long>(nullable: false),
                fence = table.Column<long>(nullable: false),
                rest_until = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_lanes", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_lanes_account", "lanes", ["account"], unique: true);
        migrationBuilder.CreateIndex("IX_lanes_workspace", "lanes", ["workspace"]);

        migrationBuilder.CreateTable(
            "post_charges",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                publication = table.Column<Guid>(nullable: false),
                part = table.Column<int>(nullable: false),
                amount = table.Column<long>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_post_charges", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_post_charges_account_at", "post_charges", ["account", "at"]);
        migrationBuilder.CreateIndex("IX_post_charges_publication_part", "post_charges", ["publication", "part"], unique: true);

        migrationBuilder.CreateTable(
            "publications",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                post = table.Column<Guid>(nullable: false),
                variant = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                due_at = table.Column<long>(nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                hold = table.Column<string>(maxLength: 40, nullable: false),
                next_try_at = table.Column<long>(nullable: false),
                tries = table.Column<int>(nullable: false),
                first_tried_at = table.Column<long>(nullable: true),
                checks = table.Column<int>(nullable: false),
                call = table.Column<string>(nullable: true),
                may_be_out = table.Column<bool>(nullable: false),
                even_late = table.Column<bool>(nullable: false),
                parts = table.Column<string>(nullable: false),
                confirmed_at = table.Column<long>(nullable: true),
                url = table.Column<string>(maxLength: 2000, nullable: true),
                problem_kind = table.Column<string>(maxLength: 40, nullable: true),
                problem = table.Column<string>(nullable: true),
                withdrawn = table.Column<bool>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_publications", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_publications_account_status_next_try_at", "publications", ["account", "status", "next_try_at"]);
        migrationBuilder.CreateIndex("IX_publications_brand_due_at", "publications", ["brand", "due_at"]);
        migrationBuilder.CreateIndex("IX_publications_post", "publications", ["post"]);
        migrationBuilder.CreateIndex("IX_publications_status_next_try_at", "publications", ["status", "next_try_at"]);
        migrationBuilder.CreateIndex("IX_publications_variant", "publications", ["variant"], unique: true);

        migrationBuilder.CreateTable(
            "publishing_rules",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                late_minutes = table.Column<int>(nullable: false),
                paused_at = table.Column<long>(nullable: true),
                paused_by = table.Column<string>(maxLength: 200, nullable: true),
                pause_reason = table.Column<string>(maxLength: 400, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_publishing_rules", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_publishing_rules_brand", "publishing_rules", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_publishing_rules_workspace", "publishing_rules", ["workspace"]);

        migrationBuilder.CreateTable(
            "sign_in_tries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: true),
                state = table.Column<string>(maxLength: 64, nullable: false),
                encrypted = table.Column<string>(nullable: false),
                ends_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sign_in_tries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_sign_in_tries_account", "sign_in_tries", ["account"]);
        migrationBuilder.CreateIndex("IX_sign_in_tries_state", "sign_in_tries", ["state"], unique: true);

        migrationBuilder.CreateTable(
            "spending_ceilings",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                amount = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_spending_ceilings", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_spending_ceilings_account", "spending_ceilings", ["account"], unique: true);
        migrationBuilder.CreateIndex("IX_spending_ceilings_workspace", "spending_ceilings", ["workspace"]);
    }
}
