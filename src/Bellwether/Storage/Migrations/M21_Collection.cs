using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Tracking that take clicks, page views and events.</summary>
[DbContext(typeof(Db))]
[Migration("20261122210100_Collection")]
public sealed class M21Collection : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "click_rollups",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                link = table.Column<Guid>(nullable: false),
                quarter = table.Column<long>(nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                group = table.Column<string>(maxLength: 40, nullable: false),
                served = table.Column<int>(nullable: false),
                scan = table.Column<bool>(nullable: false),
                hits = table.Column<long>(nullable: false),
                visits = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_click_rollups", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_click_rollups_link_quarter_outcome_group_served_scan", "click_rollups", ["link", "quarter", "outcome", "group", "served", "scan"], unique: true);
        migrationBuilder.CreateIndex("IX_click_rollups_workspace_brand_quarter", "click_rollups", ["workspace", "brand", "quarter"]);

        migrationBuilder.CreateTable(
            "clicks",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                link = table.Column<Guid>(nullable: false),
                at = table.Column<long>(nullable: false),
                visitor = table.Column<long>(nullable: false),
                starts_visit = table.Column<bool>(nullable: false),
                referrer_host = table.Column<string>(maxLength: 253, nullable: true),
                group = table.Column<string>(maxLength: 40, nullable: false),
                device = table.Column<string>(maxLength: 40, nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                served = table.Column<int>(nullable: false),
                scan = table.Column<bool>(nullable: false),
                rules = table.Column<int>(nullable: false),
                dropped_as = table.Column<string>(maxLength: 40, nullable: true),
                recount = table.Column<Guid>(nullable: true),
                agent = table.Column<string>(maxLength: 300, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_clicks", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_clicks_workspace_at", "clicks", ["workspace", "at"]);

        migrationBuilder.CreateTable(
            "recounts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                reason = table.Column<string>(maxLength: 40, nullable: false),
                agent = table.Column<string>(maxLength: 300, nullable: true),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: false),
                clicks = table.Column<int>(nullable: false),
                site_events = table.Column<int>(nullable: false),
                undone_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_recounts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_recounts_brand", "recounts", ["brand"]);

        migrationBuilder.CreateTable(
            "site_events",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                at = table.Column<long>(nullable: false),
                name = table.Column<string>(maxLength: 60, nullable: true),
                host = table.Column<string>(maxLength: 253, nullable: false),
                path = table.Column<string>(maxLength: 300, nullable: false),
                source = table.Column<string>(maxLength: 120, nullable: true),
                medium = table.Column<string>(maxLength: 120, nullable: true),
                campaign = table.Column<string>(maxLength: 120, nullable: true),
                referrer_host = table.Column<string>(maxLength: 253, nullable: true),
                origin = table.Column<string>(maxLength: 253, nullable: true),
                group = table.Column<string>(maxLength: 40, nullable: false),
                device = table.Column<string>(maxLength: 40, nullable: false),
                visitor = table.Column<long>(nullable: false),
                starts_visit = table.Column<bool>(nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                dropped_as = table.Column<string>(maxLength: 40, nullable: true),
                recount = table.Column<Guid>(nullable: true),
                agent = table.Column<string>(maxLength: 300, nullable: true),
                data = table.Column<string>(maxLength: 1000, nullable: true),
                rules = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_site_events", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_site_events_workspace_brand_at", "site_events", ["workspace", "brand", "at"]);

        migrationBuilder.CreateTable(
            "site_rollups",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                quarter = table.Column<long>(nullable: false),
                dimension = table.Column<string>(maxLength: 40, nullable: false),
                value = table.Column<string>(maxLength: 553, nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                group = table.Column<string>(maxLength: 40, nullable: false),
                hits = table.Column<long>(nullable: false),
                visits = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_site_rollups", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_site_rollups_brand_quarter_dimension_value_outcome_group", "site_rollups", ["brand", "quarter", "dimension", "value", "outcome", "group"], unique: true);
        migrationBuilder.CreateIndex("IX_site_rollups_workspace_brand_dimension_quarter", "site_rollups", ["workspace", "brand", "dimension", "quarter"]);

        migrationBuilder.CreateTable(
            "tracked_sites",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 40, nullable: false),
                own_networks = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tracked_sites", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_tracked_sites_brand", "tracked_sites", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_tracked_sites_key", "tracked_sites", ["key"], unique: true);
        migrationBuilder.CreateIndex("IX_tracked_sites_workspace", "tracked_sites", ["workspace"]);

        migrationBuilder.CreateTable(
            "tracking_retentions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                months = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tracking_retentions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_tracking_retentions_workspace", "tracking_retentions", ["workspace"]);
    }
}
