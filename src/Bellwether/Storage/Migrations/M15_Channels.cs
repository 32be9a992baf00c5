using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Channels.</summary>
[DbContext(typeof(Db))]
[Migration("20261122150000_Channels")]
public sealed class M15Channels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "activations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                channel = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 160, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: false),
                mechanics = table.Column<string>(nullable: true),
                owner = table.Column<Guid>(nullable: true),
                budget_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                kpi = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_activations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_activations_channel", "activations", ["channel"]);
        migrationBuilder.CreateIndex("IX_activations_plan", "activations", ["plan"]);

        migrationBuilder.CreateTable(
            "cadence_policies",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                cadence = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_cadence_policies", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_cadence_policies_account", "cadence_policies", ["account"], unique: true);
        migrationBuilder.CreateIndex("IX_cadence_policies_brand", "cadence_policies", ["brand"]);

        migrationBuilder.CreateTable(
            "channels",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                account = table.Column<Guid>(nullable: true),
                status = table.Column<string>(maxLength: 40, nullable: false),
                decision_reason = table.Column<string>(nullable: true),
                decided_at = table.Column<long>(nullable: true),
                look_again_on = table.Column<string>(maxLength: 10, nullable: true),
                decision_work = table.Column<string>(maxLength: 80, nullable: true),
                relevance = table.Column<string>(nullable: true),
                effort = table.Column<string>(nullable: false),
                mission = table.Column<string>(nullable: true),
                primary_goal = table.Column<Guid>(nullable: true),
                goals = table.Column<string>(nullable: false),
                kpis = table.Column<string>(nullable: false),
                editorial_strategy = table.Column<string>(nullable: true),
                guide = table.Column<string>(nullable: false),
                mission_themes = table.Column<string>(nullable: false),
                themes = table.Column<string>(nullable: false),
                rank = table.Column<int>(nullable: false),
                mission_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_channels", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_channels_account", "channels", ["account"]);
        migrationBuilder.CreateIndex("IX_channels_plan", "channels", ["plan"]);

        migrationBuilder.CreateTable(
            "claims",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                text = table.Column<string>(maxLength: 300, nullable: false),
                proofs = table.Column<string>(nullable: false),
                rank = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_claims", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_claims_plan", "claims", ["plan"]);

        migrationBuilder.CreateTable(
            "content_pillars",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 80, nullable: false),
                about = table.Column<string>(nullable: true),
                personas = table.Column<string>(nullable: false),
                examples = table.Column<string>(nullable: false),
                dos = table.Column<string>(nullable: false),
                donts = table.Column<string>(nullable: false),
                rank = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_content_pillars", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_content_pillars_plan", "content_pillars", ["plan"]);

        migrationBuilder.CreateTable(
            "conversation_slots",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                channel = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                day = table.Column<string>(maxLength: 40, nullable: false),
                at = table.Column<string>(maxLength: 8, nullable: false),
                question = table.Column<string>(maxLength: 400, nullable: false),
                pillar = table.Column<Guid>(nullable: true),
                responder = table.Column<Guid>(nullable: true),
                reply_within = table.Column<int>(nullable: true),
                escalation = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_conversation_slots", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_conversation_slots_channel", "conversation_slots", ["channel"]);
        migrationBuilder.CreateIndex("IX_conversation_slots_plan", "conversation_slots", ["plan"]);

        migrationBuilder.CreateTable(
            "conversation_starters",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                text = table.Column<string>(maxLength: 400, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                persona = table.Column<string>(maxLength: 120, nullable: true),
                rank = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_conversation_starters", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_conversation_starters_plan", "conversation_starters", ["plan"]);

        migrationBuilder.CreateTable(
            "operation_ideas",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                about = table.Column<string>(nullable: true),
                network = table.Column<string>(maxLength: 40, nullable: true),
                impact = table.Column<int>(nullable: false),
                effort = table.Column<int>(nullable: false),
                state = table.Column<string>(maxLength: 40, nullable: false),
                work = table.Column<string>(maxLength: 80, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_operation_ideas", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_operation_ideas_plan", "operation_ideas", ["plan"]);

        migrationBuilder.CreateTable(
            "portfolio_rules",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                least_relevance = table.Column<long>(nullable: false),
                minutes_per_post = table.Column<int>(nullable: false),
                hours = table.Column<string>(nullable: false),
                hour_cost_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_portfolio_rules", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_portfolio_rules_plan", "portfolio_rules", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_portfolio_rules_workspace", "portfolio_rules", ["workspace"]);

        migrationBuilder.CreateTable(
            "positionings",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                brand_position = table.Column<string>(nullable: true),
                social_concept = table.Column<string>(nullable: true),
                voice = table.Column<string>(nullable: true),
                guide = table.Column<string>(nullable: false),
                rivals = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_positionings", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_positionings_plan", "positionings", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_positionings_workspace", "positionings", ["workspace"]);
    }
}
