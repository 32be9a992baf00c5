using Bellwether.Publishing;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Publishing;

/// <summary>The routes of Publishing.</summary>
internal static class PublishingApi
{
    public static void Map(Routes api)
    {
        api.Get<PublicationList>("/publications");
        api.Get<PublicationDetail>("/publications/{publication}");
        api.Post<RetryPublication>("/publications/{publication}/retry");
        api.Post<DecideUnknown>("/publications/{publication}/decide");
        api.Post<SkipPublication>("/publications/{publication}/skip");
        api.Post<KeepPublication>("/publications/{publication}/keep");
        api.Delete<DeletePublication>("/publications/{publication}");
        api.Get<PublishingStateOf>("/publishing");
        api.Post<PausePublishing>("/publishing/pause");
        api.Post<ResumePublishing>("/publishing/resume");
        api.Post<SetPublishingRules>("/publishing/rules");
        api.Get<SpendingList>("/publishing/spending");
        api.Post<SetSpendingCeiling>("/accounts/{account}/ceiling");
        api.Get<FollowedFeedList>("/followed-feeds");
        api.Post<FollowFeed>("/followed-feeds");
        api.Get<TryFeed>("/followed-feeds/try");
        api.Put<ChangeFollowedFeed>("/followed-feeds/{feed}");
        api.Post<ReadFollowedFeed>("/followed-feeds/{feed}/read");
        api.Post<PauseFollowedFeed>("/followed-feeds/{feed}/pause");
        api.Post<ResumeFollowedFeed>("/followed-feeds/{feed}/resume");
        api.Delete<RemoveFollowedFeed>("/followed-feeds/{feed}");
        api.Get<ConnectionList>("/connections");
        api.Get<HowToConnect>("/connections/guides/{network}");
        api.Post<ConnectAccount>("/accounts/{account}/connection");
        api.Post<BeginSignIn>("/accounts/{account}/connection/sign-in");
        api.Post<FinishSignIn>("/connections/sign-in");
        api.Get<PlaceList>("/accounts/{account}/connection/places");
        api.Post<ChoosePlace>("/accounts/{account}/connection/place");
        api.Post<TestConnection>("/accounts/{account}/connection/test");
        api.Delete<Disconnect>("/accounts/{account}/connection");
    }
}
