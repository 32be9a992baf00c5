using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Measures.</summary>
[DbContext(typeof(Db))]
[Migration("20261122220000_Measures")]
public sealed class M22Measures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "figure_readings",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                publication = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                out_at = table.Column<long>(nullable: false),
                next_at = table.Column<long>(nullable: true),
                read_at = table.Column<long>(nullable: true),
                failures = table.Column<int>(nullable: false),
                problem = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_figure_readings", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_figure_readings_next_at", "figure_readings", ["next_at"]);
        migrationBuilder.CreateIndex("IX_figure_readings_publication", "figure_readings", ["publication"], unique: true);

        migrationBuilder.CreateTable(
            "import_runs",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                file_name = table.Column<string>(maxLength: 200, nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
                source = table.Column<string>(nullable: false),
                by = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
                batch = table.Column<Guid>(nullable: true),
                rows_read = table.Column<int>(nullable: false),
                rows_taken = table.Column<int>(nullable: false),
                recorded = table.Column<int>(nullable: false),
                corrected = table.Column<int>(nullable: false),
                unchanged = table.Column<int>(nullable: false),
                skipped = table.Column<int>(nullable: false),
                left_out_count = table.Column<int>(nullable: false),
                left_out = table.Column<string>(nullable: false),
                reverted_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_import_runs", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_import_runs_brand_hash", "import_runs", ["brand", "hash"]);

        migrationBuilder.CreateTable(
            "remembered_mappings",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                signature = table.Column<string>(maxLength: 64, nullable: false),
                mapping = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_remembered_mappings", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_remembered_mappings_brand_signature", "remembered_mappings", ["brand", "signature"], unique: true);
        migrationBuilder.CreateIndex("IX_remembered_mappings_workspace", "remembered_mappings", ["workspace"]);
    }
}
