using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A post as people see it on a network.</summary>
/// <param name="Alt">The alternative texts of its pictures.</param>
/// <param name="AnswersTo">The id of the post it hangs at.</param>
public sealed record SeenPost(string Id, string Text, IReadOnlyList<string> Alt, string? AnswersTo = null);

/// <summary>
/// A network on a table: a server that keeps what it receives, credentials for it, and a look at what people see there. All that
/// the shared contract of connectors needs of a network; what it says of itself below is what the contract holds it to.
/// </summary>
public abstract class NetworkBench : IAsyncDisposable
{
    public abstract string Network { get; }

    /// <summary>What a person types to connect.</summary>
    public abstract IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>What stands between; its faults befall visible calls only.</summary>
    public FaultyFront Front { get; private set; } = null!;

    /// <summary>Whether an unknown outcome can be found out, by looking or by repeating; else a person is asked.</summary>
    public virtual bool MendsItself => true;

    /// <summary>Whether anything lies between that can go wrong; not where the program serves the network itself.</summary>
    public virtual bool HasWeather => true;

    /// <summary>What the connector needs beside the connectors' own parts, where it keeps something itself.</summary>
    public virtual IServiceProvider? Services => null;

    /// <summary>Whether the same call, made again, leaves one post.</summary>
    public virtual bool RepeatIsHarmless => false;

    public virtual bool TakesBack => true;

    /// <summary>Whether an unknown outcome is found out by making the call once more, because nothing can be read there.</summary>
    public virtual bool LooksByRepeating => false;

    /// <summary>What every post carries there, because the network takes none without.</summary>
    public virtual IReadOnlyList<OutgoingMedia> Always => [];

    /// <summary>A title that every post carries there.</summary>
    public virtual string? Title => null;

    /// <summary>The kind of picture it takes.</summary>
    public virtual string PictureType => "image/png";

    /// <summary>Whether pictures carry their words there; null where it takes no pictures.</summary>
    public virtual bool? TakesPictures => true;

    /// <summary>Whether parts of a thread hang at one another there.</summary>
    public virtual bool PartsHang => true;

    /// <summary>A status that means “later” there.</summary>
    public virtual WebhookFault TooMany(TimeSpan wait) => WebhookFault.TooMany(wait);

    /// <summary>Something the network refuses.</summary>
    public virtual string Refused => new('a', 60_000);

    /// <summary>What people see, the first one first.</summary>
    public abstract Task<IReadOnlyList<SeenPost>> SeenAsync();

    /// <summary>The comments below posts, the first one first, each with the post it stands below; empty where a comment is no more than the next part.</summary>
    public virtual IReadOnlyList<SeenPost> Comments => [];

    /// <summary>Whether a comment with an unknown outcome can be found out.</summary>
    public virtual bool FindsComments => true;

    /// <summary>From now on the credentials are not accepted.</summary>
    public abstract Task EndCredentialsAsync();

    /// <summary>Takes a right away that posting needs; what the check has to name, or null where there are no rights.</summary>
    public virtual Task<string?> TakeRightAsync() => Task.FromResult<string?>(null);

    /// <summary>Two people react to a post; what the network then tells of it, or null where it tells nothing.</summary>
    public virtual Task<PostFigures?> ReactAsync(string id) => Task.FromResult<PostFigures?>(null);

    /// <summary>Whether <see cref="ReactAsync"/> names every figure that is read, so that none may be made up or lost.</summary>
    public virtual bool TellsEveryFigure => false;

    /// <summary>How many follow the account, where that is read beside posts.</summary>
    public virtual long? Followers => null;

    /// <summary>The id of a post that is not there, in the network's own form.</summary>
    public virtual string NoSuchPost(string like) => string.Concat(like.Select(sign => sign is '0' or '1' ? '9' : sign));

    /// <summary>The address rules that let the program call this server.</summary>
    public static OutgoingRules Rules => new(["127.0.0.1", "localhost"]);

    /// <summary>Starts the server.</summary>
    public async Task<NetworkBench> StartAsync()
    {
        Front = await OpenAsync();
        return this;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Credentials as a connector gets them.</summary>
    public virtual Task<AccountAccess> AccessAsync(IConnector connector)
    {
        var secret = connector.Guide.Fields.ToDictionary(field => field.Key, field => field.Secret);
        return Task.FromResult(new AccountAccess(
            AccountKey,
            Fields.Where(field => !secret[field.Key]).ToDictionary(StringComparer.Ordinal),
            Fields.Where(field => secret[field.Key]).Concat(Once).ToDictionary(StringComparer.Ordinal)));
    }

    /// <summary>Connects an account on a stage, as a person does.</summary>
    internal virtual Task<Id<SocialAccount>> ConnectAsync(Stage stage) => stage.AccountAsync(Network, Fields);

    /// <summary>This server in the place of the network's own hosts, where the connector knows those by heart.</summary>
    internal virtual IReadOnlyDictionary<string, string> Hosts => new Dictionary<string, string>(StringComparer.Ordinal);

    protected virtual string AccountKey { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>Secrets that the program makes itself.</summary>
    protected virtual IReadOnlyDictionary<string, string> Once => new Dictionary<string, string>(StringComparer.Ordinal);

    protected abstract Task<FaultyFront> OpenAsync();

    protected static Dictionary<string, string> Typed(params (string Key, string Value)[] fields) => fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
}
