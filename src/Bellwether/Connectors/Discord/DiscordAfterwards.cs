using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.Discord;

/// <summary>After posting on Discord: other words for a message, its reactions and answers, and with a bot the members of the server.</summary>
public sealed class DiscordAfterwards(DiscordDoor door) : IReadFigures, IEditPosts
{
    public string Network => "discord";

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var (found, failed) = await EachPost.CountAsync(
            posts, id => door.AskAsync(access, $"{DiscordDoor.Messages(access)}/{id}", cancel),
            fine => Answers.Json(fine.Body) is { } message
                // A message nobody reacted to has no list at all.
                ? new PostFigures(Likes: (message["reactions"] as JsonArray)?.Sum(reaction => Answers.Number(reaction?["count"]) ?? 0) ?? 0, Comments: Answers.Number(message["thread"]?["message_count"]), Raw: Answers.Cut(message.ToJsonString()))
                : null,
            door.Refused);
        return failed ?? new FiguresOutcome.Found(found, await AccountAsync(access, cancel));
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel) =>
        Answers.Edited(
            await door.TellAsync(access, HttpMethod.Patch, $"{DiscordDoor.Messages(access)}/{Uri.EscapeDataString(remoteId)}", new JsonObject { ["content"] = post.TextWithLink }, cancel),
            told => DiscordConnector.Post(access, Answers.Json(told.Body)), door.Refused);

    private async Task<AccountFigures?> AccountAsync(AccountAccess access, CancellationToken cancel) =>
        DiscordDoor.IsBot(access) && access.Secret("guild") is { } guild
        && await door.AskAsync(access, $"guilds/{guild}?with_counts=true", cancel) is HttpAnswer.Answered { IsSuccess: true } fine
            ? new AccountFigures(Followers: Answers.Number(Answers.Json(fine.Body)?["approximate_member_count"]))
            : null;
}
