using System.Collections.Concurrent;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>What happens to one call.</summary>
public enum Weather
{
    /// <summary>It arrives and is answered.</summary>
    Fine,

    /// <summary>It arrives, the answer is lost.</summary>
    AnswerLost,

    /// <summary>It is lost on the way, and nobody can tell.</summary>
    LostOnTheWay,

    /// <summary>It certainly did not leave.</summary>
    NotSent,

    /// <summary>Too many calls.</summary>
    Throttled,

    /// <summary>The content is refused.</summary>
    Refused,

    /// <summary>The permission was taken back.</summary>
    Revoked,
}

/// <summary>Stands in for a network of long texts and threads: what people can see and goes wrong as a test asks. Its posts carry the key they were sent with.</summary>
public sealed class FakeNetwork(TimeProvider clock) : IConnector, IReadFigures
{
    public const string Key = "mastodon";

    /// <summary>What people see: account, key and text, in order of arrival.</summary>
    public ConcurrentQueue<(string Account, string Key, string Text)> Visible { get; } = new();

    /// <summary>The weather of the next calls; fine afterwards.</summary>
    public ConcurrentQueue<Weather> Next { get; } = new();

    /// <summary>Every visible call, also those that did not arrive.</summary>
    public int Calls { get; private set; }

    /// <summary>Whether an answer to "is it there" is to be had.</summary>
    public bool CanBeRead { get; set; } = true;

    /// <summary>Whether it keeps keys, so that a repetition changes nothing.</summary>
    public bool RepeatIsSafe { get; set; }

    public Duration ThrottledFor { get; set; } = Duration.FromMinutes(3);

    /// <summary>What preparing waits for; null when it takes no time.</summary>
    public Func<Task>? Preparing { get; set; }

    /// <summary>How often a post was prepared.</summary>
    public int Preparations { get; private set; }

    public string Network => Key;

    /// <summary>What it counts at each of its posts.</summary>
    public PostFigures Counted { get; set; } = new(Likes: 3, Comments: 1);

    /// <summary>Why it tells nothing; null while it tells.</summary>
    public FiguresOutcome.Failed? Silent { get; set; }

    /// <summary>Until when the account had better rest, as said with each answer.</summary>
    public Instant? NearlyThere { get; set; }

    public ConnectionGuide Guide { get; } = new("A test.", [], [new ConnectionField("token", "Token", true, true, "Any.")]);

    public Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel) =>
        Task.FromResult(access.Secret("token") == "wrong" ? new CheckOutcome(false, "The token is wrong.", Kind: ErrorKind.AuthRevoked) : new CheckOutcome(true, "Signed in."));

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        Preparations++;
        if (post.Media.Count > 0)
        {
            await Task.Yield();
        }

        if (Preparing is { } preparing)
        {
            await preparing();
        }

        return new PrepareOutcome.Ready(new PreparedPost(""));
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now) =>
        new(key ?? $"{post.Key}/{post.Segment}", post.Text, now);

    public Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        Calls++;
        var weather = Next.TryDequeue(out var planned) ? planned : Weather.Fine;
        if (weather is Weather.Fine or Weather.AnswerLost && !(RepeatIsSafe && Visible.Any(post => post.Key == call.ClientKey)))
        {
            Visible.Enqueue((access.Key, call.ClientKey, call.Payload));
        }

        return Task.FromResult<SendOutcome>(weather switch
        {
            Weather.Fine => new SendOutcome.Confirmed(Post(call.ClientKey)) { Raw = "{\"ok\":true}", RestUntil = NearlyThere },
            Weather.AnswerLost or Weather.LostOnTheWay => new SendOutcome.Unknown("There was no answer within 60 seconds."),
            Weather.NotSent => new SendOutcome.NotSent("The server could not be reached."),
            Weather.Throttled => new SendOutcome.Throttled(clock.Now() + ThrottledFor),
            Weather.Revoked => new SendOutcome.Rejected(ErrorKind.AuthRevoked, "The token was revoked."),
            _ => new SendOutcome.Rejected(ErrorKind.ContentInvalid, "The text is refused.", "text"),
        });
    }

    public Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel) =>
        Task.FromResult<ReconcileOutcome>(
            !CanBeRead ? new ReconcileOutcome.CannotTell("This network cannot be read.", Never: true)
            : Visible.Any(post => post.Key == call.ClientKey) ? new ReconcileOutcome.Found(Post(call.ClientKey))
            : new ReconcileOutcome.NotThere());

    public Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) => Task.FromResult<DeleteOutcome>(new DeleteOutcome.Gone());

    public Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel) =>
        Task.FromResult<FiguresOutcome>(Silent is { } silent ? silent : new FiguresOutcome.Found(
            posts.Where(post => Visible.Any(seen => seen.Key == post.Id)).ToDictionary(post => post.Id, _ => Counted, StringComparer.Ordinal), new AccountFigures(Followers: 120)));

    private static RemotePost Post(string key) => new(key, "https://fakebook.example/" + key);
}
