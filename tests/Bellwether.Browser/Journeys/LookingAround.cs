using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>Looking around first: the demo is loaded by one button, full of data, and leaves nothing behind.</summary>
internal sealed class LookingAround
{
    /// <summary>Tables that tell what was done and by whom: they keep their lines.</summary>
    private static readonly string[] Remembers = ["audit_lines", "journal_entries", "outbox", "remembered_answers", "sign_ins", "key_ring"];

    private readonly Visitor ana;
    private readonly Dictionary<string, long> before;

    private LookingAround(Visitor ana, string demo, Dictionary<string, long> before) => (this.ana, Demo, this.before) = (ana, demo, before);

    /// <summary>The brand of the demo.</summary>
    public string Demo { get; }

    /// <summary>Loads the demo as somebody does who has just set up the program, and looks at it.</summary>
    public static async Task<LookingAround> BeginAsync(Visitor ana)
    {
        var before = await RowsAsync(ana.App.Data);
        await ana.PressAsync("Look around with a demo brand");
        await Expect(ana.Page.GetByText("The demo brand is ready.")).ToBeVisibleAsync(new() { Timeout = 300_000 });
        await ana.SeesHeadingAsync("Today");
        var demo = (await ana.GetAsync("/api/v1/brands")).AsArray().Single(brand => brand!["isDemo"]!.GetValue<bool>())!["id"]!.GetValue<string>();
        await LookAroundAsync(ana, demo);
        return new LookingAround(ana, demo, before);
    }

    /// <summary>Removes the demo and looks whether any table kept something of it.</summary>
    public async Task EndAsync()
    {
        await ana.GoAsync($"/start?brand={Demo}");
        await ana.SeesAsync("The demo brand is loaded.");
        await ana.PressAsync("Remove the demo brand");
        await ana.SureAsync("Remove the demo brand");
        await ana.SeesAsync("The demo brand is gone.");
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Look around with a demo brand" })).ToBeVisibleAsync();
        await ana.TurnToAsync("Goals");
        await ana.SeesHeadingAsync("No plan yet");
        (await ana.GetAsync("/api/v1/brands")).AsArray().ShouldHaveSingleItem()!["isDemo"]!.GetValue<bool>().ShouldBeFalse();
        var after = await RowsAsync(ana.App.Data);
        after.Where(table => !Remembers.Contains(table.Key) && table.Value != before[table.Key]).Select(table => $"{table.Key}: {table.Value - before[table.Key]} rows too many").ShouldBeEmpty();
    }

    private static async Task LookAroundAsync(Visitor ana, string demo)
    {
        await ana.GoAsync($"/goals?brand={demo}");
        await Expect(ana.Page.Locator("[data-row-open]").First).ToBeVisibleAsync();
        await ana.GoAsync($"/calendar?brand={demo}");
        await Expect(ana.Page.Locator("td[data-date] a[draggable]").First).ToBeVisibleAsync();
        await ana.GoAsync($"/tracking?brand={demo}&range=90");
        await ana.SeesAsync("What brought them");
        await ana.GoAsync($"/reviews?brand={demo}");
        await ana.SeesHeadingAsync("Reviews");
        await ana.GoAsync($"/playbook?brand={demo}");
        await ana.SeesHeadingAsync("Where we speak, and how");
    }

    /// <summary>How many rows each table of the program's database has.</summary>
    private static async Task<Dictionary<string, long>> RowsAsync(string data)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(data, "bellwether.db")};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync();
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await ReadAsync(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search%'"))
        {
            rows[table] = long.Parse((await ReadAsync(file, $"SELECT count(*) FROM \"{table}\""))[0], CultureInfo.InvariantCulture);
        }

        return rows;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection file, string sql)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
