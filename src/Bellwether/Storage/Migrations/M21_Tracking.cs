using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Tracking.</summary>
[DbContext(typeof(Db))]
[Migration("20261122210000_Tracking")]
public sealed class M21Tracking : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "assisted_deals",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                items = table.Column<string>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                value_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                on = table.Column<string>(maxLength: 10, nullable: false),
                by = table.Column<Guid>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_assisted_deals", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_assisted_deals_brand", "assisted_deals", ["brand"]);

        migrationBuilder.CreateTable(
            "collateral",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: true),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                text = table.Column<string>(nullable: true),
                asset = table.Column<Guid>(nullable: true),
                link = table.Column<string>(maxLength: 4000, nullable: true),
                claim = table.Column<Guid>(nullable: true),
                page_code = table.Column<string>(maxLength: 20, nullable: true),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_collateral", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_collateral_brand", "collateral", ["brand"]);
        migrationBuilder.CreateIndex("IX_collateral_page_code", "collateral", ["page_code"], unique: true);

        migrationBuilder.CreateTable(
            "collateral_shares",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                collateral = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                link = table.Column<Guid>(nullable: false),
                uses = table.Column<int>(nullable: false),
                last_used_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_collateral_shares", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_collateral_shares_collateral_member", "collateral_shares", ["collateral", "member"], unique: true);
        migrationBuilder.CreateIndex("IX_collateral_shares_workspace", "collateral_shares", ["workspace"]);

        migrationBuilder.CreateTable(
            "conversions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                external_id = table.Column<string>(maxLength: 120, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                value_minor = table.Column<long>(nullable: true),
                currency = table.Column<string>(maxLength: 3, nullable: true),
                at = table.Column<long>(nullable: false),
                customer = table.Column<string>(maxLength: 128, nullable: true),
                matched_by = table.Column<string>(maxLength: 40, nullable: false),
                why = table.Column<string>(nullable: true),
                link = table.Column<Guid>(nullable: true),
                click = table.Column<Guid>(nullable: true),
                deal = table.Column<Guid>(nullable: true),
                voided_at = table.Column<long>(nullable: true),
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
                table.PrimaryKey("PK_conversions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_conversions_brand_at", "conversions", ["brand", "at"]);
        migrationBuilder.CreateIndex("IX_conversions_brand_customer", "conversions", ["brand", "customer"]);
        migrationBuilder.CreateIndex("IX_conversions_brand_external_id", "conversions", ["brand", "external_id"], unique: true);

        migrationBuilder.CreateTable(
            "deals",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                code = table.Column<string>(maxLength: 40, nullable: false),
                title = table.Column<string>(nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: false),
                issued = table.Column<int>(nullable: true),
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
                table.PrimaryKey("PK_deals", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_deals_brand_code", "deals", ["brand", "code"], unique: true);
        migrationBuilder.CreateIndex("IX_deals_workspace", "deals", ["workspace"]);

        migrationBuilder.CreateTable(
            "visitor_salts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                day = table.Column<string>(maxLength: 10, nullable: false),
                salt = table.Column<byte[]>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_visitor_salts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_visitor_salts_day", "visitor_salts", ["day"], unique: true);
        migrationBuilder.CreateIndex("IX_visitor_salts_workspace", "visitor_salts", ["workspace"]);
    }
}
