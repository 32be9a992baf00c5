using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reviews;

/// <summary>Finds lessons again when they matter.</summary>
[Scoped]
public sealed class LessonShelf(Db db)
{
    public async Task<IReadOnlyList<LessonView>> OfReviewAsync(Id<Review> review, CancellationToken cancel) =>
        [.. (await db.Set<LessonLearned>().AsNoTracking().Where(lesson => lesson.Review == review).OrderBy(lesson => lesson.Id).ToListAsync(cancel)).Select(LessonView.Of)];

    /// <summary>The words a plan's lessons are found by: its networks and its themes.</summary>
    public async Task<IReadOnlySet<string>> TagsOfAsync(Plan plan, CancellationToken cancel)
    {
        var networks = await db.Set<Channel>().AsNoTracking().Where(channel => channel.Plan == plan.Id).Select(channel => channel.Network).ToListAsync(cancel);
        var themes = await db.Set<ContentPillar>().AsNoTracking().Where(theme => theme.Plan == plan.Id).Select(theme => theme.Name).ToListAsync(cancel);
        return networks.Concat(themes).Select(word => word.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>Lessons of a brand, the newest first: by tag, by words, or those that matter for a plan.</summary>
/// <param name="ForPlan">Only lessons whose tags name a network or theme of this plan, and that come from other plans.</param>
/// <param name="Tags">Only lessons that carry every one of these tags.</param>
[Needs(Permission.Read)]
public sealed record LessonList(Id<Brand> Brand, Id<Plan>? ForPlan = null, IReadOnlyList<string>? Tags = null, string? Text = null) : IQuery<IReadOnlyList<LessonView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, LessonShelf shelf) : IHandle<LessonList, IReadOnlyList<LessonView>>
    {
        public async Task<IReadOnlyList<LessonView>> HandleAsync(LessonList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var lessons = await db.Set<LessonLearned>().AsNoTracking().Where(lesson => lesson.Brand == brand.Id).OrderByDescending(lesson => lesson.Id).ToListAsync(cancel);
            var wanted = (request.Tags ?? []).Select(tag => tag.Trim().ToLowerInvariant()).ToList();
            IEnumerable<LessonLearned> found = lessons.Where(lesson => wanted.TrueForAll(lesson.Tags.Contains));
            if (request.ForPlan is { } id)
            {
                var plan = await plans.FindAsync(id, cancel);
                var tags = await shelf.TagsOfAsync(plan, cancel);
                found = found.Where(lesson => lesson.Plan != plan.Id && lesson.Tags.Count > 0 && lesson.Tags.All(tags.Contains));
            }

            var words = (request.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return [.. found.Where(lesson => words.All(word => Says(lesson, word))).Select(LessonView.Of)];
        }

        private static bool Says(LessonLearned lesson, string word) =>
            $"{lesson.Situation} {lesson.Happened} {lesson.Why} {lesson.Recommendation} {string.Join(' ', lesson.Tags)}".Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Records a lesson: the situation, what happened, why, and what to do next time. Without evidence it is marked as an opinion.</summary>
[Needs(Permission.TakePart)]
public sealed record RecordLesson(
    Id<Plan> Plan, string Situation, string Happened, string Recommendation, string? Why = null, string? Evidence = null,
    [property: MaxLength(20)] IReadOnlyList<string>? Tags = null, Id<Review>? Review = null) : ICommand<LessonView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ReviewFinder reviews, ICurrent current, Journal journal) : IHandle<RecordLesson, LessonView>
    {
        public async Task<LessonView> HandleAsync(RecordLesson request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var review = request.Review is { } id ? (await reviews.FindAsync(id, cancel)).Review : null;
            Rule.Found(review is null || review.Plan == plan.Id ? plan : null, "review");
            var lesson = new LessonLearned(plan, review, current.Name);
            lesson.Tell(request.Situation, request.Happened, request.Why, request.Recommendation, request.Evidence, request.Tags ?? []);
            db.Add(lesson);
            journal.Say($"recorded the lesson “{lesson.Recommendation}”", plan.Brand.Value, plan.Id.Value, lesson.Id);
            return LessonView.Of(lesson);
        }
    }
}

/// <summary>Takes a lesson up in a plan; the comparison of cycles counts it.</summary>
[Needs(Permission.EditPlan)]
public sealed record ApplyLesson(Id<LessonLearned> Lesson, Id<Plan> Plan) : ICommand<LessonView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<ApplyLesson, LessonView>
    {
        public async Task<LessonView> HandleAsync(ApplyLesson request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var lesson = await db.FindAsync(request.Lesson, "lesson", cancel);
            Rule.Found(lesson.Brand == plan.Brand ? lesson : null, "lesson");
            lesson.ApplyIn(plan.Id);
            journal.Say($"took up the lesson “{lesson.Recommendation}”", plan.Brand.Value, plan.Id.Value, lesson.Id);
            return LessonView.Of(lesson);
        }
    }
}
