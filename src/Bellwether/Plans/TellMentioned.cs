using Bellwether.Kernel;
using Bellwether.Reminders;

namespace Bellwether.Plans;

/// <summary>Whoever is named in a comment finds it on their day.</summary>
internal sealed class TellMentioned(Ticklers ticklers) : IReact<MembersMentioned>
{
    public Task ReactAsync(MembersMentioned happened, CancellationToken cancel) =>
        ticklers.TellAsync(
            new Notice(happened.Brand, happened.Comment.ToString(), $"{happened.By} asks you about “{happened.Title}”: {happened.Text}", happened.Path, happened.Plan?.Value),
            happened.Members, cancel);
}
