using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Amounts of ten currencies were kept in hundredths; they have no decimals, or three, and are kept so from now on. What they are worth stays.</summary>
[DbContext(typeof(Db))]
[Migration(Id)]
public sealed class M34MinorUnits : Migration
{
    internal const string Id = "20261124340000_MinorUnits";

    private static readonly (string Table, string Column)[] Amounts =
    [
        ("budget_asks", "amount_minor"), ("sign_offs", "amount_minor"), ("activations", "budget_minor"), ("portfolio_rules", "hour_cost_minor"), ("campaigns", "budget_minor"), ("tools", "cost_minor"),
        ("assisted_deals", "value_minor"), ("conversions", "value_minor"), ("credit_revisions", "value_minor"), ("credit_revisions", "unattributed_minor"), ("touch_paths", "value_minor"),
        ("ad_rows", "minor"), ("budgets", "minor"), ("cost_entries", "minor"), ("hourly_rates", "minor"), ("reallocations", "minor"),
    ];

    private static readonly (string Codes, string Factor)[] Changed = [("'BIF', 'DJF', 'GNF', 'KMF', 'PYG', 'RWF', 'VUV', 'XPF'", "/ 100.0"), ("'IQD', 'LYD'", "* 10")];

    /// <summary>What is run; each twice would change amounts twice.</summary>
    internal static IEnumerable<string> Statements(bool postgres)
    {
        foreach (var (codes, factor) in Changed)
        {
            foreach (var (table, column) in Amounts)
            {
                yield return $"update {table} set {column} = cast(round({column} {factor}) as bigint) where currency in ({codes}) and {column} is not null";
            }

            yield return postgres
                ? $"update credit_revisions set credits = (select coalesce(jsonb_agg(jsonb_set(one, '{{minor}}', to_jsonb(cast(round((one->>'minor')::numeric {factor}) as bigint)))), '[]'::jsonb)::text from jsonb_array_elements(credits::jsonb) one) where currency in ({codes})"
                : $"update credit_revisions set credits = (select json_group_array(json_set(value, '$.minor', cast(round(json_extract(value, '$.minor') {factor}) as integer))) from json_each(credits)) where currency in ({codes})";
        }
    }

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in Statements(migrationBuilder.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true))
        {
            migrationBuilder.Sql(statement);
        }
    }
}
