using Bellwether.Inbox;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Inbox;

/// <summary>The routes of Inbox.</summary>
internal static class InboxApi
{
    public static void Map(Routes api)
    {
        api.Get<InboxList>("/inbox");
        api.Post<ReceiveMessage>("/inbox");
        api.Get<InboxCase>("/inbox/{case}");
        api.Delete<RemoveCase>("/inbox/{case}");
        api.Post<ReplyToCase>("/inbox/{case}/replies");
        api.Post<NoteOnCase>("/inbox/{case}/notes");
        api.Post<AssignCase>("/inbox/{case}/assign");
        api.Post<SetSeverity>("/inbox/{case}/severity");
        api.Post<ResolveCase>("/inbox/{case}/resolve");
        api.Post<ReopenCase>("/inbox/{case}/reopen");
        api.Post<TurnCaseIntoAction>("/inbox/{case}/action");
        api.Get<InboxFigures>("/brands/{brand}/inbox/figures");
        api.Get<SlaDetail>("/brands/{brand}/inbox/sla");
        api.Put<SetSla>("/brands/{brand}/inbox/sla");
        api.Get<CannedAnswerList>("/canned-answers");
        api.Post<AddCannedAnswer>("/canned-answers");
        api.Put<ChangeCannedAnswer>("/canned-answers/{answer}");
        api.Delete<RemoveCannedAnswer>("/canned-answers/{answer}");
    }
}
