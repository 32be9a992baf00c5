using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Playbooks;

/// <summary>Writes the playbook from the plan's parts: the same data that versions and plan files hold, put into sentences and tables.</summary>
[Scoped]
public sealed class PlaybookAuthor(Db db, PlanSnapshots snapshots, MetricCatalogue metrics, TimeProvider clock)
{
    public async Task<PlaybookDocument> WriteAsync(Plan plan, CancellationToken cancel)
    {
        var brand = await db.FindAsync(plan.Brand, "brand", cancel);
        var parts = await snapshots.WriteAsync(plan, nextCycle: false, cancel);
        var names = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Email, member => member.Name, StringComparer.Ordinal, cancel);
        var known = (await metrics.AllAsync(cancel)).ToDictionary(metric => metric.Key, metric => metric.Name, StringComparer.Ordinal);
        string Who(string? email) => email is null ? "nobody yet" : names.GetValueOrDefault(email, email);
        string Metric(string? key) => key is null ? "" : known.GetValueOrDefault(key, key);

        var chapters = new List<PlaybookChapter>
        {
            new("about", "What this is about", About(plan)),
            new("positioning", "Who we are", PositioningChapter.Write(parts["positioning"])),
            new("goals", "What we want to reach", GoalChapter.Write(parts["goals"], Who, Metric)),
            new("channels", "Where we speak, and how", ChannelChapter.Write(parts["channels"], parts["goals"], Who, Metric)),
            new("accounts", "Our accounts", Accounts(parts["accounts"], Who)),
            new("actions", "Who does what by when", ActionChapter.Write(parts["actions"], Who)),
            new("reviews", "How we look back", Reviews(plan, brand, parts["reviews"])),
        };
        chapters.AddRange(parts["playbook"] is JsonArray pages
            ? pages.Select(page => new PlaybookChapter(page.Text("id") ?? "page", page.Text("title") ?? "", [PlaybookBlock.Paragraph(page.Text("text") ?? "")]))
            : []);
        return new PlaybookDocument(
            $"{brand.Name}: {plan.Title}", brand.Name, plan.Number, plan.Status.ToString().Words()!.Trim().ToLowerInvariant(), clock.Today(brand.Zone),
            [.. chapters.Where(chapter => chapter.Blocks.Count > 0)]);
    }

    private static List<PlaybookBlock> About(Plan plan)
    {
        var blocks = new List<PlaybookBlock>();
        Tell(blocks, "The problem", plan.Problem);
        Tell(blocks, "What we want", plan.GoalStatement);
        Tell(blocks, "What success will look like", plan.Picture is { } picture && plan.PictureBy is { } by ? $"{picture} (by {by:d MMMM uuuu})" : plan.Picture);
        Tell(blocks, "Our customers", plan.Situation.Customers);
        Tell(blocks, "Our competitors", plan.Situation.Competitors);
        Tell(blocks, "What we can do", plan.Situation.Capability);
        Tell(blocks, "The market", plan.Situation.Market);
        Tell(blocks, "What binds us", plan.Situation.Constraints);
        if (plan.Start is { } start)
        {
            blocks.Add(PlaybookBlock.Paragraph(plan.End is { } end ? $"The plan runs from {start:d MMMM uuuu} to {end:d MMMM uuuu}." : $"The plan runs from {start:d MMMM uuuu}."));
        }

        return blocks;
    }

    private static List<PlaybookBlock> Accounts(JsonNode? part, Func<string?, string> who)
    {
        var accounts = part is JsonArray list ? [.. list.OfType<JsonNode>()] : part.Many("accounts");
        return accounts.Count == 0 ? [] :
        [
            PlaybookBlock.Table(["Account", "Who runs it", "What it is for"], accounts.Select(account => (IReadOnlyList<string>)
                [$"{NetworkCatalogue.Of(account.Text("network") ?? "").Name} {account.Text("handle")}", who(account.Text("owner")), account.Text("purpose") ?? ""])),
        ];
    }

    private List<PlaybookBlock> Reviews(Plan plan, Brand brand, JsonNode? part)
    {
        var blocks = new List<PlaybookBlock>();
        if (plan.Reviews is { } schedule)
        {
            var today = clock.Today(brand.Zone);
            var from = plan.Start is { } start && start > today ? start : today;
            var next = schedule.Occurrences(brand, from, plan.End).Take(3).Select(date => $"{date.Local:ddd d MMM uuuu, HH:mm}").ToList();
            blocks.Add(PlaybookBlock.Paragraph($"We review the plan on the {schedule.InWords()}." + (next.Count > 0 ? $" Next: {string.Join("; ", next)}." : "")));
        }

        var lessons = part.Many("lessons");
        if (lessons.Count > 0)
        {
            blocks.Add(PlaybookBlock.Heading("What we learned"));
            blocks.Add(PlaybookBlock.List(lessons.Select(lesson => string.Join(" ", new[] { lesson.Text("happened") ?? lesson.Text("title"), lesson.Text("recommendation") }.OfType<string>()))));
        }

        var decisions = part.Many("decisions");
        if (decisions.Count > 0)
        {
            blocks.Add(PlaybookBlock.Heading("What we decided"));
            blocks.Add(PlaybookBlock.List(decisions.Select(decision => decision.Text("what") ?? decision.Text("title") ?? decision.Text("text") ?? "")));
        }

        return blocks;
    }

    private static void Tell(List<PlaybookBlock> blocks, string heading, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            blocks.Add(PlaybookBlock.Heading(heading));
            blocks.Add(PlaybookBlock.Paragraph(text));
        }
    }
}
