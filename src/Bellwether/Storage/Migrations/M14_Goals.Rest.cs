using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>The tables of what goals rest on: assumptions, hours, fears, decisions.</summary>
public sealed partial class M14Goals
{
    private static void AddWhatGoalsRestOn(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "advertising",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                decisions = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_advertising", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_advertising_plan", "advertising", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_advertising_workspace", "advertising", ["workspace"]);

        migrationBuilder.CreateTable(
            "arbitrations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                conflict = table.Column<string>(maxLength: 160, nullable: false),
                sentence = table.Column<string>(maxLength: 1000, nullable: false),
                decision = table.Column<string>(maxLength: 1000, nullable: false),
                favours = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_arbitrations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_arbitrations_plan_conflict", "arbitrations", ["plan", "conflict"]);

        migrationBuilder.CreateTable(
            "assumptions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                goal = table.Column<Guid>(nullable: true),
                statement = table.Column<string>(maxLength: 500, nullable: false),
                reasoning = table.Column<string>(maxLength: 2000, nullable: false),
                metric = table.Column<string>(maxLength: 60, nullable: false),
                subject = table.Column<string>(maxLength: 80, nullable: true),
                owner = table.Column<Guid>(nullable: true),
                guesses = table.Column<string>(nullable: false),
                verdict = table.Column<string>(maxLength: 40, nullable: true),
                due_on = table.Column<string>(maxLength: 10, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_assumptions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_assumptions_due_on", "assumptions", ["due_on"]);
        migrationBuilder.CreateIndex("IX_assumptions_plan", "assumptions", ["plan"]);

        migrationBuilder.CreateTable(
            "collection_reminders",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                target = table.Column<Guid>(nullable: false),
                due_on = table.Column<string>(maxLength: 10, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_collection_reminders", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_collection_reminders_target_due_on", "collection_reminders", ["target", "due_on"], unique: true);
        migrationBuilder.CreateIndex("IX_collection_reminders_workspace", "collection_reminders", ["workspace"]);

        migrationBuilder.CreateTable(
            "plan_hours",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                person = table.Column<Guid>(nullable: false),
                hours_a_week = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plan_hours", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plan_hours_plan_person", "plan_hours", ["plan", "person"], unique: true);
        migrationBuilder.CreateIndex("IX_plan_hours_workspace", "plan_hours", ["workspace"]);

        migrationBuilder.CreateTable(
            "premortem_entries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                reason = table.Column<string>(maxLength: 500, nullable: false),
                guard = table.Column<string>(maxLength: 500, nullable: true),
                by = table.Column<Guid>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_premortem_entries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_premortem_entries_plan", "premortem_entries", ["plan"]);

        migrationBuilder.CreateTable(
            "stopped_metrics",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                metric = table.Column<string>(maxLength: 60, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_stopped_metrics", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_stopped_metrics_brand_metric", "stopped_metrics", ["brand", "metric"], unique: true);
        migrationBuilder.CreateIndex("IX_stopped_metrics_workspace", "stopped_metrics", ["workspace"]);
    }
}
