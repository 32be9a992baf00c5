using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Tracking that hold sums by hour, day and month, and fills them from the quarters of an hour.</summary>
[DbContext(typeof(Db))]
[Migration("20261122210300_Sums")]
public sealed class M21Sums : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "group_sums",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                source = table.Column<string>(maxLength: 40, nullable: false),
                span = table.Column<string>(maxLength: 40, nullable: false),
                start = table.Column<long>(nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                group = table.Column<string>(maxLength: 40, nullable: false),
                hits = table.Column<long>(nullable: false),
                visits = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_group_sums", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_group_sums_brand_source_span_start_outcome_group", "group_sums", ["brand", "source", "span", "start", "outcome", "group"], unique: true);

        migrationBuilder.CreateTable(
            "link_sums",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                link = table.Column<Guid>(nullable: false),
                span = table.Column<string>(maxLength: 40, nullable: false),
                start = table.Column<long>(nullable: false),
                outcome = table.Column<string>(maxLength: 40, nullable: false),
                served = table.Column<int>(nullable: false),
                scan = table.Column<bool>(nullable: false),
                hits = table.Column<long>(nullable: false),
                visits = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_link_sums", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_link_sums_link_span_start_outcome_served_scan", "link_sums", ["link", "span", "start", "outcome", "served", "scan"], unique: true);
        migrationBuilder.CreateIndex("IX_link_sums_workspace_brand_span_start_outcome", "link_sums", ["workspace", "brand", "span", "start", "outcome"]);

        migrationBuilder.CreateTable(
            "site_sums",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                dimension = table.Column<string>(maxLength: 40, nullable: false),
                value = table.Column<string>(maxLength: 553, nullable: false),
                span = table.Column<string>(maxLength: 40, nullable: false),
                start = table.Column<long>(nullable: false),
                hits = table.Column<long>(nullable: false),
                visits = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_site_sums", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_site_sums_brand_dimension_span_start_value", "site_sums", ["brand", "dimension", "span", "start", "value"], unique: true);

        migrationBuilder.CreateTable(
            "time_sums",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                source = table.Column<string>(maxLength: 40, nullable: false),
                span = table.Column<string>(maxLength: 40, nullable: false),
                quarter = table.Column<long>(nullable: false),
                hits = table.Column<long>(nullable: false),
                visits = table.Column<long>(nullable: false),
                dropped = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_time_sums", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_time_sums_brand_source_span_quarter", "time_sums", ["brand", "source", "span", "quarter"], unique: true);

        // Programs are looked for among what was dropped, which is little of all.
        migrationBuilder.CreateIndex("IX_clicks_dropped", "clicks", ["workspace", "brand", "at"], filter: "outcome <> 'Counted'");
        migrationBuilder.CreateIndex("IX_site_events_dropped", "site_events", ["workspace", "brand", "at"], filter: "outcome <> 'Counted'");

        foreach (var statement in SumsFilling.Statements(migrationBuilder.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true))
        {
            migrationBuilder.Sql(statement);
        }
    }
}
