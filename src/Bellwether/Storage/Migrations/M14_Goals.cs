using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Goals.</summary>
[DbContext(typeof(Db))]
[Migration("20261122140000_Goals")]
public sealed partial class M14Goals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "business_objectives",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                notes = table.Column<string>(nullable: true),
                metric = table.Column<string>(maxLength: 60, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_business_objectives", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_business_objectives_plan", "business_objectives", ["plan"]);

        migrationBuilder.CreateTable(
            "check_ins",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                goal = table.Column<Guid>(nullable: false),
                by = table.Column<Guid>(nullable: true),
                on = table.Column<string>(maxLength: 10, nullable: false),
                target = table.Column<Guid>(nullable: true),
                value = table.Column<long>(nullable: true),
                confidence = table.Column<long>(nullable: true),
                note = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_check_ins", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_check_ins_goal_on", "check_ins", ["goal", "on"]);

        migrationBuilder.CreateTable(
            "expectations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                subject = table.Column<string>(maxLength: 80, nullable: false),
                metric = table.Column<string>(maxLength: 60, nullable: false),
                value = table.Column<long>(nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: false),
                words = table.Column<string>(maxLength: 500, nullable: true),
                after_the_fact = table.Column<bool>(nullable: false),
                by = table.Column<Guid>(nullable: true),
                alarm_at = table.Column<long>(nullable: true),
                reaction = table.Column<string>(maxLength: 500, nullable: true),
                reacted_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_expectations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_expectations_plan_subject", "expectations", ["plan", "subject"]);

        migrationBuilder.CreateTable(
            "goal_limits",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                fewest_goals = table.Column<int>(nullable: false),
                most_goals = table.Column<int>(nullable: false),
                most_kpis = table.Column<int>(nullable: false),
                objective_needed = table.Column<bool>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_goal_limits", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_goal_limits_plan", "goal_limits", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_goal_limits_workspace", "goal_limits", ["workspace"]);

        migrationBuilder.CreateTable(
            "goals",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 300, nullable: false),
                notes = table.Column<string>(nullable: true),
                place = table.Column<int>(nullable: false),
                objective = table.Column<Guid>(nullable: true),
                parent = table.Column<Guid>(nullable: true),
                owner = table.Column<Guid>(nullable: true),
                picture = table.Column<string>(maxLength: 1000, nullable: true),
                tracking = table.Column<string>(maxLength: 1000, nullable: true),
                audience = table.Column<string>(maxLength: 200, nullable: true),
                channel = table.Column<string>(maxLength: 120, nullable: true),
                function = table.Column<string>(maxLength: 40, nullable: true),
                function_name = table.Column<string>(maxLength: 80, nullable: true),
                horizon = table.Column<string>(maxLength: 40, nullable: true),
                composition = table.Column<string>(maxLength: 40, nullable: false),
                verdict = table.Column<string>(maxLength: 40, nullable: true),
                verdict_note = table.Column<string>(nullable: true),
                closed_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_goals", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_goals_owner", "goals", ["owner"]);
        migrationBuilder.CreateIndex("IX_goals_plan_place", "goals", ["plan", "place"]);

        migrationBuilder.CreateTable(
            "kpi_targets",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                goal = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                metric = table.Column<string>(maxLength: 60, nullable: false),
                subject = table.Column<string>(maxLength: 80, nullable: true),
                type = table.Column<string>(maxLength: 40, nullable: false),
                baseline = table.Column<long>(nullable: true),
                baseline_on = table.Column<string>(maxLength: 10, nullable: true),
                target = table.Column<long>(nullable: true),
                high = table.Column<long>(nullable: true),
                start = table.Column<string>(maxLength: 10, nullable: true),
                deadline = table.Column<string>(maxLength: 10, nullable: true),
                every = table.Column<string>(maxLength: 40, nullable: true),
                phasing = table.Column<string>(nullable: false),
                thresholds = table.Column<string>(nullable: false),
                items = table.Column<string>(nullable: false),
                judged_after_days = table.Column<int>(nullable: false),
                source = table.Column<string>(maxLength: 120, nullable: true),
                query = table.Column<string>(maxLength: 1000, nullable: true),
                collector = table.Column<Guid>(nullable: true),
                frequency = table.Column<string>(maxLength: 40, nullable: true),
                judgings = table.Column<string>(nullable: false),
                frozen = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_kpi_targets", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_kpi_targets_collector", "kpi_targets", ["collector"]);
        migrationBuilder.CreateIndex("IX_kpi_targets_goal", "kpi_targets", ["goal"]);

        migrationBuilder.CreateTable(
            "objectives",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                notes = table.Column<string>(nullable: true),
                metric = table.Column<string>(maxLength: 60, nullable: true),
                serves = table.Column<Guid>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_objectives", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_objectives_plan", "objectives", ["plan"]);

        AddWhatGoalsRestOn(migrationBuilder);
    }
}
