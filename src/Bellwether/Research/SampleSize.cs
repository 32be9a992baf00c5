using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;

namespace Bellwether.Research;

/// <summary>How many answers a share needs.</summary>
/// <param name="Needed">Answers for the margin, at 95 %.</param>
/// <param name="InWords">The same as a sentence.</param>
public sealed record SampleNeed(long Needed, string InWords);

/// <summary>
/// How many answers are needed so that a share is known to within a margin, at 95 %: n = z²·p(1−p)/e², for a population of N
/// people n/(1+(n−1)/N), rounded up (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, ch. 4).
/// </summary>
/// <param name="Margin">How far the share may be off, as a fraction: 0.05.</param>
/// <param name="Share">The share one expects, as a fraction; 0.5 needs the most.</param>
/// <param name="Population">How many people there are to ask at all; left out where there are very many.</param>
[Needs(Permission.Read)]
public sealed record SampleSize([property: Range(0.001, 0.5)] double Margin = 0.05, [property: Range(0.001, 0.999)] double Share = 0.5, [property: Range(1L, 10_000_000_000L)] long? Population = null) : IQuery<SampleNeed>
{
    private const double Z = 1.959963984540054;

    /// <summary>The number of answers.</summary>
    public static long Needed(double margin, double share, long? population)
    {
        var many = Z * Z * share * (1 - share) / (margin * margin);
        var few = population is { } all ? many / (1 + ((many - 1) / all)) : many;
        // A population smaller than the sample is asked whole; rounding must not ask for more.
        var needed = Math.Max(1, (long)Math.Ceiling(few - 1e-9));
        return population is { } most ? Math.Min(needed, most) : needed;
    }

    internal sealed class Handler : IHandle<SampleSize, SampleNeed>
    {
        public Task<SampleNeed> HandleAsync(SampleSize request, CancellationToken cancel)
        {
            var needed = Needed(request.Margin, request.Share, request.Population);
            return Task.FromResult(new SampleNeed(needed, FormattableString.Invariant($"{needed:N0} answers show a share to within {request.Margin * 100:0.#} points either way, 19 times out of 20.")));
        }
    }
}
