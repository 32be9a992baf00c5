using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Addresses among the options of a post are tracked as its other links are.</summary>
[DbContext(typeof(Db))]
[Migration("20261122183100_LinkedOptions")]
public sealed class M18LinkedOptions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("linked_options", "variants", nullable: true);
}
