using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>Port: changes what is already out, where a network lets it.</summary>
[Port]
public interface IEditPosts
{
    /// <summary>The network it serves, as in <see cref="Network.Key"/>.</summary>
    string Network { get; }

    /// <summary>Puts this text in the place of the old one; pictures stay as they are. The same call again changes nothing more.</summary>
    Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel);
}

/// <summary>What came of changing a post that is out.</summary>
public abstract record EditOutcome
{
    /// <summary>It reads as asked now.</summary>
    public sealed record Changed(RemotePost Post) : EditOutcome;

    /// <summary>It was not changed, or nobody can tell.</summary>
    public sealed record Failed(ErrorKind Kind, string Message) : EditOutcome;
}
