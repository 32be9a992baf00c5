using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>A post as one account tells it, as far as channels look at it.</summary>
/// <param name="Post">The post's id, as text.</param>
/// <param name="Title">What a person would call it.</param>
/// <param name="Account">The account it is told on.</param>
/// <param name="Text">What is said there, as written.</param>
/// <param name="Theme">The theme it belongs to.</param>
/// <param name="Goal">The goal it serves.</param>
/// <param name="At">When it went out, or is to go out.</param>
/// <param name="IsOut">Whether it went out; otherwise it is planned.</param>
/// <param name="Subjects">The ids its numbers may stand under, the closest first.</param>
public sealed record ChannelPost(
    string Post, string Title, Id<SocialAccount> Account, string Text, Id<ContentPillar>? Theme, Id<Goal>? Goal, Instant At, bool IsOut, IReadOnlyList<string> Subjects);

/// <summary>Port: the posts of a brand's accounts, out and planned. The step that knows what went out fulfils it.</summary>
[Port]
public interface IChannelPosts
{
    /// <summary>Posts from an instant up to, but not including, another, in the order of time; those taken down are left out.</summary>
    Task<IReadOnlyList<ChannelPost>> FindAsync(Id<Brand> brand, IReadOnlyCollection<Id<SocialAccount>> accounts, Instant from, Instant until, CancellationToken cancel);
}
