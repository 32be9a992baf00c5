using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>The tables of surveys, media and dossiers.</summary>
public sealed partial class M11Research
{
    private static void Surveys(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dossier_archives",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                dossier = table.Column<Guid>(nullable: false),
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
                table.PrimaryKey("PK_dossier_archives", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_dossier_archives_dossier", "dossier_archives", ["dossier"], unique: true);
        migrationBuilder.CreateIndex("IX_dossier_archives_plan", "dossier_archives", ["plan"]);

        migrationBuilder.CreateTable(
            "handovers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                dossier = table.Column<Guid>(nullable: false),
                to = table.Column<string>(maxLength: 160, nullable: false),
                firm = table.Column<string>(maxLength: 160, nullable: true),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                until = table.Column<long>(nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                revoked_at = table.Column<long>(nullable: true),
                opened_at = table.Column<long>(nullable: true),
                received_at = table.Column<long>(nullable: true),
                received_by = table.Column<string>(maxLength: 120, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_handovers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_handovers_dossier", "handovers", ["dossier"]);
        migrationBuilder.CreateIndex("IX_handovers_hash", "handovers", ["hash"], unique: true);
        migrationBuilder.CreateIndex("IX_handovers_plan", "handovers", ["plan"]);

        migrationBuilder.CreateTable(
            "media_targets",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                shares = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_media_targets", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_media_targets_plan", "media_targets", ["plan"], unique: true);
        migrationBuilder.CreateIndex("IX_media_targets_workspace", "media_targets", ["workspace"]);

        migrationBuilder.CreateTable(
            "media_usage",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                key = table.Column<string>(maxLength: 200, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_media_usage", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_media_usage_plan", "media_usage", ["plan"]);
        migrationBuilder.CreateIndex("IX_media_usage_plan_key", "media_usage", ["plan", "key"], unique: true);

        migrationBuilder.CreateTable(
            "research_dossiers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                title = table.Column<string>(maxLength: 160, nullable: false),
                summary = table.Column<string>(nullable: true),
                text = table.Column<string>(nullable: false),
                open = table.Column<string>(nullable: false),
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
                table.PrimaryKey("PK_research_dossiers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_research_dossiers_plan", "research_dossiers", ["plan"]);
        migrationBuilder.CreateIndex("IX_research_dossiers_plan_number", "research_dossiers", ["plan", "number"], unique: true);

        migrationBuilder.CreateTable(
            "survey_answers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                survey = table.Column<Guid>(nullable: false),
                ticket = table.Column<string>(maxLength: 64, nullable: false),
                given = table.Column<string>(nullable: false),
                consent = table.Column<bool>(nullable: false),
                segment = table.Column<string>(maxLength: 40, nullable: true),
                via = table.Column<string>(maxLength: 40, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_survey_answers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_survey_answers_plan", "survey_answers", ["plan"]);
        migrationBuilder.CreateIndex("IX_survey_answers_survey_ticket", "survey_answers", ["survey", "ticket"], unique: true);

        migrationBuilder.CreateTable(
            "survey_invitations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                survey = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                segment = table.Column<string>(maxLength: 40, nullable: true),
                used_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_survey_invitations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_survey_invitations_plan", "survey_invitations", ["plan"]);
        migrationBuilder.CreateIndex("IX_survey_invitations_survey_hash", "survey_invitations", ["survey", "hash"], unique: true);

        migrationBuilder.CreateTable(
            "surveys",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                sheet = table.Column<string>(nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                code = table.Column<string>(maxLength: 40, nullable: false),
                opened_at = table.Column<long>(nullable: true),
                closed_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_surveys", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_surveys_code", "surveys", ["code"], unique: true);
        migrationBuilder.CreateIndex("IX_surveys_plan", "surveys", ["plan"]);
    }
}
