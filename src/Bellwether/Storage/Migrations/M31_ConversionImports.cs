using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Files of orders are known, so that all that one brought can be taken back together.</summary>
[DbContext(typeof(Db))]
[Migration("20261123310000_ConversionImports")]
public sealed class M31ConversionImports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("import", "conversions", nullable: true);
        migrationBuilder.CreateIndex("IX_conversions_import", "conversions", ["import"]);
        migrationBuilder.CreateTable(
            "conversion_imports",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                file = table.Column<string>(maxLength: 200, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                recorded = table.Column<int>(nullable: false),
                known = table.Column<int>(nullable: false),
                undone_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_conversion_imports", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_conversion_imports_brand", "conversion_imports", ["brand"]);
    }
}
