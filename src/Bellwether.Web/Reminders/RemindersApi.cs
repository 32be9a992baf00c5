using Bellwether.Reminders;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Reminders;

/// <summary>The routes of Reminders.</summary>
internal static class RemindersApi
{
    public static void Map(Routes api)
    {
        api.Get<TicklerList>("/ticklers");
        api.Post<AddTickler>("/ticklers");
        api.Post<PutAwayTickler>("/ticklers/{tickler}/put-away");
        api.Post<FinishTickler>("/ticklers/{tickler}/finish");
        api.Post<ReopenTickler>("/ticklers/{tickler}/reopen");
        api.Get<MailSettings>("/mail");
        api.Put<SetMailWish>("/mail/wish");
        api.Put<SetMailServer>("/mail/server");
        api.Delete<RemoveMailServer>("/mail/server");
        api.Post<TestMail>("/mail/test");
    }
}
