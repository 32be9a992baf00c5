using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Audits.</summary>
[DbContext(typeof(Db))]
[Migration("20261122120000_Audits")]
public sealed class M12Audits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "social_accounts",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                network = table.Column<string>(maxLength: 40, nullable: false),
                handle = table.Column<string>(maxLength: 120, nullable: false),
                url = table.Column<string>(maxLength: 520, nullable: true),
                key = table.Column<string>(maxLength: 560, nullable: false),
                owner = table.Column<Guid>(nullable: true),
                operators = table.Column<string>(nullable: false),
                custody = table.Column<string>(nullable: false),
                two_factor = table.Column<string>(maxLength: 40, nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                purpose = table.Column<string>(nullable: true),
                purpose_missing_since = table.Column<long>(nullable: true),
                verified = table.Column<bool>(nullable: false),
                last_post = table.Column<string>(maxLength: 10, nullable: true),
                notes = table.Column<string>(nullable: true),
                disposition = table.Column<string>(maxLength: 40, nullable: false),
                disposition_reason = table.Column<string>(nullable: true),
                set_up_at = table.Column<long>(nullable: true),
                archived_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_social_accounts", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_social_accounts_brand_key", "social_accounts", ["brand", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_social_accounts_workspace", "social_accounts", ["workspace"]);
    }
}
