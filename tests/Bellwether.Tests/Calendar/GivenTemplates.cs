using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>The van's template: where it stands, from when until when. The world's clock stands at Thu 26 Mar 2026, 09:00 in Berlin.</summary>
internal static class GivenTemplates
{
    public static readonly LocalDate Monday = new(2026, 3, 30);
    public static readonly LocalDate Sunday = new(2026, 4, 5);

    public static RowText Row(string day, string? place, int from = 11, int to = 15) => new(day, place, new LocalTime(from, 0), new LocalTime(to, 0));

    /// <summary>Monday at the market, Wednesday at the station, Friday somewhere nobody wrote down yet.</summary>
    public static async Task<PostTemplateView> TemplateAsync(this World world, Id<SocialAccount> account, AtExpiry then = AtExpiry.Mark) => await world.RunAsync(new AddPostTemplate(
        world.Brand, "Where we are", "{{place}} today {{from}}–{{to}}", [new TemplateTelling(account)], Unguided: true, Time: new PostingTime(Minutes: -60), Expiry: new TemplateExpiry("{{until}}", Then: then),
        Rows: [Row("Mon", "Market square"), Row("Wed", "Station"), Row("Fri", null)]));

    public static Task<FillPlan> FillAsync(this World world, PostTemplateView template, bool sendOn = false) => world.RunAsync(new FillCalendar(template.Id, Monday, Sunday, sendOn));

    /// <summary>The same table with one row said differently.</summary>
    public static Task<PostTemplateView> SayAsync(this World world, PostTemplateView template, int row, Func<RowText, RowText> change) => world.RunAsync(new TabulatePostTemplate(
        template.Id, [.. template.Rows.Select((each, place) => new RowText(each.Day, each.Place, each.From, each.To, each.Values, each.Id)).Select((each, place) => place == row ? change(each) : each)]));
}
