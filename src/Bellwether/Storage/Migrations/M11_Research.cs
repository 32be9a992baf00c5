using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Research.</summary>
[DbContext(typeof(Db))]
[Migration("20261122110000_Research")]
public sealed partial class M11Research : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Findings(migrationBuilder);
        People(migrationBuilder);
        Surveys(migrationBuilder);
    }

    private static void Findings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "evidence_files",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                finding = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 160, nullable: false),
                content = table.Column<byte[]>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_evidence_files", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_evidence_files_finding", "evidence_files", ["finding"]);
        migrationBuilder.CreateIndex("IX_evidence_files_plan", "evidence_files", ["plan"]);

        migrationBuilder.CreateTable(
            "finding_links",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                finding = table.Column<Guid>(nullable: false),
                target = table.Column<string>(maxLength: 80, nullable: false),
                why = table.Column<string>(maxLength: 400, nullable: true),
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
                table.PrimaryKey("PK_finding_links", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_finding_links_finding_target", "finding_links", ["finding", "target"], unique: true);
        migrationBuilder.CreateIndex("IX_finding_links_plan", "finding_links", ["plan"]);
        migrationBuilder.CreateIndex("IX_finding_links_target", "finding_links", ["target"]);

        migrationBuilder.CreateTable(
            "findings",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                aside_why = table.Column<string>(maxLength: 400, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_findings", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_findings_plan", "findings", ["plan"]);

        migrationBuilder.CreateTable(
            "gap_steps",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                gap = table.Column<string>(maxLength: 200, nullable: false),
                action = table.Column<string>(maxLength: 80, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_gap_steps", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_gap_steps_plan", "gap_steps", ["plan"]);
        migrationBuilder.CreateIndex("IX_gap_steps_plan_gap", "gap_steps", ["plan", "gap"], unique: true);

        migrationBuilder.CreateTable(
            "network_cases",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
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
                table.PrimaryKey("PK_network_cases", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_network_cases_plan", "network_cases", ["plan"]);
        migrationBuilder.CreateIndex("IX_network_cases_plan_network", "network_cases", ["plan", "network"], unique: true);

        migrationBuilder.CreateTable(
            "open_questions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                text = table.Column<string>(maxLength: 400, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                answer = table.Column<string>(nullable: true),
                answered_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_open_questions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_open_questions_plan", "open_questions", ["plan"]);

        migrationBuilder.CreateTable(
            "research_profiles",
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
                table.PrimaryKey("PK_research_profiles", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_research_profiles_plan", "research_profiles", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_research_profiles_workspace", "research_profiles", ["workspace"]);

        migrationBuilder.CreateTable(
            "techniques",
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
                table.PrimaryKey("PK_techniques", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_techniques_plan", "techniques", ["plan"]);
    }
}
