using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Where a post template goes out, in a plan file: an account by its key, or a channel of the plan.</summary>
internal sealed record WrittenTelling(string? Account = null, Id<Channel>? Channel = null, string? Text = null, IReadOnlyList<VariantMedia>? Media = null, string? Link = null);

/// <summary>A row of a post template in a plan file.</summary>
internal sealed record WrittenRow(Id<TemplateRow> Id, string Day, string? Place = null, LocalTime? From = null, LocalTime? To = null, IReadOnlyDictionary<string, string>? Values = null);

/// <summary>A post template in a plan file.</summary>
internal sealed record WrittenPostTemplate(
    Id<PostTemplate> Id, string Name, string? Text = null, PostingTime? Time = null, TemplateExpiry? Expiry = null, Id<Goal>? Goal = null, bool? Unguided = null, Id<ContentPillar>? Theme = null,
    IReadOnlyList<WrittenTelling>? Tellings = null, IReadOnlyList<WrittenRow>? Rows = null)
{
    public static WrittenPostTemplate Of(PostTemplate template, Dictionary<Id<SocialAccount>, string> accounts) => new(
        template.Id, template.Name, template.Text.Length == 0 ? null : template.Text, template.Time, template.Expiry, template.Goal, template.Unguided ? true : null, template.Theme,
        template.Tellings.Where(told => told.Account is not { } account || accounts.ContainsKey(account))
            .Select(told => new WrittenTelling(told.Account is { } account ? accounts[account] : null, told.Channel, told.Text, told.Media?.OrNull(), told.Link)).ToList().OrNull(),
        template.Rows.OrderBy(row => row.Rank).Select(row => new WrittenRow(row.Id, row.Day, row.Place, row.From, row.To, row.Values.Count == 0 ? null : row.Values)).ToList().OrNull());

    public PostTemplate Make(Plan plan, Dictionary<string, SocialAccount> accounts, LocalDate today)
    {
        var template = new PostTemplate(plan.Brand, Name) { Id = Id };
        template.Write(
            Name, Text, [.. (Tellings ?? []).Select(told => new TemplateTelling(told.Account is { } key ? CalendarPart.Account(accounts, key).Id : null, told.Channel, told.Text, told.Media, told.Link))], Time ?? template.Time, Expiry);
        template.Serve(plan.Id, Goal, Unguided ?? false, Theme);
        template.Tabulate([.. (Rows ?? []).Select(row => new RowText(row.Day, row.Place, row.From, row.To, row.Values, row.Id))], today, keepIds: true);
        return template;
    }
}
