using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>What was found.</summary>
/// <param name="Conversions">How many conversions were looked at.</param>
/// <param name="Changed">How many of them have another way to them than was known.</param>
public sealed record PathsFound(int Conversions, int Changed);

/// <summary>Works out anew what led to the conversions of some days: after a link's tags were put right, for instance. Months that were kept get a revision.</summary>
/// <param name="From">The first day of conversions; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.Own)]
public sealed record FindPathsAnew(Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null) : ICommand<PathsFound>
{
    /// <summary>The most conversions of one go.</summary>
    public const int Most = 20_000;

    internal sealed class Handler(Db db, PathBook paths, Journal journal, TimeProvider clock) : IHandle<FindPathsAnew, PathsFound>
    {
        public async Task<PathsFound> HandleAsync(FindPathsAnew request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var until = request.Until ?? clock.Today(brand.Zone);
            var question = new CreditQuestion(brand, request.From ?? until.PlusDays(-29), until, CreditBy.ChannelGroup, new AttributionRules()).Checked();
            var (start, end) = (question.Start, question.End);
            var conversions = await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == brand.Id && one.At >= start && one.At < end && one.VoidedAt == null).OrderBy(one => one.At).Take(Most + 1).ToListAsync(cancel);
            Rule.Require(conversions.Count <= Most, "too-many-conversions", $"These days have more than {Most:N0} conversions. Take fewer days at a time.", "from");
            var changed = await paths.KeepAsync(conversions, cancel);
            journal.Say($"found the ways to {conversions.Count} conversions anew: {changed} differ", brand.Id.Value, subject: brand.Id);
            return new PathsFound(conversions.Count, changed);
        }
    }
}
