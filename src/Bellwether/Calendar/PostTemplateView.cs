using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Where a template's posts go out.</summary>
/// <param name="Account">The account that was chosen.</param>
/// <param name="Channel">The channel of the plan that was chosen instead.</param>
/// <param name="On">The account they go out on; null while the channel has none.</param>
/// <param name="Network">The network's key.</param>
public sealed record TellingView(Id<SocialAccount>? Account, Id<Channel>? Channel, Id<SocialAccount>? On, string Network, string? Text, IReadOnlyList<VariantMedia> Media, string? Link);

/// <summary>A row of a template's table.</summary>
/// <param name="Day">As it is typed: “Mon, Wed”, “2026-12-24”, “daily”, or a rule.</param>
/// <param name="InWords">The days as people say them.</param>
/// <param name="Off">Whether it says that nothing is on.</param>
public sealed record TemplateRowView(Id<TemplateRow> Id, string Day, string InWords, string? Place, LocalTime? From, LocalTime? To, IReadOnlyDictionary<string, string> Values, bool Off);

/// <summary>A post template with its table.</summary>
/// <param name="Variables">The variables its texts name, in their order.</param>
public sealed record PostTemplateView(
    Id<PostTemplate> Id,
    Id<Brand> Brand,
    Id<Plan>? Plan,
    Id<Goal>? Goal,
    bool Unguided,
    Id<ContentPillar>? Theme,
    string Name,
    string Text,
    IReadOnlyList<string> Variables,
    IReadOnlyList<TellingView> Tellings,
    PostingTime Time,
    TemplateExpiry? Expiry,
    IReadOnlyList<TemplateRowView> Rows,
    Instant? ArchivedAt,
    int Version) : IVersioned
{
    internal static PostTemplateView Of(PostTemplate template, IReadOnlyList<TellingTarget> targets) => new(
        template.Id, template.Brand, template.Plan, template.Goal, template.Unguided, template.Theme, template.Name, template.Text, template.Variables,
        [.. targets.Select(target => new TellingView(target.Told.Account, target.Told.Channel, target.Account, target.Network, target.Told.Text, target.Told.Media ?? [], target.Told.Link))],
        template.Time, template.Expiry,
        [.. template.Rows.OrderBy(row => row.Rank).Select(row => new TemplateRowView(row.Id, row.Day, row.When.InWords(), row.Place, row.From, row.To, row.Values, row.IsOff))],
        template.ArchivedAt, template.Version);
}

/// <summary>A post template in the list.</summary>
/// <param name="Rows">How many rows its table has.</param>
/// <param name="Networks">The networks its posts go out on.</param>
/// <param name="Ahead">How many posts it made are still ahead.</param>
/// <param name="FilledUntil">The last day it filled; null when it never did.</param>
public sealed record PostTemplateLine(Id<PostTemplate> Id, string Name, string Text, int Rows, IReadOnlyList<string> Networks, int Ahead, LocalDate? FilledUntil, Instant? ArchivedAt);
