using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>The tables of how posts are written and approved: versions, working copies, approvals, reviewers outside, text blocks.</summary>
public sealed partial class M18Calendar
{
    private static void AddWriting(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "approvals",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                post = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                revision = table.Column<int>(nullable: false),
                step = table.Column<string>(maxLength: 60, nullable: false),
                member = table.Column<Guid>(nullable: true),
                link = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                note = table.Column<string>(maxLength: 2000, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_approvals", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_approvals_brand", "approvals", ["brand"]);
        migrationBuilder.CreateIndex("IX_approvals_post_revision", "approvals", ["post", "revision"]);

        migrationBuilder.CreateTable(
            "post_versions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                post = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                number = table.Column<int>(nullable: false),
                author = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                wording = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_post_versions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_post_versions_brand", "post_versions", ["brand"]);
        migrationBuilder.CreateIndex("IX_post_versions_post_number", "post_versions", ["post", "number"], unique: true);

        migrationBuilder.CreateTable(
            "review_links",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                posts = table.Column<string>(nullable: false),
                to = table.Column<string>(maxLength: 120, nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                until = table.Column<long>(nullable: false),
                made_by = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                opened_at = table.Column<long>(nullable: true),
                revoked_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_review_links", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_review_links_brand", "review_links", ["brand"]);
        migrationBuilder.CreateIndex("IX_review_links_hash", "review_links", ["hash"], unique: true);

        migrationBuilder.CreateTable(
            "review_remarks",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                post = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                revision = table.Column<int>(nullable: false),
                link = table.Column<Guid>(nullable: true),
                by = table.Column<string>(maxLength: 120, nullable: false),
                verdict = table.Column<string>(maxLength: 40, nullable: false),
                words = table.Column<string>(maxLength: 4000, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_review_remarks", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_review_remarks_brand", "review_remarks", ["brand"]);
        migrationBuilder.CreateIndex("IX_review_remarks_post", "review_remarks", ["post"]);

        migrationBuilder.CreateTable(
            "text_blocks",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                name = table.Column<string>(maxLength: 80, nullable: false),
                text = table.Column<string>(maxLength: 5000, nullable: false),
                handles = table.Column<string>(nullable: false),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_text_blocks", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_text_blocks_brand_name", "text_blocks", ["brand", "name"], unique: true);
        migrationBuilder.CreateIndex("IX_text_blocks_workspace", "text_blocks", ["workspace"]);

        migrationBuilder.CreateTable(
            "working_copies",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                post = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                member = table.Column<Guid>(nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                revision = table.Column<int>(nullable: false),
                content = table.Column<string>(nullable: false),
                kept_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_working_copies", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_working_copies_brand", "working_copies", ["brand"]);
        migrationBuilder.CreateIndex("IX_working_copies_post_member", "working_copies", ["post", "member"], unique: true);
    }
}
