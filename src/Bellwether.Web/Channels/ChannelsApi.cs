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
        api.Put<WeighChannel>("/channels/{channel}/relevance");
        api.Put<PlanChannelEffort>("/channels/{channel}/effort");
        api.Put<WriteMission>("/channels/{channel}/mission");
        api.Put<SetChannelGoals>("/channels/{channel}/goals");
        api.Put<SetChannelKpis>("/channels/{channel}/kpis");
        api.Put<WriteEditorialStrategy>("/channels/{channel}/editorial-strategy");
        api.Put<ShareThemes>("/channels/{channel}/themes");
        api.Put<ChooseMix>("/channels/{channel}/mix");
        api.Get<ChannelMix>("/channels/{channel}/mix");
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

        api.Get<PositioningSheet>("/plans/{plan}/positioning");
        api.Put<WritePositioning>("/plans/{plan}/positioning");
        api.Put<RecordRivalPositions>("/plans/{plan}/positioning/rivals");
        api.Post<AddClaim>("/claims");
        api.Patch<ChangeClaim>("/claims/{claim}");
        api.Post<ProveClaim>("/claims/{claim}/proofs");
        api.Delete<RemoveClaim>("/claims/{claim}");
        api.Post<AddConversationStarter>("/conversation-starters");
        api.Patch<ChangeConversationStarter>("/conversation-starters/{starter}");
        api.Delete<RemoveConversationStarter>("/conversation-starters/{starter}");
        api.Get<ConversationShare>("/plans/{plan}/conversation-share");
        api.Get<WritingAid>("/plans/{plan}/writing-aid");
        api.Get<MissionFits>("/plans/{plan}/mission-fit");
        api.Get<MissionWatch>("/plans/{plan}/mission-watch");

        api.Get<ChannelPortfolio>("/plans/{plan}/portfolio");
        api.Put<SetPortfolioRules>("/plans/{plan}/portfolio/rules");
        api.Get<OperationIdeas>("/plans/{plan}/operation-ideas");
        api.Post<AddOperationIdea>("/operation-ideas");
        api.Patch<ChangeOperationIdea>("/operation-ideas/{idea}");
        api.Post<TakeUpOperationIdea>("/operation-ideas/{idea}/take-up");
        api.Delete<RemoveOperationIdea>("/operation-ideas/{idea}");

        api.Get<CadenceList>("/cadences");
        api.Post<SetCadence>("/accounts/{account}/cadence");
        api.Delete<ResetCadence>("/accounts/{account}/cadence");
        api.Get<CadenceAdvice>("/accounts/{account}/cadence/advice");
    }
}
