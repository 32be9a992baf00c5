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
