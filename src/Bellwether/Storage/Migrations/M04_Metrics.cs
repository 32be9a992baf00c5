using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Metrics.</summary>
[DbContext(typeof(Db))]
[Migration("20261122040000_Metrics")]
public sealed class M04Metrics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "custom_metrics",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 60, nullable: false),
                name = table.Column<string>(nullable: false),
                unit = table.Column<string>(maxLength: 40, nullable: false),
                direction = table.Column<string>(maxLength: 40, nullable: false),
                aggregation = table.Column<string>(maxLength: 40, nullable: false),
                @class = table.Column<string>(maxLength: 40, nullable: false),
                level = table.Column<string>(maxLength: 40, nullable: false),
                formula = table.Column<string>(nullable: false),
                source = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_custom_metrics", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_custom_metrics_workspace", "custom_metrics", ["workspace"]);
        migrationBuilder.CreateIndex("IX_custom_metrics_workspace_key", "custom_metrics", ["workspace", "key"], unique: true);

        migrationBuilder.CreateTable(
            "observation_batches",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                source = table.Column<string>(maxLength: 120, nullable: false),
                recorded_at = table.Column<long>(nullable: false),
                rows = table.Column<int>(nullable: false),
                withdrawn_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_observation_batches", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_observation_batches_brand_recorded_at", "observation_batches", ["brand", "recorded_at"]);

        migrationBuilder.CreateTable(
            "observations",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                batch = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                metric = table.Column<string>(maxLength: 60, nullable: false),
                subject = table.Column<string>(maxLength: 80, nullable: false),
                start = table.Column<string>(maxLength: 10, nullable: false),
                length = table.Column<string>(maxLength: 40, nullable: false),
                value = table.Column<long>(nullable: false),
                numerator = table.Column<long>(nullable: true),
                denominator = table.Column<long>(nullable: true),
                source = table.Column<string>(maxLength: 120, nullable: false),
                recorded_at = table.Column<long>(nullable: false),
                revision = table.Column<int>(nullable: false),
                is_current = table.Column<bool>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_observations", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_observations_batch", "observations", ["batch"]);
        migrationBuilder.CreateIndex("IX_observations_brand_metric_start", "observations", ["brand", "metric", "start"]);
        migrationBuilder.CreateIndex("IX_observations_workspace_subject_metric_length_start_revision", "observations", ["workspace", "subject", "metric", "length", "start", "revision"], unique: true);
    }
}
