using Bellwether.Kernel;
using Bellwether.Reminders;

namespace Bellwether.Plans;

/// <summary>Whoever is named in a comment finds it on their day.</summary>
internal sealed class TellMentioned(Ticklers ticklers) : IReact<MembersMentioned>
{
    public Task ReactAsync(MembersMentioned happened, CancellationToken cancel) =>
        ticklers.TellAsync(happened.Brand, happened.Members, happened.Comment.ToString(), $"{happened.By} asks you about “{happened.Title}”: {happened.Text}", happened.Path, cancel);
}
