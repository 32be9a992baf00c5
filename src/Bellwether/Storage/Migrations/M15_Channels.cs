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
        migrationBuilder.CreateIndex("IX_activations_workspace", "activations", ["workspace"]);

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
                mission = table.Column<string>(nullable: true),
                primary_goal = table.Column<Guid>(nullable: true),
                goals = table.Column<string>(nullable: false),
                kpis = table.Column<string>(nullable: false),
                editorial_strategy = table.Column<string>(nullable: true),
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
        migrationBuilder.CreateIndex("IX_channels_workspace", "channels", ["workspace"]);

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
        migrationBuilder.CreateIndex("IX_content_pillars_workspace", "content_pillars", ["workspace"]);

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
        migrationBuilder.CreateIndex("IX_conversation_slots_workspace", "conversation_slots", ["workspace"]);
    }
}
