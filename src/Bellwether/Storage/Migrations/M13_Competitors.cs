using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Competitors.</summary>
[DbContext(typeof(Db))]
[Migration("20261122130000_Competitors")]
public sealed class M13Competitors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "benchmark_snapshots",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                competitor = table.Column<Guid>(nullable: true),
                account = table.Column<Guid>(nullable: true),
                subject = table.Column<string>(maxLength: 80, nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                day = table.Column<string>(maxLength: 10, nullable: false),
                figures = table.Column<string>(nullable: false),
                source = table.Column<string>(maxLength: 200, nullable: false),
                origin = table.Column<string>(maxLength: 40, nullable: false),
                recorded_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_benchmark_snapshots", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_benchmark_snapshots_brand_subject_network_day", "benchmark_snapshots", ["brand", "subject", "network", "day"], unique: true);
        migrationBuilder.CreateIndex("IX_benchmark_snapshots_workspace", "benchmark_snapshots", ["workspace"]);

        migrationBuilder.CreateTable(
            "competitors",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 120, nullable: false),
                key = table.Column<string>(maxLength: 120, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                site = table.Column<string>(maxLength: 520, nullable: true),
                position = table.Column<string>(nullable: true),
                notes = table.Column<string>(nullable: true),
                accounts = table.Column<string>(nullable: false),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_competitors", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_competitors_brand_key", "competitors", ["brand", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_competitors_workspace", "competitors", ["workspace"]);

        migrationBuilder.CreateTable(
            "mention_counts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                term = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                until = table.Column<string>(maxLength: 10, nullable: false),
                source = table.Column<string>(maxLength: 200, nullable: false),
                mentions = table.Column<long>(nullable: false),
                by_us = table.Column<long>(nullable: true),
                by_rivals = table.Column<long>(nullable: true),
                engagements = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_mention_counts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_mention_counts_brand", "mention_counts", ["brand"]);
        migrationBuilder.CreateIndex("IX_mention_counts_term_from_until_source", "mention_counts", ["term", "from", "until", "source"], unique: true);

        migrationBuilder.CreateTable(
            "watch_terms",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                text = table.Column<string>(maxLength: 120, nullable: false),
                key = table.Column<string>(maxLength: 120, nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                competitor = table.Column<Guid>(nullable: true),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_watch_terms", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_watch_terms_brand_key", "watch_terms", ["brand", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_watch_terms_workspace", "watch_terms", ["workspace"]);
    }
}
