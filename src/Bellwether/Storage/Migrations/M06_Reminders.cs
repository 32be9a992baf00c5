using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Reminders.</summary>
[DbContext(typeof(Db))]
[Migration("20261122060000_Reminders")]
public sealed class M06Reminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "mail_servers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                host = table.Column<string>(maxLength: 253, nullable: false),
                port = table.Column<int>(nullable: false),
                encrypted = table.Column<bool>(nullable: false),
                from = table.Column<string>(maxLength: 254, nullable: false),
                user = table.Column<string>(maxLength: 254, nullable: true),
                password = table.Column<string>(nullable: true),
                worked_at = table.Column<long>(nullable: true),
                problem = table.Column<string>(maxLength: 400, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_mail_servers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_mail_servers_workspace", "mail_servers", ["workspace"], unique: true);

        migrationBuilder.CreateTable(
            "mail_wishes",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                pace = table.Column<string>(maxLength: 40, nullable: false),
                zone_name = table.Column<string>(maxLength: 64, nullable: false),
                digest_at = table.Column<string>(maxLength: 8, nullable: false),
                quiet_from = table.Column<string>(maxLength: 8, nullable: false),
                quiet_until = table.Column<string>(maxLength: 8, nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_mail_wishes", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_mail_wishes_member", "mail_wishes", ["member"], unique: true);
        migrationBuilder.CreateIndex("IX_mail_wishes_workspace", "mail_wishes", ["workspace"]);

        migrationBuilder.CreateTable(
            "mails",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                subject = table.Column<string>(maxLength: 200, nullable: false),
                text = table.Column<string>(nullable: false),
                state = table.Column<string>(maxLength: 40, nullable: false),
                tried = table.Column<int>(nullable: false),
                next_at = table.Column<long>(nullable: false),
                sent_at = table.Column<long>(nullable: true),
                problem = table.Column<string>(maxLength: 400, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_mails", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_mails_member_created_at", "mails", ["member", "created_at"]);
        migrationBuilder.CreateIndex("IX_mails_state_next_at", "mails", ["state", "next_at"]);

        migrationBuilder.CreateTable(
            "ticklers",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                key = table.Column<string>(maxLength: 200, nullable: false),
                words = table.Column<string>(maxLength: 400, nullable: false),
                path = table.Column<string>(maxLength: 300, nullable: false),
                from = table.Column<string>(maxLength: 10, nullable: false),
                done_at = table.Column<long>(nullable: true),
                mailed_at = table.Column<long>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ticklers", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_ticklers_brand", "ticklers", ["brand"]);
        migrationBuilder.CreateIndex("IX_ticklers_member_key", "ticklers", ["member", "key"], unique: true);
    }
}
