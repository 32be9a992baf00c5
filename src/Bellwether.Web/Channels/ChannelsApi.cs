using Bellwether.Channels;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Channels;

/// <summary>The routes of Channels.</summary>
internal static class ChannelsApi
{
    public static void Map(Routes api)
    {
        api.Get<ChannelList>("/plans/{plan}/channels");
        api.Post<AddChannel>("/channels");
        api.Get<ChannelSheet>("/channels/{channel}");
        api.Delete<RemoveChannel>("/channels/{channel}");
        api.Post<RunChannelOn>("/channels/{channel}/account");
        api.Post<DecideChannel>("/channels/{channel}/decision");
        api.Put<WriteMission>("/channels/{channel}/mission");
        api.Put<SetChannelGoals>("/channels/{channel}/goals");
        api.Put<SetChannelKpis>("/channels/{channel}/kpis");
        api.Put<WriteEditorialStrategy>("/channels/{channel}/editorial-strategy");
        api.Put<ShareThemes>("/channels/{channel}/themes");
        api.Get<ContentPillars>("/plans/{plan}/themes");
        api.Post<AddContentPillar>("/themes");
        api.Patch<ChangeContentPillar>("/themes/{pillar}");
        api.Delete<RemoveContentPillar>("/themes/{pillar}");
        api.Get<Activations>("/plans/{plan}/activations");
        api.Post<AddActivation>("/activations");
        api.Patch<ChangeActivation>("/activations/{activation}");
        api.Delete<RemoveActivation>("/activations/{activation}");
        api.Post<AddConversationSlot>("/conversation-slots");
        api.Patch<ChangeConversationSlot>("/conversation-slots/{slot}");
        api.Delete<RemoveConversationSlot>("/conversation-slots/{slot}");
    }
}
