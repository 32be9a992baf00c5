using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of People.</summary>
[DbContext(typeof(Db))]
[Migration("20261122010000_People")]
public sealed class M01People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_tokens",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                scope = table.Column<string>(nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                shown_as = table.Column<string>(maxLength: 20, nullable: false),
                expires_at = table.Column<long>(nullable: false),
                revoked_at = table.Column<long>(nullable: true),
                last_used_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_api_tokens", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_api_tokens_hash", "api_tokens", ["hash"], unique: true);
        migrationBuilder.CreateIndex("IX_api_tokens_workspace", "api_tokens", ["workspace"]);

        migrationBuilder.CreateTable(
            "audit_lines",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: true),
                name = table.Column<string>(maxLength: 120, nullable: false),
                step = table.Column<string>(maxLength: 40, nullable: false),
                request = table.Column<string>(maxLength: 80, nullable: false),
                what = table.Column<string>(nullable: false),
                subject = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit_lines", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_audit_lines_workspace_created_at", "audit_lines", ["workspace", "created_at"]);

        migrationBuilder.CreateTable(
            "members",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                email = table.Column<string>(maxLength: 254, nullable: false),
                role = table.Column<string>(maxLength: 40, nullable: false),
                only_brands = table.Column<string>(nullable: false),
                only_plans = table.Column<string>(nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: true),
                firm = table.Column<string>(maxLength: 120, nullable: true),
                left_at = table.Column<long>(nullable: true),
                user_key = table.Column<Guid>(nullable: true),
                invitation_hash = table.Column<string>(nullable: true),
                invited_until = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_members", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_members_invitation_hash", "members", ["invitation_hash"]);
        migrationBuilder.CreateIndex("IX_members_user_key", "members", ["user_key"]);
        migrationBuilder.CreateIndex("IX_members_workspace_email", "members", ["workspace", "email"], unique: true);

        migrationBuilder.CreateTable(
            "workspaces",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_workspaces", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_workspaces_workspace", "workspaces", ["workspace"]);
    }
}
