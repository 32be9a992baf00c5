using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Returns.</summary>
[DbContext(typeof(Db))]
[Migration("20261122230000_Returns")]
public sealed class M23Returns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ad_rows",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 200, nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: false),
                name = table.Column<string>(maxLength: 200, nullable: false),
                campaign = table.Column<string>(maxLength: 200, nullable: true),
                minor = table.Column<long>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                impressions = table.Column<long>(nullable: false),
                clicks = table.Column<long>(nullable: false),
                reach = table.Column<long>(nullable: true),
                results = table.Column<string>(nullable: false),
                work = table.Column<string>(maxLength: 60, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ad_rows", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_ad_rows_brand", "ad_rows", ["brand"]);
        migrationBuilder.CreateIndex("IX_ad_rows_plan_key_from_until", "ad_rows", ["plan", "key", "from", "until"], unique: true);

        migrationBuilder.CreateTable(
            "budgets",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 120, nullable: false),
                minor = table.Column<long>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: false),
                work = table.Column<string>(maxLength: 60, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_budgets", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_budgets_plan", "budgets", ["plan"]);

        migrationBuilder.CreateTable(
            "cost_entries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                title = table.Column<string>(maxLength: 120, nullable: false),
                minor = table.Column<long>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: true),
                repeat = table.Column<string>(maxLength: 40, nullable: false),
                state = table.Column<string>(maxLength: 40, nullable: false),
                work = table.Column<string>(maxLength: 60, nullable: true),
                note = table.Column<string>(maxLength: 400, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_cost_entries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_cost_entries_plan", "cost_entries", ["plan"]);

        migrationBuilder.CreateTable(
            "exchange_rates",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                from = table.Column<string>(maxLength: 3, nullable: false),
                to = table.Column<string>(maxLength: 3, nullable: false),
                day = table.Column<string>(maxLength: 10, nullable: false),
                rate = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_exchange_rates", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_exchange_rates_workspace", "exchange_rates", ["workspace"]);
        migrationBuilder.CreateIndex("IX_exchange_rates_workspace_from_to_day", "exchange_rates", ["workspace", "from", "to", "day"], unique: true);

        migrationBuilder.CreateTable(
            "hourly_rates",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                minor = table.Column<long>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_hourly_rates", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_hourly_rates_member_from", "hourly_rates", ["member", "from"], unique: true);
        migrationBuilder.CreateIndex("IX_hourly_rates_workspace", "hourly_rates", ["workspace"]);

        migrationBuilder.CreateTable(
            "margins",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                goal = table.Column<Guid>(nullable: true),
                from = table.Column<string>(maxLength: 10, nullable: false),
                percent = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_margins", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_margins_brand_from", "margins", ["brand", "from"]);

        migrationBuilder.CreateTable(
            "reallocations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                from = table.Column<string>(maxLength: 60, nullable: false),
                to = table.Column<string>(maxLength: 60, nullable: false),
                minor = table.Column<long>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                minutes = table.Column<int>(nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                action = table.Column<string>(maxLength: 60, nullable: true),
                reason = table.Column<string>(maxLength: 400, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_reallocations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_reallocations_plan", "reallocations", ["plan"]);

        migrationBuilder.CreateTable(
            "return_imports",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                file = table.Column<string>(maxLength: 200, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                member = table.Column<Guid>(nullable: true),
                added = table.Column<string>(nullable: false),
                former_times = table.Column<string>(nullable: false),
                former_ads = table.Column<string>(nullable: false),
                batch = table.Column<Guid>(nullable: true),
                undone_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_return_imports", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_return_imports_plan", "return_imports", ["plan"]);

        migrationBuilder.CreateTable(
            "running_timers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                work = table.Column<string>(maxLength: 60, nullable: true),
                note = table.Column<string>(maxLength: 400, nullable: true),
                started_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_running_timers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_running_timers_member", "running_timers", ["member"], unique: true);
        migrationBuilder.CreateIndex("IX_running_timers_plan", "running_timers", ["plan"]);

        migrationBuilder.CreateTable(
            "time_entries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                day = table.Column<string>(maxLength: 10, nullable: false),
                minutes = table.Column<int>(nullable: false),
                work = table.Column<string>(maxLength: 60, nullable: true),
                note = table.Column<string>(maxLength: 400, nullable: true),
                import_key = table.Column<string>(maxLength: 64, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_time_entries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_time_entries_member_day", "time_entries", ["member", "day"]);
        migrationBuilder.CreateIndex("IX_time_entries_plan_day", "time_entries", ["plan", "day"]);
    }
}
