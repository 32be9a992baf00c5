using Bellwether.Reviews;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Reviews;

/// <summary>The routes of Reviews.</summary>
internal static class ReviewsApi
{
    public static void Map(Routes api)
    {
        api.Get<ReviewList>("/plans/{plan}/reviews");
        api.Get<NextReview>("/plans/{plan}/next-review");
        api.Post<OpenReview>("/plans/{plan}/reviews");
        api.Post<SkipReview>("/plans/{plan}/reviews/skip");
        api.Get<CycleComparison>("/plans/{plan}/cycles");
        api.Get<ReviewDetail>("/reviews/{review}");
        api.Patch<NoteReview>("/reviews/{review}");
        api.Post<CloseReview>("/reviews/{review}/close");
        api.Post<KeepTheRest>("/reviews/{review}/keep-rest");
        api.Patch<NoteAgendaItem>("/reviews/{review}/agenda/{item}");
        api.Post<JudgeMeasure>("/reviews/{review}/agenda/{item}/verdict");

        api.Post<RecordDecision>("/reviews/{review}/decisions");
        api.Post<FollowUpDecision>("/decisions/{decision}/follow-up");
        api.Get<DecisionList>("/plans/{plan}/decisions");

        api.Get<IdeaList>("/plans/{plan}/ideas");
        api.Post<AddIdea>("/plans/{plan}/ideas");
        api.Post<VoteForIdea>("/ideas/{idea}/vote");
        api.Post<ConvertIdea>("/ideas/{idea}/convert");

        api.Get<LessonList>("/lessons");
        api.Post<RecordLesson>("/plans/{plan}/lessons");
        api.Post<ApplyLesson>("/lessons/{lesson}/apply");
    }
}
