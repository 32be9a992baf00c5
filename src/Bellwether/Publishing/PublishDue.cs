using Bellwether.Kernel;

namespace Bellwether.Publishing;

/// <summary>How many accounts' lanes are at work.</summary>
public sealed record PublishingRound(int Lanes);

/// <summary>Publishes everything that is due, account by account side by side; safe to run on any number of nodes at once.</summary>
[Internal("The timetable sends it every second.")]
public sealed record PublishDue : ICommand<PublishingRound>
{
    internal sealed class Handler(Publisher publisher) : IHandle<PublishDue, PublishingRound>
    {
        public async Task<PublishingRound> HandleAsync(PublishDue request, CancellationToken cancel) => new(await publisher.RunAsync(cancel));
    }
}
