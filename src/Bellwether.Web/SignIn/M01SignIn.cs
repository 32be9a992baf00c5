using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Web.SignIn;

/// <summary>Creates the doors' own tables.</summary>
[DbContext(typeof(SignInDb))]
[Migration("20261122000000_SignIn")]
internal sealed class M01SignIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sign_ins",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                UserName = table.Column<string>(maxLength: 256, nullable: true),
                NormalizedUserName = table.Column<string>(maxLength: 256, nullable: true),
                Email = table.Column<string>(maxLength: 256, nullable: true),
                NormalizedEmail = table.Column<string>(maxLength: 256, nullable: true),
                EmailConfirmed = table.Column<bool>(nullable: false),
                PasswordHash = table.Column<string>(nullable: true),
                SecurityStamp = table.Column<string>(nullable: true),
                ConcurrencyStamp = table.Column<string>(nullable: true),
                PhoneNumber = table.Column<string>(nullable: true),
                PhoneNumberConfirmed = table.Column<bool>(nullable: false),
                TwoFactorEnabled = table.Column<bool>(nullable: false),
                LockoutEnd = table.Column<long>(nullable: true),
                LockoutEnabled = table.Column<bool>(nullable: false),
                AccessFailedCount = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_sign_ins", x => x.Id));
        migrationBuilder.CreateIndex("EmailIndex", "sign_ins", ["NormalizedEmail"]);
        migrationBuilder.CreateIndex("UserNameIndex", "sign_ins", ["NormalizedUserName"], unique: true);

        // A provider-neutral migration cannot ask for a generated integer key; both are told, each takes its own.
        migrationBuilder.CreateTable(
            "sign_in_claims",
            table => new
            {
                Id = table.Column<int>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                UserId = table.Column<Guid>(nullable: false),
                ClaimType = table.Column<string>(nullable: true),
                ClaimValue = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sign_in_claims", x => x.Id);
                table.ForeignKey("FK_sign_in_claims_sign_ins_UserId", x => x.UserId, "sign_ins", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_sign_in_claims_UserId", "sign_in_claims", ["UserId"]);

        migrationBuilder.CreateTable(
            "sign_in_logins",
            table => new
            {
                LoginProvider = table.Column<string>(nullable: false),
                ProviderKey = table.Column<string>(nullable: false),
                ProviderDisplayName = table.Column<string>(nullable: true),
                UserId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sign_in_logins", x => new { x.LoginProvider, x.ProviderKey });
                table.ForeignKey("FK_sign_in_logins_sign_ins_UserId", x => x.UserId, "sign_ins", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_sign_in_logins_UserId", "sign_in_logins", ["UserId"]);

        migrationBuilder.CreateTable(
            "sign_in_tokens",
            table => new
            {
                UserId = table.Column<Guid>(nullable: false),
                LoginProvider = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sign_in_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                table.ForeignKey("FK_sign_in_tokens_sign_ins_UserId", x => x.UserId, "sign_ins", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "key_ring",
            table => new
            {
                Id = table.Column<int>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(maxLength: 200, nullable: false),
                Xml = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_key_ring", x => x.Id));

        migrationBuilder.CreateTable(
            "remembered_answers",
            table => new
            {
                Key = table.Column<string>(maxLength: 300, nullable: false),
                Request = table.Column<string>(maxLength: 64, nullable: false),
                Status = table.Column<int>(nullable: true),
                ContentType = table.Column<string>(nullable: true),
                Body = table.Column<byte[]>(nullable: true),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_remembered_answers", x => x.Key));
        migrationBuilder.CreateIndex("IX_remembered_answers_At", "remembered_answers", ["At"]);
    }
}
