using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Finds the user agents that are to be forgotten without reading every hit of a year each day.</summary>
[DbContext(typeof(Db))]
[Migration("20261124330000_OldAgents")]
public sealed class M33OldAgents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_clicks_agents", "clicks", ["workspace", "at"], filter: "agent is not null");
        migrationBuilder.CreateIndex("IX_site_events_agents", "site_events", ["workspace", "at"], filter: "agent is not null");
    }
}
