using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>The tables of people and audiences.</summary>
public sealed partial class M11Research
{
    private static void People(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "aim_settlements",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                conflict = table.Column<string>(maxLength: 160, nullable: false),
                decision = table.Column<string>(maxLength: 1000, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_aim_settlements", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_aim_settlements_plan", "aim_settlements", ["plan"]);
        migrationBuilder.CreateIndex("IX_aim_settlements_plan_conflict", "aim_settlements", ["plan", "conflict"], unique: true);

        migrationBuilder.CreateTable(
            "audience_snapshots",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                suppressed = table.Column<int>(nullable: false),
                uneven = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audience_snapshots", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_audience_snapshots_plan", "audience_snapshots", ["plan"]);

        migrationBuilder.CreateTable(
            "audiences",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audiences", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_audiences_plan", "audiences", ["plan"]);

        migrationBuilder.CreateTable(
            "community_places",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_community_places", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_community_places_plan", "community_places", ["plan"]);

        migrationBuilder.CreateTable(
            "department_aims",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                department = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_department_aims", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_department_aims_plan", "department_aims", ["plan"]);

        migrationBuilder.CreateTable(
            "departments",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                sign_off = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_departments", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_departments_plan", "departments", ["plan"]);

        migrationBuilder.CreateTable(
            "network_uses",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                audience = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                sheet = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_network_uses", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_network_uses_audience_network", "network_uses", ["audience", "network"], unique: true);
        migrationBuilder.CreateIndex("IX_network_uses_plan", "network_uses", ["plan"]);

        migrationBuilder.CreateTable(
            "personas",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                audience = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_personas", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_personas_audience", "personas", ["audience"]);
        migrationBuilder.CreateIndex("IX_personas_plan", "personas", ["plan"]);

        migrationBuilder.CreateTable(
            "question_sets",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_question_sets", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_question_sets_plan", "question_sets", ["plan"]);

        migrationBuilder.CreateTable(
            "stakeholder_interviews",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                held_on = table.Column<string>(maxLength: 10, nullable: true),
                answers = table.Column<string>(nullable: false),
                notes = table.Column<string>(nullable: true),
                needs = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_stakeholder_interviews", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_stakeholder_interviews_plan", "stakeholder_interviews", ["plan"]);
    }
}
