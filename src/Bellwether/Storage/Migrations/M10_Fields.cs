using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Plans that hold an organisation's own fields.</summary>
[DbContext(typeof(Db))]
[Migration("20261122100100_Fields")]
public sealed class M10Fields : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "custom_fields",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<string>(maxLength: 40, nullable: false),
                type = table.Column<string>(maxLength: 40, nullable: false),
                label = table.Column<string>(maxLength: 60, nullable: false),
                hint = table.Column<string>(maxLength: 200, nullable: true),
                choices = table.Column<string>(nullable: false),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_custom_fields", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_custom_fields_brand_place_label", "custom_fields", ["brand", "place", "label"], unique: true);
        migrationBuilder.CreateIndex("IX_custom_fields_workspace", "custom_fields", ["workspace"]);

        migrationBuilder.CreateTable(
            "field_values",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                field = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                node = table.Column<string>(maxLength: 80, nullable: false),
                plan = table.Column<Guid>(nullable: true),
                value = table.Column<string>(maxLength: 2000, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_field_values", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_field_values_brand", "field_values", ["brand"]);
        migrationBuilder.CreateIndex("IX_field_values_node_field", "field_values", ["node", "field"], unique: true);
        migrationBuilder.CreateIndex("IX_field_values_plan", "field_values", ["plan"]);
    }
}
