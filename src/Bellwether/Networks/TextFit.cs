using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>One limit of a text and how much of it is used.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Count">What the text has.</param>
/// <param name="Limit">What fits; null where no limit is known.</param>
/// <param name="Problem">What is wrong and the way out; null when it fits.</param>
public sealed record TextFit(CountUnit Unit, int Count, int? Limit, string? Problem)
{
    public bool Fits => Problem is null;

    /// <summary>Every length a network looks at, for one text; under a picture or video less may fit.</summary>
    public static IReadOnlyList<TextFit> Of(Network network, string text, bool withMedia = false)
    {
        var rule = network.Text;
        var isCaption = withMedia && rule.CaptionLimit is not null;
        var fits = new List<TextFit> { One(network, text, rule.Unit, isCaption ? rule.CaptionLimit : rule.Limit, isCaption) };
        if (rule.SecondLimit is not null)
        {
            fits.Add(One(network, text, rule.SecondUnit, rule.SecondLimit));
        }

        return fits;
    }

    /// <summary>A text with the link that stands beside it, where the network has the link as the last line of the text.</summary>
    public static string WithLink(Network network, string text, string? link) =>
        network.Text.Link != LinkBeside.Below || link is null || text.Contains(link, StringComparison.Ordinal) ? text : $"{text}\n\n{link}".Trim();

    private static TextFit One(Network network, string text, CountUnit unit, int? limit, bool isCaption = false)
    {
        var count = TextCount.Of(text, unit, network.Text.UrlWeight);
        if (limit is not { } most || count <= most)
        {
            return new TextFit(unit, count, limit, null);
        }

        var thread = network.Text.Threads ? $" or post it as a thread of {(count + most - 1) / most}" : "";
        return new TextFit(
            unit, count, limit, isCaption
                ? $"{network.Name} allows {most} {Words(unit)} under a picture or video; this has {count}. Shorten it, or leave the media out."
                : $"{network.Name} allows {most} {Words(unit)}; this has {count}. Shorten it{thread}.");
    }

    private static string Words(CountUnit unit) => unit switch
    {
        CountUnit.Utf8Bytes => "bytes",
        CountUnit.XWeighted => "weighted characters",
        _ => "characters",
    };
}

/// <summary>Counts a text as a network does: each limit, what is used of it, and what to do when it does not fit.</summary>
[Needs(Permission.Read)]
public sealed record CountText(string Network, string Text) : IQuery<IReadOnlyList<TextFit>>
{
    internal sealed class Handler : IHandle<CountText, IReadOnlyList<TextFit>>
    {
        public Task<IReadOnlyList<TextFit>> HandleAsync(CountText request, CancellationToken cancel) =>
            Task.FromResult(TextFit.Of(NetworkCatalogue.Of(request.Network), request.Text));
    }
}
