using Bellwether.Web.Doors;

namespace Bellwether.Web;

/// <summary>The routes of every step, in the order of the cycle.</summary>
internal static class Steps
{
    public static void MapSteps(this WebApplication app)
    {
        var api = new Routes(app.MapGroup("/api/v1"));
        People.PeopleApi.Map(api);
        Brands.BrandsApi.Map(api);
        Networks.NetworksApi.Map(api);
        Metrics.MetricsApi.Map(api);
        Media.MediaApi.Map(api);
        Reminders.RemindersApi.Map(api);
        Links.LinksApi.Map(api);
        Plans.PlansApi.Map(api);
        Research.ResearchApi.Map(api);
        Audits.AuditsApi.Map(api);
        Competitors.CompetitorsApi.Map(api);
        Goals.GoalsApi.Map(api);
        Channels.ChannelsApi.Map(api);
        Campaigns.CampaignsApi.Map(api);
        Actions.ActionsApi.Map(api);
        Calendar.CalendarApi.Map(api);
        Publishing.PublishingApi.Map(api);
        Inbox.InboxApi.Map(api);
        Tracking.TrackingApi.Map(api);
        Measures.MeasuresApi.Map(api);
        Measures.ImportsApi.Map(api);
        Returns.ReturnsApi.Map(api);
        Returns.CreditsApi.Map(api);
        Reviews.ReviewsApi.Map(api);
        Playbooks.PlaybooksApi.Map(api);
        Today.TodayApi.Map(api);
        Transfer.TransferApi.Map(api);
        Demo.DemoApi.Map(api);
    }
}
