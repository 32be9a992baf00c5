using Bellwether.Calendar;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Calendar;

/// <summary>The routes of Calendar.</summary>
internal static class CalendarApi
{
    public static void Map(Routes api)
    {
        api.Get<CalendarMonth>("/calendar");
        api.Get<CalendarBands>("/calendar/bands");
        api.Get<CalendarWeek>("/calendar/week");
        api.Get<CalendarGaps>("/calendar/gaps");
        api.Get<LeadTime>("/calendar/lead-time");
        api.Get<CalendarRulesOf>("/calendar/rules");
        api.Post<SetCalendarRules>("/calendar/rules");
        api.Get<PlanApprovalOf>("/plans/{plan}/approval");
        api.Put<SetPlanApproval>("/plans/{plan}/approval");
        api.Delete<FollowBrandApproval>("/plans/{plan}/approval");

        api.Get<PostCounts>("/calendar/counts");
        api.Get<CalendarEvents>("/calendar/events");
        api.Get<CalendarFeedList>("/calendar/feeds");
        api.Post<MakeCalendarFeed>("/calendar/feeds");
        api.Delete<EndCalendarFeed>("/calendar/feeds/{feed}");
        api.Get<PlannedConversationList>("/planned-conversations");
        api.Post<PlanConversation>("/planned-conversations");
        api.Put<ChangePlannedConversation>("/planned-conversations/{conversation}");
        api.Post<FinishConversation>("/planned-conversations/{conversation}/finish");
        api.Delete<RemovePlannedConversation>("/planned-conversations/{conversation}");

        api.Post<ChangePosts>("/posts/change");
        api.Post<UndoPostChange>("/post-changes/{change}/undo");
        api.Post<ImportPosts>("/posts/import");
        api.Get<PostImportList>("/post-imports");
        api.Post<UndoPostImport>("/post-imports/{import}/undo");
        api.Get<ExportPosts>("/posts/export");
        api.Get<PostSheetExample>("/posts/example");

        api.Get<PostList>("/posts");
        api.Post<AddPost>("/posts");
        api.Post<CheckPost>("/posts/check");
        api.Get<PostDetail>("/posts/{post}");
        api.Patch<WritePost>("/posts/{post}");
        api.Get<PostPrecheck>("/posts/{post}/precheck");
        api.Get<PostVersions>("/posts/{post}/versions");
        api.Post<RestorePostVersion>("/posts/{post}/versions/{number}/restore");
        api.Get<WorkingCopyOf>("/posts/{post}/working-copy");
        api.Put<KeepWorkingCopy>("/posts/{post}/working-copy");
        api.Delete<DropWorkingCopy>("/posts/{post}/working-copy");
        api.Get<PostReview>("/posts/{post}/review");
        api.Post<AnswerReviewers>("/posts/{post}/remarks");
        api.Post<SendForReview>("/review-links");
        api.Post<RevokeReviewLink>("/review-links/{link}/revoke");
        api.Post<AimPost>("/posts/{post}/intent");
        api.Post<MovePost>("/posts/{post}/move");
        api.Post<SubmitPost>("/posts/{post}/submit");
        api.Post<ApprovePost>("/posts/{post}/approve");
        api.Post<SendPostBack>("/posts/{post}/send-back");
        api.Post<SchedulePost>("/posts/{post}/schedule");
        api.Post<PublishPost>("/posts/{post}/publish");
        api.Post<UnschedulePost>("/posts/{post}/unschedule");
        api.Post<HoldPost>("/posts/{post}/hold");
        api.Post<ResumePost>("/posts/{post}/resume");
        api.Post<DuplicatePost>("/posts/{post}/duplicate");
        api.Post<StagePost>("/posts/{post}/stage");
        api.Get<PlanRepeat>("/posts/{post}/repeat");
        api.Post<RepeatPost>("/posts/{post}/repeat");
        api.Post<MakeEvergreen>("/posts/{post}/evergreen");
        api.Post<LimitPost>("/posts/{post}/limit");
        api.Post<ArchivePost>("/posts/{post}/archive");
        api.Post<RestorePost>("/posts/{post}/restore");

        api.Get<TextBlockList>("/text-blocks");
        api.Post<AddTextBlock>("/text-blocks");
        api.Patch<ChangeTextBlock>("/text-blocks/{block}");
        api.Post<ArchiveTextBlock>("/text-blocks/{block}/archive");
        api.Get<LinkCardOf>("/link-cards");
        api.Get<AssetUses>("/media/uses");
        api.Post<ReplaceAsset>("/media/{asset}/replace");

        api.Get<QueueList>("/queues");
        api.Post<AddQueue>("/queues");
        api.Put<ChangeQueue>("/queues/{queue}");
        api.Delete<RemoveQueue>("/queues/{queue}");
        api.Post<AddToQueue>("/queues/{queue}/posts");
        api.Delete<TakeFromQueue>("/queues/{queue}/posts/{post}");
        api.Post<ArrangeQueue>("/queues/{queue}/order");
        api.Post<ShuffleQueue>("/queues/{queue}/shuffle");
        api.Post<CloseUpQueue>("/queues/{queue}/close-up");
        api.Post<PauseQueue>("/queues/{queue}/pause");
        api.Post<ResumeQueue>("/queues/{queue}/resume");

        api.Get<SeriesList>("/series");
        api.Post<SkipOccurrence>("/series/{series}/skip");
        api.Post<TakeOccurrence>("/series/{series}/take");
        api.Post<EndSeries>("/series/{series}/end");
        api.Post<ContinueSeries>("/series/{series}/continue");
        api.Post<RewriteSeries>("/series/{series}/rewrite");
        api.Get<EvergreenList>("/evergreens");
        api.Post<StopEvergreen>("/evergreens/{evergreen}/stop");

        api.Get<PostTemplateList>("/post-templates");
        api.Post<AddPostTemplate>("/post-templates");
        api.Get<PostTemplateDetail>("/post-templates/{template}");
        api.Put<WritePostTemplate>("/post-templates/{template}");
        api.Put<TabulatePostTemplate>("/post-templates/{template}/rows");
        api.Post<ArchivePostTemplate>("/post-templates/{template}/archive");
        api.Post<RestorePostTemplate>("/post-templates/{template}/restore");
        api.Get<PlanFilling>("/post-templates/{template}/filling");
        api.Post<FillCalendar>("/post-templates/{template}/fill");
        api.Get<FillingList>("/post-templates/{template}/fillings");
        api.Post<UndoFilling>("/fillings/{filling}/undo");
    }
}
