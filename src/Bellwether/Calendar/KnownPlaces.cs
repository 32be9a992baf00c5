using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Looks up what a link or a deal is said to count for; here, because a version of a post is the last thing that a place names.</summary>
internal sealed class KnownPlaces(Db db, Nodes nodes) : IPlaces
{
    private static readonly (string Field, string What, string Prefix, Func<LinkPlace, string?> Of)[] Kinds =
    [
        ("plan", "a plan", Id<Plan>.Prefix, place => place.Plan),
        ("post", "a post", Id<Post>.Prefix, place => place.Post),
        ("variant", "a version of a post", Id<Variant>.Prefix, place => place.Variant),
        ("channel", "a channel", Id<Channel>.Prefix, place => place.Channel),
        ("account", "an account", Id<SocialAccount>.Prefix, place => place.Account),
        ("goal", "a goal", Id<Goal>.Prefix, place => place.Goal),
        ("campaign", "a campaign", Id<Campaign>.Prefix, place => place.Campaign),
    ];

    public async Task CheckAsync(Id<Brand> brand, LinkPlace? place, LinkPlace? before, CancellationToken cancel)
    {
        var wrong = new List<FieldProblem>();
        foreach (var (field, what, prefix, of) in Kinds)
        {
            var id = place is null ? null : of(place);
            if (id is null || (before is not null && id == of(before)))
            {
                continue;
            }

            if (!id.StartsWith(prefix + "_", StringComparison.Ordinal) || !await IsOfAsync(brand, id, cancel))
            {
                wrong.Add(new FieldProblem($"place.{field}", $"“{Excerpt.Of(id, 60)}” is no id of {what} of this brand; those begin with “{prefix}_”. Name another one, or leave it out."));
            }
        }

        if (wrong.Count > 0)
        {
            throw new ProblemException(ProblemKind.Rule, "place-unknown", wrong[0].Message, [.. wrong]);
        }
    }

    private async Task<bool> IsOfAsync(Id<Brand> brand, string id, CancellationToken cancel) => Id<Variant>.TryParse(id, null, out var key)
        ? await db.Set<Variant>().AnyAsync(variant => variant.Id == key && db.Set<Post>().Any(post => post.Id == variant.Post && post.Brand == brand), cancel)
        : await nodes.IsOfAsync(id, brand, cancel);
}
