using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Plans.</summary>
[DbContext(typeof(Db))]
[Migration("20261122100000_Plans")]
public sealed class M10Plans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "budget_asks",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                amount_minor = table.Column<long>(nullable: false),
                currency = table.Column<string>(maxLength: 3, nullable: false),
                needed_by = table.Column<string>(maxLength: 10, nullable: true),
                why = table.Column<string>(maxLength: 1000, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_budget_asks", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_budget_asks_plan", "budget_asks", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_budget_asks_workspace", "budget_asks", ["workspace"]);

        migrationBuilder.CreateTable(
            "change_entries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                date = table.Column<string>(maxLength: 10, nullable: false),
                title = table.Column<string>(maxLength: 160, nullable: false),
                notes = table.Column<string>(nullable: true),
                source = table.Column<string>(nullable: true),
                affects = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_change_entries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_change_entries_plan_date", "change_entries", ["plan", "date"]);

        migrationBuilder.CreateTable(
            "comments",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                node = table.Column<string>(maxLength: 80, nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                answers = table.Column<Guid>(nullable: true),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                text = table.Column<string>(maxLength: 4000, nullable: false),
                author = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                mentions = table.Column<string>(nullable: false),
                edits = table.Column<string>(nullable: false),
                resolved_at = table.Column<long>(nullable: true),
                resolved_by = table.Column<string>(maxLength: 120, nullable: true),
                action = table.Column<string>(maxLength: 80, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_comments", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_comments_node", "comments", ["node"]);
        migrationBuilder.CreateIndex("IX_comments_plan_kind_resolved_at", "comments", ["plan", "kind", "resolved_at"]);

        migrationBuilder.CreateTable(
            "journal_entries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: true),
                plan = table.Column<Guid>(nullable: true),
                step = table.Column<string>(maxLength: 40, nullable: false),
                what = table.Column<string>(nullable: false),
                why = table.Column<string>(nullable: true),
                evidence = table.Column<string>(nullable: true),
                subject = table.Column<string>(maxLength: 120, nullable: true),
                verdict = table.Column<string>(maxLength: 40, nullable: true),
                about = table.Column<Guid>(nullable: true),
                member = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                is_written = table.Column<bool>(nullable: false),
                search_text = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_journal_entries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_journal_entries_brand", "journal_entries", ["brand"]);
        migrationBuilder.CreateIndex("IX_journal_entries_plan", "journal_entries", ["plan"]);

        migrationBuilder.CreateTable(
            "plan_notices",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                number = table.Column<int>(nullable: false),
                lines = table.Column<string>(nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plan_notices", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plan_notices_plan", "plan_notices", ["plan"]);

        migrationBuilder.CreateTable(
            "plan_notices_seen",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                notice = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plan_notices_seen", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plan_notices_seen_notice_member", "plan_notices_seen", ["notice", "member"], unique: true);
        migrationBuilder.CreateIndex("IX_plan_notices_seen_workspace", "plan_notices_seen", ["workspace"]);

        migrationBuilder.CreateTable(
            "plan_templates",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 80, nullable: false),
                yaml = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plan_templates", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plan_templates_workspace", "plan_templates", ["workspace"]);
        migrationBuilder.CreateIndex("IX_plan_templates_workspace_key", "plan_templates", ["workspace", "key"], unique: true);

        migrationBuilder.CreateTable(
            "plan_versions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                content = table.Column<string>(nullable: false),
                changes = table.Column<string>(nullable: false),
                reason = table.Column<string>(maxLength: 1000, nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plan_versions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plan_versions_plan_number", "plan_versions", ["plan", "number"], unique: true);
        migrationBuilder.CreateIndex("IX_plan_versions_workspace", "plan_versions", ["workspace"]);

        migrationBuilder.CreateTable(
            "plans",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 120, nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                number = table.Column<int>(nullable: false),
                cycle = table.Column<int>(nullable: false),
                predecessor = table.Column<Guid>(nullable: true),
                template = table.Column<string>(maxLength: 80, nullable: true),
                start = table.Column<string>(maxLength: 10, nullable: true),
                end = table.Column<string>(maxLength: 10, nullable: true),
                picture = table.Column<string>(nullable: true),
                picture_by = table.Column<string>(maxLength: 10, nullable: true),
                problem = table.Column<string>(nullable: true),
                goal_statement = table.Column<string>(nullable: true),
                situation = table.Column<string>(nullable: false),
                function = table.Column<string>(maxLength: 40, nullable: true),
                function_name = table.Column<string>(maxLength: 80, nullable: true),
                reviews = table.Column<string>(nullable: true),
                goal_first_skipped = table.Column<bool>(nullable: false),
                insists = table.Column<string>(nullable: false),
                activated_at = table.Column<long>(nullable: true),
                closed_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plans", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_plans_brand", "plans", ["brand"]);
        migrationBuilder.CreateIndex("IX_plans_predecessor", "plans", ["predecessor"]);

        migrationBuilder.CreateTable(
            "sign_offs",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                as_outline = table.Column<bool>(nullable: false),
                decision = table.Column<string>(maxLength: 40, nullable: false),
                amount_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                on = table.Column<string>(maxLength: 10, nullable: false),
                reason = table.Column<string>(maxLength: 1000, nullable: true),
                member = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                self_approved = table.Column<bool>(nullable: false),
                turn = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sign_offs", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_sign_offs_plan_turn", "sign_offs", ["plan", "turn"], unique: true);
        migrationBuilder.CreateIndex("IX_sign_offs_workspace", "sign_offs", ["workspace"]);
    }
}
