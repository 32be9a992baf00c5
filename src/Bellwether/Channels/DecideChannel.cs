using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>
/// Decides whether a network is entered, waits, or is rejected, and makes the work that follows: entering makes the action to
/// set it up or to complete its sheet, waiting the one to decide again. A rejection needs its reason; so does entering a
/// network whose relevance is below what the plan asks for.
/// </summary>
/// <param name="LookAgainOn">For a network that waits: when to decide again; a quarter of a year from now when absent, 422 when it has passed.</param>
/// <param name="Owner">Who does the work; whoever decides when absent.</param>
[Needs(Permission.EditPlan)]
public sealed record DecideChannel(Id<Channel> Channel, ChannelStatus Status, string? Reason = null, LocalDate? LookAgainOn = null, Id<Member>? Owner = null) : ICommand<ChannelView>
{
    private const int DaysToEnter = 14;
    private const int DaysToWait = 90;

    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, IMakeActions actions, ICurrent current, TimeProvider clock, Journal journal) : IHandle<DecideChannel, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(DecideChannel request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            var brand = await db.FindAsync(channel.Brand, "brand", cancel);
            var today = clock.Today(brand.Zone);
            var before = await sheets.OfAsync(channel, cancel);
            var lookAgain = request.Status == ChannelStatus.Waiting ? request.LookAgainOn ?? channel.LookAgainOn ?? today.PlusDays(DaysToWait) : (LocalDate?)null;
            Rule.Require(request.LookAgainOn is null || request.Status == ChannelStatus.Waiting, "look-again-without-wait", "Only a network that waits is looked at again. Leave the day out, or let it wait.", "lookAgainOn");
            Rule.Require(!(request.LookAgainOn < today), "look-again-passed", "The day to look again has passed. Choose one to come, or decide now.", "lookAgainOn");
            RefuseWithoutReason(request, before);
            channel.Decide(request.Status, request.Reason);
            var isNews = before.Status != request.Status || before.LookAgainOn != lookAgain;
            var work = isNews ? await WorkAsync(request, channel, before, today, lookAgain, cancel) : channel.DecisionWork;
            channel.Follow(clock.Now(), lookAgain, work);
            journal.Say($"decided “{Words(request.Status)}” for {before.NetworkLabel}", channel.Brand.Value, channel.Plan.Value, channel.Id, channel.DecisionReason);
            return await sheets.OfAsync(channel, cancel);
        }

        private static void RefuseWithoutReason(DecideChannel request, ChannelView channel)
        {
            var opens = request.Status == ChannelStatus.Active && channel.Status != ChannelStatus.Active;
            Rule.Require(
                !opens || channel.RelevanceScore.Below != true || !string.IsNullOrWhiteSpace(request.Reason), "reason-missing",
                $"The relevance of {channel.NetworkLabel} is below what the plan asks for ({channel.RelevanceScore.Explanation}) Say why you enter all the same.", "reason");
        }

        private async Task<string?> WorkAsync(DecideChannel request, Channel channel, ChannelView before, LocalDate today, LocalDate? lookAgain, CancellationToken cancel)
        {
            var (title, due, notes) = request.Status switch
            {
                ChannelStatus.Waiting => ($"Decide again about {before.NetworkLabel}", lookAgain, request.Reason),
                ChannelStatus.Active when channel.Account is null => ($"Set up {before.NetworkLabel}", today.PlusDays(DaysToEnter), channel.Mission),
                ChannelStatus.Active when before.Complete < before.Parts.Count => ($"Complete the sheet of {before.NetworkLabel}", today.PlusDays(DaysToEnter), $"It lacks {Sheet.Missing(before.Parts)}."),
                _ => (null, (LocalDate?)null, null),
            };
            if (title is null)
            {
                return null;
            }

            var owner = request.Owner ?? (current.MemberKey is { } key ? new Id<Member>(key) : null);
            return await actions.MakeAsync(new ActionSeed(channel.Plan, title, channel.Id.ToString(), channel.Id.ToString(), owner, due, notes), cancel);
        }

        private static string Words(ChannelStatus status) => status switch
        {
            ChannelStatus.Candidate => "candidate",
            ChannelStatus.Active => "enter",
            ChannelStatus.Waiting => "wait",
            ChannelStatus.Rejected => "reject",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
    }
}
