using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Inbox.</summary>
[DbContext(typeof(Db))]
[Migration("20261122200000_Inbox")]
public sealed class M20Inbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "canned_answers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                title = table.Column<string>(maxLength: 120, nullable: false),
                text = table.Column<string>(maxLength: 5000, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_canned_answers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_canned_answers_brand", "canned_answers", ["brand"]);

        migrationBuilder.CreateTable(
            "case_messages",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                @case = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                text = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
                by = table.Column<Guid>(nullable: true),
                way = table.Column<string>(maxLength: 40, nullable: true),
                key = table.Column<string>(maxLength: 280, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_case_messages", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_case_messages_case_at", "case_messages", ["case", "at"]);
        migrationBuilder.CreateIndex("IX_case_messages_workspace_key", "case_messages", ["workspace", "key"], unique: true);

        migrationBuilder.CreateTable(
            "cases",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                account = table.Column<Guid>(nullable: true),
                network = table.Column<string>(maxLength: 40, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                author = table.Column<string>(maxLength: 120, nullable: true),
                stars = table.Column<int>(nullable: true),
                url = table.Column<string>(maxLength: 4000, nullable: true),
                severity = table.Column<string>(maxLength: 40, nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                assignee = table.Column<Guid>(nullable: true),
                excerpt = table.Column<string>(maxLength: 200, nullable: false),
                received_at = table.Column<long>(nullable: false),
                opened_at = table.Column<long>(nullable: false),
                last_at = table.Column<long>(nullable: false),
                waiting_since = table.Column<long>(nullable: true),
                answered_at = table.Column<long>(nullable: true),
                answered_in = table.Column<int>(nullable: true),
                replied_at = table.Column<long>(nullable: true),
                answer_within = table.Column<int>(nullable: false),
                resolved_at = table.Column<long>(nullable: true),
                resolved_in = table.Column<int>(nullable: true),
                resolve_within = table.Column<int>(nullable: false),
                action = table.Column<string>(maxLength: 80, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_cases", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_cases_brand_last_at", "cases", ["brand", "last_at"]);
        migrationBuilder.CreateIndex("IX_cases_brand_received_at", "cases", ["brand", "received_at"]);
        migrationBuilder.CreateIndex("IX_cases_brand_status", "cases", ["brand", "status"]);

        migrationBuilder.CreateTable(
            "slas",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                terms = table.Column<string>(nullable: false),
                days_off = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_slas", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_slas_brand", "slas", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_slas_workspace", "slas", ["workspace"]);
    }
}
