using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Media;

/// <summary>Which store is in use and whether it answers, for those who watch the program. Asked often, it asks the store seldom.</summary>
[Single]
public sealed class MediaHealth(MediaStores stores, TimeProvider clock)
{
    private static readonly Duration Fresh = Duration.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Answer? last;

    /// <summary>“folder”, “bucket”, or either with what is wrong; addresses and names stay inside.</summary>
    public async Task<string> WordsAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        if (last is { } known && now - known.At < Fresh)
        {
            return known.Words;
        }

        var place = stores.Current.Place == MediaPlace.Bucket ? "bucket" : "folder";
        var words = await AnswersAsync(cancel) ? place : $"{place}, does not answer";
        last = new Answer(now, words);
        return words;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await stores.Current.TroubleAsync(alsoWrite: false, patience.Token) is null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private sealed record Answer(Instant At, string Words);
}
