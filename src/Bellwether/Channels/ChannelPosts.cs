using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>Reads posts and their numbers, for everything channels judge by them.</summary>
[Scoped]
public sealed class ChannelPosts(IEnumerable<IChannelPosts> sources, ObservationBook book, MetricCatalogue catalogue)
{
    /// <summary>Posts of some accounts, the earliest first.</summary>
    public async Task<IReadOnlyList<ChannelPost>> FindAsync(Id<Brand> brand, IReadOnlyCollection<Id<SocialAccount>> accounts, Instant from, Instant until, CancellationToken cancel)
    {
        var found = new List<ChannelPost>();
        if (accounts.Count > 0)
        {
            foreach (var source in sources)
            {
                found.AddRange(await source.FindAsync(brand, accounts, from, until, cancel));
            }
        }

        return [.. found.OrderBy(post => post.At).ThenBy(post => post.Post, StringComparer.Ordinal)];
    }

    /// <summary>One number for each post, in their order; null where nobody knows it.</summary>
    public async Task<IReadOnlyList<decimal?>> NumbersAsync(IReadOnlyList<ChannelPost> posts, string metric, CancellationToken cancel)
    {
        var known = await catalogue.NeedAsync(metric, cancel);
        var series = await book.SeriesAsync([.. posts.SelectMany(post => post.Subjects).Select(subject => new SeriesKey(subject, metric))], LocalDate.MinIsoValue, LocalDate.MaxIsoValue, cancel);
        return [.. posts.Select(post => post.Subjects.Select(subject => Combined.Of(known, series[new SeriesKey(subject, metric)]).Value).FirstOrDefault(value => value is not null))];
    }
}
