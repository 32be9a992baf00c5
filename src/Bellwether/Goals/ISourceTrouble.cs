using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Goals;

/// <summary>Where a number is read: the tool or place as somebody wrote it, and the id of what is measured.</summary>
public sealed record ReadSource(string Source, string? Subject);

/// <summary>Port: why a place where numbers are read gives none right now, such as an account whose connection died. Publishing fulfils it.</summary>
[Port]
public interface ISourceTrouble
{
    /// <summary>A sentence with the way out per source that is in trouble; sources that are well, or that are no account, are left out.</summary>
    Task<IReadOnlyDictionary<ReadSource, string>> OfAsync(Id<Brand> brand, IReadOnlyCollection<ReadSource> sources, CancellationToken cancel);
}

/// <summary>Asks every step about the sources of targets.</summary>
[Scoped]
public sealed class SourceWatch(IEnumerable<ISourceTrouble> steps)
{
    /// <summary>What is wrong with where these targets are read, by target; those that are well are left out.</summary>
    public async Task<IReadOnlyDictionary<Id<KpiTarget>, string>> OfAsync(Id<Brand> brand, IReadOnlyCollection<KpiTarget> targets, CancellationToken cancel)
    {
        var asked = targets.Where(target => target.Source is not null).Select(target => (target.Id, Source: new ReadSource(target.Source!, target.Subject))).ToList();
        var found = new Dictionary<Id<KpiTarget>, string>();
        if (asked.Count == 0)
        {
            return found;
        }

        foreach (var step in steps)
        {
            var troubles = await step.OfAsync(brand, [.. asked.Select(one => one.Source).Distinct()], cancel);
            foreach (var (target, source) in asked)
            {
                if (troubles.TryGetValue(source, out var words))
                {
                    found.TryAdd(target, words);
                }
            }
        }

        return found;
    }
}
