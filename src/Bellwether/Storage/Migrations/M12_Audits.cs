using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Audits.</summary>
[DbContext(typeof(Db))]
[Migration("20261122120000_Audits")]
public sealed class M12Audits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "account_directories",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                slug = table.Column<string>(maxLength: 60, nullable: false),
                intro = table.Column<string>(nullable: true),
                site = table.Column<string>(maxLength: 520, nullable: true),
                published = table.Column<bool>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_account_directories", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_account_directories_brand", "account_directories", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_account_directories_slug", "account_directories", ["slug"], unique: true);
        migrationBuilder.CreateIndex("IX_account_directories_workspace", "account_directories", ["workspace"]);

        migrationBuilder.CreateTable(
            "account_profiles",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                name = table.Column<string>(nullable: true),
                bio = table.Column<string>(nullable: true),
                link = table.Column<string>(nullable: true),
                location = table.Column<string>(nullable: true),
                contact = table.Column<string>(nullable: true),
                category = table.Column<string>(nullable: true),
                hours = table.Column<string>(nullable: true),
                pinned = table.Column<string>(nullable: true),
                avatar = table.Column<Guid>(nullable: true),
                cover = table.Column<Guid>(nullable: true),
                avatar_hash = table.Column<string>(maxLength: 64, nullable: true),
                shows_avatar = table.Column<bool>(nullable: true),
                shows_cover = table.Column<bool>(nullable: true),
                points_to = table.Column<string>(nullable: false),
                source = table.Column<string>(nullable: false),
                read_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_account_profiles", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_account_profiles_account", "account_profiles", ["account"], unique: true);
        migrationBuilder.CreateIndex("IX_account_profiles_brand", "account_profiles", ["brand"]);

        migrationBuilder.CreateTable(
            "account_requests",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                handle = table.Column<string>(maxLength: 120, nullable: false),
                audience = table.Column<string>(nullable: false),
                content = table.Column<string>(nullable: false),
                responsible = table.Column<Guid>(nullable: true),
                by = table.Column<Guid>(nullable: true),
                status = table.Column<string>(maxLength: 40, nullable: false),
                reason = table.Column<string>(nullable: true),
                decided_by = table.Column<string>(maxLength: 120, nullable: true),
                decided_at = table.Column<long>(nullable: true),
                account = table.Column<Guid>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_account_requests", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_account_requests_brand_status", "account_requests", ["brand", "status"]);

        migrationBuilder.CreateTable(
            "attestations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                by = table.Column<Guid>(nullable: false),
                at = table.Column<long>(nullable: false),
                note = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_attestations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_attestations_account", "attestations", ["account"]);

        migrationBuilder.CreateTable(
            "audit_rules",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                attest_every = table.Column<int>(nullable: false),
                chase_after = table.Column<int>(nullable: false),
                search_every = table.Column<int>(nullable: false),
                audit_every = table.Column<int>(nullable: false),
                keywords = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit_rules", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_audit_rules_brand", "audit_rules", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_audit_rules_workspace", "audit_rules", ["workspace"]);

        migrationBuilder.CreateTable(
            "audits",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 120, nullable: false),
                on = table.Column<string>(maxLength: 10, nullable: false),
                summary = table.Column<string>(nullable: true),
                closed_at = table.Column<long>(nullable: true),
                closed_by = table.Column<string>(nullable: true),
                accounts = table.Column<string>(nullable: false),
                figures = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audits", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_audits_brand_closed_at", "audits", ["brand", "closed_at"]);

        migrationBuilder.CreateTable(
            "social_accounts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                handle = table.Column<string>(maxLength: 120, nullable: false),
                url = table.Column<string>(maxLength: 520, nullable: true),
                key = table.Column<string>(maxLength: 560, nullable: false),
                owner = table.Column<Guid>(nullable: true),
                operators = table.Column<string>(nullable: false),
                custody = table.Column<string>(nullable: false),
                two_factor = table.Column<string>(maxLength: 40, nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                purpose = table.Column<string>(nullable: true),
                business_goal = table.Column<string>(maxLength: 400, nullable: true),
                purpose_missing_since = table.Column<long>(nullable: true),
                verified = table.Column<bool>(nullable: false),
                @internal = table.Column<bool>(nullable: false),
                last_post = table.Column<string>(maxLength: 10, nullable: true),
                notes = table.Column<string>(nullable: true),
                disposition = table.Column<string>(maxLength: 40, nullable: false),
                disposition_reason = table.Column<string>(nullable: true),
                merge_into = table.Column<Guid>(nullable: true),
                branch = table.Column<string>(maxLength: 80, nullable: true),
                kpis = table.Column<string>(nullable: false),
                top_content = table.Column<string>(nullable: true),
                attested_at = table.Column<long>(nullable: true),
                attested_by = table.Column<Guid>(nullable: true),
                asked_at = table.Column<long>(nullable: true),
                set_up_at = table.Column<long>(nullable: true),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_social_accounts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_social_accounts_brand_key", "social_accounts", ["brand", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_social_accounts_workspace", "social_accounts", ["workspace"]);
    }
}
