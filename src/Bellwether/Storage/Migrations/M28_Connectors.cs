using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Connectors: the public feeds.</summary>
[DbContext(typeof(Db))]
[Migration("20261122280000_Connectors")]
public sealed class M28Connectors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "feed_entries",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                account = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 200, nullable: false),
                title = table.Column<string>(maxLength: 255, nullable: false),
                html = table.Column<string>(nullable: false),
                link = table.Column<string>(maxLength: 2000, nullable: true),
                published_at = table.Column<long>(nullable: false),
                updated_at = table.Column<long>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_entries", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_feed_entries_account_key", "feed_entries", ["account", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_feed_entries_account_published_at", "feed_entries", ["account", "published_at"]);

        migrationBuilder.CreateTable(
            "feed_pictures",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                entry = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                place = table.Column<int>(nullable: false),
                content_type = table.Column<string>(maxLength: 80, nullable: false),
                alt = table.Column<string>(maxLength: 1000, nullable: false),
                content = table.Column<byte[]>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_pictures", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_feed_pictures_entry", "feed_pictures", ["entry"]);
    }
}
