using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Audits that hold cases.</summary>
[DbContext(typeof(Db))]
[Migration("20261122120100_Cases")]
public sealed class M12Cases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "case_evidence",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                @case = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 200, nullable: false),
                content_type = table.Column<string>(maxLength: 100, nullable: false),
                bytes = table.Column<long>(nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                taken_at = table.Column<long>(nullable: false),
                note = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_case_evidence", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_case_evidence_case", "case_evidence", ["case"]);

        migrationBuilder.CreateTable(
            "case_evidence_contents",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                evidence = table.Column<Guid>(nullable: false),
                content = table.Column<byte[]>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_case_evidence_contents", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_case_evidence_contents_evidence", "case_evidence_contents", ["evidence"], unique: true);
        migrationBuilder.CreateIndex("IX_case_evidence_contents_workspace", "case_evidence_contents", ["workspace"]);

        migrationBuilder.CreateTable(
            "impersonation_cases",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                url = table.Column<string>(maxLength: 520, nullable: false),
                handle = table.Column<string>(maxLength: 120, nullable: true),
                key = table.Column<string>(maxLength: 560, nullable: false),
                copied = table.Column<string>(nullable: false),
                notes = table.Column<string>(nullable: true),
                status = table.Column<string>(maxLength: 40, nullable: false),
                reported_at = table.Column<long>(nullable: true),
                reference = table.Column<string>(maxLength: 120, nullable: true),
                chase_on = table.Column<string>(maxLength: 10, nullable: true),
                removed_at = table.Column<long>(nullable: true),
                history = table.Column<string>(nullable: false),
                evidence_count = table.Column<int>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_impersonation_cases", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_impersonation_cases_brand_key", "impersonation_cases", ["brand", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_impersonation_cases_chase_on", "impersonation_cases", ["chase_on"]);

        migrationBuilder.CreateTable(
            "search_checks",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                terms = table.Column<string>(maxLength: 400, nullable: false),
                strangers = table.Column<string>(nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_search_checks", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_search_checks_brand_network", "search_checks", ["brand", "network"]);
    }
}
