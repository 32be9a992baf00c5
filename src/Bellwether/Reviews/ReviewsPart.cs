using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reviews;

/// <summary>
/// What came of looking back, as a part of the plan: reviews that are over with their verdicts, lessons, ideas, decisions.
/// The schedule stands with the plan's own words.
/// </summary>
internal sealed class ReviewsPart(Db db, MembersByEmail people) : IPlanPart
{
    public string Name => "reviews";

    public int Order => 2400;

    public IReadOnlyList<string> Records => ["reviews", "lessons", "ideas", "decisions"];

    /// <summary>The next cycle takes along the ideas that nobody has made anything of yet; lessons stay with the brand, where every plan finds them.</summary>
    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var reviews = nextCycle ? [] : await db.Set<Review>().AsNoTracking().Where(row => row.Plan == plan.Id && (row.Status == ReviewStatus.Closed || row.Status == ReviewStatus.Skipped)).OrderBy(row => row.On).ToListAsync(cancel);
        var over = reviews.Select(review => review.Id).ToList();
        var items = (await db.Set<AgendaItem>().AsNoTracking().Where(item => over.Contains(item.Review)).OrderBy(item => item.Place).ThenBy(item => item.Id).ToListAsync(cancel)).ToLookup(item => item.Review);
        var lessons = nextCycle ? [] : await db.Set<LessonLearned>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        var decisions = await db.Set<Decision>().AsNoTracking().Where(row => over.Contains(row.Review)).OrderBy(row => row.Id).ToListAsync(cancel);
        var ideas = await db.Set<Idea>().AsNoTracking().Where(row => row.Plan == plan.Id && (!nextCycle || row.Action == null)).OrderBy(row => row.Id).ToListAsync(cancel);
        var votes = await VotesAsync([.. ideas.Select(idea => idea.Id)], cancel);
        if (reviews.Count + lessons.Count + ideas.Count == 0)
        {
            return null;
        }

        // A review that is still open is not in the file, so nothing there may point to it.
        Id<Review>? Known(Id<Review>? review) => review is { } id && over.Contains(id) ? id : null;
        return PartJson.Write(new WrittenReviews(
            reviews.Select(review => WrittenReview.Of(review, items[review.Id])).ToList().OrNull(),
            lessons.Select(lesson => WrittenLesson.Of(lesson, Known(lesson.Review))).ToList().OrNull(),
            ideas.Select(idea => WrittenIdea.Of(idea, Known(idea.Review), votes[idea.Id])).ToList().OrNull(),
            decisions.Select(WrittenDecision.Of).ToList().OrNull()));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var written = PartJson.Read<WrittenReviews>(Name, part);
        var reviews = new Dictionary<Id<Review>, Review>();
        foreach (var (each, place) in (written.Reviews ?? []).Select((each, place) => (each, place)))
        {
            var review = PartJson.At($"reviews.reviews[{place}]", () => each.Make(plan));
            Rule.Require(reviews.Values.All(other => other.On != review.On) && reviews.TryAdd(review.Id, review), "part-invalid", $"reviews.reviews[{place}]: there is another review with this id or of this day.", Name);
            db.Add(review);
            db.AddRange(PartJson.At($"reviews.reviews[{place}].agenda", () => each.Items(review).ToList()));
        }

        Review? Of(Id<Review>? id) => id is { } key
            ? reviews.GetValueOrDefault(key) ?? throw Rule.Broken("part-invalid", "review: the file has no such review.", Name)
            : null;
        foreach (var (each, place) in (written.Lessons ?? []).Select((each, place) => (each, place)))
        {
            db.Add(PartJson.At($"reviews.lessons[{place}]", () => each.Make(plan, Of(each.Review))));
        }

        foreach (var (each, place) in (written.Ideas ?? []).Select((each, place) => (each, place)))
        {
            db.Add(PartJson.At($"reviews.ideas[{place}]", () => each.Make(plan, Of(each.Review))));
            db.AddRange((each.Votes ?? []).Select(people.Find).OfType<Id<People.Member>>().Distinct().Select(member => new IdeaVote(each.Id, member)));
        }

        foreach (var (each, place) in (written.Decisions ?? []).Select((each, place) => (each, place)))
        {
            db.Add(PartJson.At($"reviews.decisions[{place}]", () => each.Make(Of(each.Review)!)));
        }
    }

    private async Task<ILookup<Id<Idea>, string>> VotesAsync(List<Id<Idea>> ideas, CancellationToken cancel) =>
        (await db.Set<IdeaVote>().AsNoTracking().Where(vote => ideas.Contains(vote.Idea)).ToListAsync(cancel))
            .Select(vote => (vote.Idea, Email: people.Email(vote.Member))).Where(vote => vote.Email is not null)
            .OrderBy(vote => vote.Email, StringComparer.Ordinal).ToLookup(vote => vote.Idea, vote => vote.Email!);
}
