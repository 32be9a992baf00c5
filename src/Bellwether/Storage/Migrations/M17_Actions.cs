using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Actions.</summary>
[DbContext(typeof(Db))]
[Migration("20261122170000_Actions")]
public sealed class M17Actions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "action_items",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                tactic = table.Column<Guid>(nullable: true),
                type = table.Column<string>(maxLength: 40, nullable: false),
                goal = table.Column<Guid>(nullable: true),
                channel = table.Column<Guid>(nullable: true),
                campaign = table.Column<Guid>(nullable: true),
                account = table.Column<Guid>(nullable: true),
                milestone = table.Column<bool>(nullable: false),
                updates = table.Column<string>(nullable: false),
                origin = table.Column<string>(nullable: true),
                stage = table.Column<string>(maxLength: 40, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                notes = table.Column<string>(nullable: true),
                rank = table.Column<int>(nullable: false),
                due = table.Column<string>(maxLength: 10, nullable: true),
                done_when = table.Column<string>(nullable: true),
                estimate = table.Column<long>(nullable: true),
                accountable = table.Column<Guid>(nullable: true),
                roles = table.Column<string>(nullable: false),
                duty = table.Column<string>(nullable: true),
                percent = table.Column<int>(nullable: false),
                started_at = table.Column<long>(nullable: true),
                done_at = table.Column<long>(nullable: true),
                override_reason = table.Column<string>(nullable: true),
                outcome = table.Column<string>(maxLength: 40, nullable: true),
                evidence = table.Column<string>(nullable: true),
                outcome_at = table.Column<long>(nullable: true),
                removed_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_action_items", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_action_items_accountable", "action_items", ["accountable"]);
        migrationBuilder.CreateIndex("IX_action_items_plan", "action_items", ["plan"]);

        migrationBuilder.CreateTable(
            "board_stages",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                stages = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_board_stages", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_board_stages_plan", "board_stages", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_board_stages_workspace", "board_stages", ["workspace"]);

        migrationBuilder.CreateTable(
            "no_tools",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                reason = table.Column<string>(maxLength: 400, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_no_tools", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_no_tools_plan", "no_tools", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_no_tools_workspace", "no_tools", ["workspace"]);

        migrationBuilder.CreateTable(
            "progress_entries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                node = table.Column<string>(maxLength: 60, nullable: false),
                before = table.Column<long>(nullable: false),
                after = table.Column<long>(nullable: false),
                why = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_progress_entries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_progress_entries_node", "progress_entries", ["node"]);

        migrationBuilder.CreateTable(
            "steps",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                action_item = table.Column<Guid>(nullable: false),
                parent = table.Column<Guid>(nullable: true),
                deliverable = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                notes = table.Column<string>(nullable: true),
                rank = table.Column<int>(nullable: false),
                due = table.Column<string>(maxLength: 10, nullable: true),
                done_when = table.Column<string>(nullable: true),
                estimate = table.Column<long>(nullable: true),
                accountable = table.Column<Guid>(nullable: true),
                roles = table.Column<string>(nullable: false),
                duty = table.Column<string>(nullable: true),
                percent = table.Column<int>(nullable: false),
                started_at = table.Column<long>(nullable: true),
                done_at = table.Column<long>(nullable: true),
                override_reason = table.Column<string>(nullable: true),
                outcome = table.Column<string>(maxLength: 40, nullable: true),
                evidence = table.Column<string>(nullable: true),
                outcome_at = table.Column<long>(nullable: true),
                removed_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_steps", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_steps_accountable", "steps", ["accountable"]);
        migrationBuilder.CreateIndex("IX_steps_action_item", "steps", ["action_item"]);
        migrationBuilder.CreateIndex("IX_steps_plan", "steps", ["plan"]);

        migrationBuilder.CreateTable(
            "tactics",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                goal = table.Column<Guid>(nullable: true),
                channel = table.Column<Guid>(nullable: true),
                campaign = table.Column<Guid>(nullable: true),
                tactic_first = table.Column<bool>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                notes = table.Column<string>(nullable: true),
                rank = table.Column<int>(nullable: false),
                due = table.Column<string>(maxLength: 10, nullable: true),
                done_when = table.Column<string>(nullable: true),
                estimate = table.Column<long>(nullable: true),
                accountable = table.Column<Guid>(nullable: true),
                roles = table.Column<string>(nullable: false),
                duty = table.Column<string>(nullable: true),
                percent = table.Column<int>(nullable: false),
                started_at = table.Column<long>(nullable: true),
                done_at = table.Column<long>(nullable: true),
                override_reason = table.Column<string>(nullable: true),
                outcome = table.Column<string>(maxLength: 40, nullable: true),
                evidence = table.Column<string>(nullable: true),
                outcome_at = table.Column<long>(nullable: true),
                removed_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tactics", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_tactics_accountable", "tactics", ["accountable"]);
        migrationBuilder.CreateIndex("IX_tactics_plan", "tactics", ["plan"]);

        migrationBuilder.CreateTable(
            "tools",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                purpose = table.Column<string>(maxLength: 400, nullable: false),
                owner = table.Column<Guid>(nullable: true),
                cost_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                every = table.Column<string>(maxLength: 40, nullable: false),
                access = table.Column<string>(maxLength: 400, nullable: true),
                renews_on = table.Column<string>(maxLength: 10, nullable: true),
                since = table.Column<string>(maxLength: 10, nullable: true),
                until = table.Column<string>(maxLength: 10, nullable: true),
                technique = table.Column<Guid>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tools", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_tools_plan", "tools", ["plan"]);

        migrationBuilder.CreateTable(
            "work_relations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                from = table.Column<string>(maxLength: 60, nullable: false),
                to = table.Column<string>(maxLength: 60, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_work_relations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_work_relations_plan", "work_relations", ["plan"]);
    }
}
