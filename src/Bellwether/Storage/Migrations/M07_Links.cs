using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Links.</summary>
[DbContext(typeof(Db))]
[Migration("20261122070000_Links")]
public sealed class M07Links : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "link_domains",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                host = table.Column<string>(maxLength: 253, nullable: false),
                proof = table.Column<string>(maxLength: 40, nullable: false),
                retired_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_link_domains", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_link_domains_brand", "link_domains", ["brand"]);
        migrationBuilder.CreateIndex("IX_link_domains_host", "link_domains", ["host"], unique: true);

        migrationBuilder.CreateTable(
            "link_imports",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                file = table.Column<string>(maxLength: 200, nullable: false),
                by = table.Column<Guid>(nullable: true),
                made = table.Column<int>(nullable: false),
                not_made = table.Column<int>(nullable: false),
                undone_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_link_imports", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_link_imports_brand", "link_imports", ["brand"]);

        migrationBuilder.CreateTable(
            "link_policies",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                pass_click_id = table.Column<bool>(nullable: false),
                fallback = table.Column<string>(maxLength: 4000, nullable: true),
                host = table.Column<string>(maxLength: 253, nullable: true),
                sources = table.Column<string>(nullable: false),
                campaigns = table.Column<string>(nullable: false),
                templates = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_link_policies", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_link_policies_brand", "link_policies", ["brand"], unique: true);
        migrationBuilder.CreateIndex("IX_link_policies_workspace", "link_policies", ["workspace"]);

        migrationBuilder.CreateTable(
            "tracked_links",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                code = table.Column<string>(maxLength: 40, nullable: false),
                host = table.Column<string>(maxLength: 253, nullable: true),
                target = table.Column<string>(nullable: false),
                destination = table.Column<string>(nullable: false),
                is_own_host = table.Column<bool>(nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                tags = table.Column<string>(nullable: true),
                title = table.Column<string>(nullable: true),
                pass_click_id = table.Column<bool>(nullable: false),
                rules = table.Column<string>(nullable: false),
                served = table.Column<string>(nullable: false),
                serves = table.Column<int>(nullable: false),
                last_day = table.Column<string>(maxLength: 10, nullable: true),
                most_clicks = table.Column<int>(nullable: true),
                fallback = table.Column<string>(maxLength: 4000, nullable: true),
                import = table.Column<Guid>(nullable: true),
                archived_at = table.Column<long>(nullable: true),
                changed_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                plan = table.Column<string>(maxLength: 60, nullable: true),
                post = table.Column<string>(maxLength: 60, nullable: true),
                variant = table.Column<string>(maxLength: 60, nullable: true),
                channel = table.Column<string>(maxLength: 60, nullable: true),
                account = table.Column<string>(maxLength: 60, nullable: true),
                goal = table.Column<string>(maxLength: 60, nullable: true),
                campaign = table.Column<string>(maxLength: 60, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tracked_links", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_tracked_links_brand_post", "tracked_links", ["brand", "post"]);
        migrationBuilder.CreateIndex("IX_tracked_links_brand_variant", "tracked_links", ["brand", "variant"]);
        migrationBuilder.CreateIndex("IX_tracked_links_changed_at", "tracked_links", ["changed_at"]);
        migrationBuilder.CreateIndex("IX_tracked_links_code", "tracked_links", ["code"], unique: true);
        migrationBuilder.CreateIndex("IX_tracked_links_import", "tracked_links", ["import"]);
    }
}
