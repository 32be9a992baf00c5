using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Storage.Migrations;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Bellwether.Web.Doors;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Kernel;

public sealed class CurrenciesTests
{
    [Theory]
    [InlineData("12.50 EUR", null, null)]
    [InlineData("12.500 EUR", null, null)]
    [InlineData("1250 PYG", null, null)]
    [InlineData("1.250 LYD", null, null)]
    [InlineData("1.005 EUR", "amount.amount", "1.005 has more decimals than EUR has: 2. Write 1.00 or 1.01.")]
    [InlineData("-1.005 EUR", "amount.amount", "-1.005 has more decimals than EUR has: 2. Write -1.01 or -1.00.")]
    [InlineData("10.5 BIF", "amount.amount", "10.5 has more decimals than BIF has: none. Write 10 or 11.")]
    [InlineData("1.2345 IQD", "amount.amount", "1.2345 has more decimals than IQD has: 3. Write 1.234 or 1.235.")]
    [InlineData("1 XYZ", "amount.currency", "“XYZ” is no currency.")]
    [InlineData("1 eur", "amount.currency", "“eur” is no currency.")]
    [InlineData("1 XAU", "amount.currency", "“XAU” is no currency.")]
    [InlineData("1 XXX", "amount.currency", "“XXX” is no currency.")]
    [InlineData("1", "amount.currency", "The money has no currency.")]
    [InlineData("1000000000001 EUR", "amount.amount", "That is more money than there is.")]
    public void What_is_told_at_a_door_is_money_as_it_is_or_refused_beside_its_field(string text, string? field, string? message)
    {
        ApproveBudget Made() => (ApproveBudget)RequestReader.Make(typeof(ApproveBudget), new JsonObject { ["plan"] = Id<Plan>.New().ToString(), ["amount"] = RequestReader.FromText(typeof(ApproveBudget), "amount", [text]) });
        if (field is null)
        {
            Made().Amount.Amount.ShouldBe(decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture));
            return;
        }

        var refused = Should.Throw<ProblemException>(Made);
        (refused.Kind, refused.Fields.ShouldHaveSingleItem().Field).ShouldBe((ProblemKind.Rule, field));
        refused.Message.ShouldStartWith(message!);
    }

    [Fact]
    public void What_was_stored_before_codes_were_looked_at_is_still_read_and_every_sum_of_it_made()
    {
        var old = JsonSerializer.Deserialize<Money>("""{"amount":1.005,"currency":"XYZ"}""", HouseJson.Options);
        (old, old + old, old.Say()).ShouldBe((new Money(100, "XYZ"), new Money(200, "XYZ"), "XYZ\u00a01.00"));
    }

    /// <summary>What the runtime knows of ISO 4217, where it knows anything, is said the same here; it lacks some and has old ones.</summary>
    [Fact]
    public void There_are_as_many_as_the_standard_has_and_the_screen_knows_the_same()
    {
        Currencies.All.Count.ShouldBe(157, "155 active ones and two that ended lately");
        Currencies.All.Where(one => one.Value == 0).Select(one => one.Key).Order(StringComparer.Ordinal).ShouldBe(["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"]);
        Currencies.All.Where(one => one.Value == 3).Select(one => one.Key).Order(StringComparer.Ordinal).ShouldBe(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);
        var screen = string.Concat(new[] { "currencies", "currencyCodes" }.Select(file => File.ReadAllText(Path.Combine(Repository.Root, $"src/ui/src/shared/numbers/{file}.ts"))));
        foreach (var (name, decimals) in new[] { ("noDecimals", 0), ("twoDecimals", 2), ("threeDecimals", 3) })
        {
            var list = Regex.Match(screen, $"const {name} =(?<codes>[^;]+);", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["codes"].Value;
            Regex.Matches(list, "[A-Z]{3}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(code => code.Value).ShouldBe(Currencies.All.Where(one => one.Value == decimals).Select(one => one.Key), ignoreOrder: true);
        }

        var signs = Regex.Matches(screen, "  (?<code>[A-Z]{3}): '(?<sign>[^']+)',", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).ToDictionary(one => one.Groups["code"].Value, one => one.Groups["sign"].Value);
        Currencies.All.Keys.ToDictionary(code => code, Currencies.SymbolOf).Where(one => one.Key != one.Value).ShouldBe(signs, ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task Amounts_kept_with_other_decimals_are_worth_the_same_after_the_upgrade(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        foreach (var (currency, minor) in new[] { ("PYG", 125_040L), ("LYD", 1250L), ("EUR", 1250L), ("XYZ", 1250L) })
        {
            await world.RunAsync(new RecordConversion(currency, "sale", new Money(minor, currency)));
        }

        await world.World.SeeAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("""
                insert into credit_revisions (id, brand, month, number, why, model, look_back_days, currency, conversions, value_minor, unattributed, unattributed_minor, credits, workspace, version, created_at)
                select id, id, '2026-02-01', 1, 'x', 'Last', 30, currency, 1, value_minor, 0, 0, '[{{"key":"a","conversions":1,"minor":125040}},{{"key":"b","conversions":0.5,"minor":0}}]', workspace, 1, 0 from conversions where currency = 'PYG'
                """);
            foreach (var statement in M34MinorUnits.Statements(on == DatabaseKind.Postgres))
            {
                await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }

            return 0;
        });
        (await world.RunAsync(new ConversionList(world.Brand))).Items.ToDictionary(one => one.ExternalId, one => one.Value!.Value.Amount)
            .ShouldBe(new Dictionary<string, decimal> { ["PYG"] = 1250, ["LYD"] = 12.5m, ["EUR"] = 12.5m, ["XYZ"] = 12.5m }, ignoreOrder: true);
        var kept = await world.World.SeeAsync(db => db.Set<Bellwether.Returns.Attribution.CreditRevision>().IgnoreQueryFilters().AsNoTracking().SingleAsync());
        (kept.ValueMinor, kept.Credits.Select(credit => credit.Minor)).ShouldSatisfyAllConditions(told => told.ValueMinor.ShouldBe(1250), told => told.Item2.ShouldBe([1250L, 0L]));
    }
}
