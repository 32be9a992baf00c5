using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Creates the tables of Reviews.</summary>
[DbContext(typeof(Db))]
[Migration("20261122240000_Reviews")]
public sealed class M24Reviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "agenda_items",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                review = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 40, nullable: false),
                node = table.Column<string>(maxLength: 80, nullable: false),
                title = table.Column<string>(maxLength: 300, nullable: false),
                about = table.Column<string>(nullable: true),
                within = table.Column<string>(maxLength: 80, nullable: true),
                place = table.Column<int>(nullable: false),
                figures = table.Column<string>(nullable: true),
                verdict = table.Column<string>(maxLength: 40, nullable: true),
                change = table.Column<string>(nullable: true),
                notes = table.Column<string>(nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_agenda_items", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_agenda_items_review_place", "agenda_items", ["review", "place"]);

        migrationBuilder.CreateTable(
            "decisions",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                review = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                text = table.Column<string>(maxLength: 1000, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                action = table.Column<string>(maxLength: 80, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_decisions", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_decisions_plan", "decisions", ["plan"]);

        migrationBuilder.CreateTable(
            "idea_votes",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                idea = table.Column<Guid>(nullable: false),
                member = table.Column<Guid>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_idea_votes", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_idea_votes_idea_member", "idea_votes", ["idea", "member"], unique: true);
        migrationBuilder.CreateIndex("IX_idea_votes_workspace", "idea_votes", ["workspace"]);

        migrationBuilder.CreateTable(
            "ideas",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                review = table.Column<Guid>(nullable: true),
                text = table.Column<string>(maxLength: 1000, nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                action = table.Column<string>(maxLength: 80, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ideas", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_ideas_plan", "ideas", ["plan"]);

        migrationBuilder.CreateTable(
            "lessons",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                review = table.Column<Guid>(nullable: true),
                situation = table.Column<string>(nullable: false),
                happened = table.Column<string>(nullable: false),
                why = table.Column<string>(nullable: true),
                recommendation = table.Column<string>(nullable: false),
                evidence = table.Column<string>(maxLength: 1000, nullable: true),
                tags = table.Column<string>(nullable: false),
                by = table.Column<string>(maxLength: 120, nullable: false),
                applied_in = table.Column<string>(nullable: false),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_lessons", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_lessons_brand", "lessons", ["brand"]);
        migrationBuilder.CreateIndex("IX_lessons_plan", "lessons", ["plan"]);

        migrationBuilder.CreateTable(
            "reviews",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                plan = table.Column<Guid>(nullable: false),
                brand = table.Column<Guid>(nullable: false),
                on = table.Column<string>(maxLength: 10, nullable: false),
                status = table.Column<string>(maxLength: 40, nullable: false),
                plan_number = table.Column<int>(nullable: false),
                skip_reason = table.Column<string>(maxLength: 500, nullable: true),
                opened_at = table.Column<long>(nullable: true),
                closed_at = table.Column<long>(nullable: true),
                notes = table.Column<string>(nullable: true),
                closeness = table.Column<string>(maxLength: 40, nullable: true),
                workspace = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_reviews", x => x.id);
            });

        migrationBuilder.CreateIndex("IX_reviews_plan_on", "reviews", ["plan", "on"], unique: true);
        migrationBuilder.CreateIndex("IX_reviews_workspace", "reviews", ["workspace"]);
    }
}
