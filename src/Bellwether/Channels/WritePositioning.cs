using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Who the brand is on social networks: position, social concept, voice, claims, starters, and whether it is unique, engaging and realistic.</summary>
[Needs(Permission.Read)]
public sealed record PositioningSheet(Id<Plan> Plan) : IQuery<PositioningView>
{
    internal sealed class Handler(PositioningDesk desk) : IHandle<PositioningSheet, PositioningView>
    {
        public Task<PositioningView> HandleAsync(PositioningSheet request, CancellationToken cancel) => desk.ViewAsync(request.Plan, cancel);
    }
}

/// <summary>Writes a plan's positioning; what is left out stays, an empty text clears.</summary>
/// <param name="BrandPosition">What the brand stands for in its market.</param>
/// <param name="SocialConcept">What that means on social networks.</param>
/// <param name="Voice">How it speaks.</param>
/// <param name="Guide">Content to promote, content to avoid, friends; for every channel of the plan.</param>
[Needs(Permission.EditPlan)]
public sealed record WritePositioning(
    Id<Plan> Plan, string? BrandPosition = null, string? SocialConcept = null, string? Voice = null, ContentGuide? Guide = null, int? IfVersion = null) : ICommand<PositioningView>, IExpectsVersion
{
    internal sealed class Handler(PositioningDesk desk, Journal journal) : IHandle<WritePositioning, PositioningView>
    {
        public async Task<PositioningView> HandleAsync(WritePositioning request, CancellationToken cancel)
        {
            var position = await desk.OpenAsync(request.Plan, cancel);
            if (request.IfVersion is > 0)
            {
                position.Expect(request.IfVersion);
            }

            position.Stand(request.BrandPosition ?? position.BrandPosition, request.SocialConcept ?? position.SocialConcept, request.Voice ?? position.Voice);
            position.Follow(request.Guide ?? position.Guide);
            journal.Say("wrote the positioning", position.Brand.Value, position.Plan.Value, position.Id);
            return await desk.ViewAsync(request.Plan, cancel);
        }
    }
}

/// <summary>Records what rivals say of themselves, so that one's own position can be told apart; the whole list is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record RecordRivalPositions(Id<Plan> Plan, IReadOnlyList<RivalPosition> Rivals) : ICommand<PositioningView>
{
    internal sealed class Handler(Db db, PositioningDesk desk, TimeProvider clock, Journal journal) : IHandle<RecordRivalPositions, PositioningView>
    {
        public async Task<PositioningView> HandleAsync(RecordRivalPositions request, CancellationToken cancel)
        {
            var position = await desk.OpenAsync(request.Plan, cancel);
            var brand = await db.FindAsync(position.Brand, "brand", cancel);
            position.CompareWith(request.Rivals, clock.Today(brand.Zone));
            journal.Say($"recorded the positions of {position.Rivals.Count} rivals", position.Brand.Value, position.Plan.Value, position.Id);
            return await desk.ViewAsync(request.Plan, cancel);
        }
    }
}
