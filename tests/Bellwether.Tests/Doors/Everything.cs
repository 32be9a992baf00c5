using System.Text.Json.Nodes;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Doors;

/// <summary>A brand with a little of every kind of thing: the demo, and what the demo has nothing of.</summary>
internal static class Everything
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>Fills the demo brand by the API and gives everything that hangs on it.</summary>
    public static async Task<Belongings> InDemoAsync(Site site)
    {
        var brand = Text(await site.PostAsync("/api/v1/demo", new { size = "small" }), "brand");
        var plan = Text((await site.GetAsync($"/api/v1/plans?brand={brand}")).AsArray()[0]!, "id");
        var goal = Text((await site.GetAsync($"/api/v1/goals?plan={plan}")).AsArray()[0]!, "id");
        var account = Text((await site.GetAsync($"/api/v1/accounts?brand={brand}"))["accounts"]!.AsArray().First(one => Text(one!, "network") == "bluesky")!, "id");
        await site.PostAsync("/api/v1/comments", new { node = plan, text = "Who looks after this?" });
        await site.PostAsync("/api/v1/media", new { brand, name = "dot.png", content = Dot });
        await site.PostAsync($"/api/v1/plans/{plan}/ideas", new { text = "Tacos for breakfast" });
        await site.PostAsync($"/api/v1/plans/{plan}/playbook/pages", new { title = "How we greet", text = "With a smile." });
        await site.PostAsync($"/api/v1/plans/{plan}/playbook/shares", new { name = "Agency" });
        var bare = Text(await site.PostAsync("/api/v1/plans", new { brand, title = "By hand" }), "id");
        await site.PostAsync($"/api/v1/plans/{bare}/no-tools", new { reason = "Everything is done by hand." });
        await site.PostAsync("/api/v1/deals", new { brand, code = "LUNCH10", title = "Ten per cent off", from = "2026-01-01", until = "2027-12-31" });
        await site.PostAsync("/api/v1/business-objectives", new { plan, title = "Fill the tables" });
        await site.PostAsync("/api/v1/objectives", new { plan, title = "Office workers know the menu" });
        await site.PostAsync($"/api/v1/goals/{goal}/check-ins", new { note = "Looks well" });
        await site.PostAsync($"/api/v1/plans/{plan}/changes", new { kind = "algorithm", date = "2026-10-01", title = "A new algorithm" });
        var due = TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var post = Text(await site.PostAsync("/api/v1/posts", new { brand, plan, goal, text = "A word of our own https://tacoloco.example/menu", variants = new[] { new { account } } }), "id");
        await site.PostAsync("/api/v1/review-links", new { posts = new[] { post }, to = "A client of our own" });
        await site.PostAsync($"/api/v1/posts/{post}/remarks", new { words = "A remark of our own" });
        await site.PostAsync("/api/v1/text-blocks", new { brand, kind = "snippet", name = "A block of our own", text = "Words of our own" });
        await site.PostAsync($"/api/v1/posts/{post}/submit", new { });
        await site.PostAsync($"/api/v1/posts/{post}/approve", new { });
        await site.PostAsync($"/api/v1/posts/{post}/schedule", new { at = due });
        await ArchetypesAsync(site, brand, plan, account);
        return await Belongings.OfAsync(site, brand);
    }

    /// <summary>A template that filled the calendar, and a piece of collateral that was used and helped a deal along.</summary>
    private static async Task ArchetypesAsync(Site site, string brand, string plan, string account)
    {
        var template = Text(await site.PostAsync("/api/v1/post-templates", new
        {
            brand, plan, name = "Where we are", text = "{{place}} today", unguided = true, tellings = new[] { new { account } }, rows = new[] { new { day = "daily", place = "Harbour" } },
        }), "id");
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await site.PostAsync($"/api/v1/post-templates/{template}/fill", new { from = tomorrow, to = tomorrow });
        var piece = Text(await site.PostAsync("/api/v1/collateral", new { brand, plan, kind = "case", title = "Office lunch", text = "Forty people, every day." }), "id");
        await site.PostAsync($"/api/v1/collateral/{piece}/share", new { });
        await site.PostAsync("/api/v1/assisted-deals", new { items = new[] { piece }, title = "Miller", value = 5000, currency = "EUR" });
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
