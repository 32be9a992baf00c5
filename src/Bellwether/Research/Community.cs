using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Research;

/// <summary>A goal that something serves.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
public sealed record ServedGoal(string Id, string Title);

/// <summary>A place of the community as it is.</summary>
/// <param name="Serves">The goals it serves that are still there.</param>
public sealed record CommunityPlaceView(Id<CommunityPlace> Id, PlaceSheet Sheet, IReadOnlyList<ServedGoal> Serves, int Version) : IVersioned;

/// <summary>One segment of the map with the places where it is met.</summary>
/// <param name="Audience">The segment; null for places of nobody in particular.</param>
/// <param name="Serves">The goals the segment matters to.</param>
public sealed record CommunitySegment(AudienceView? Audience, IReadOnlyList<ServedGoal> Serves, IReadOnlyList<CommunityPlaceView> Places);

/// <summary>The community: segments, where they gather, who speaks for them, and the goals each serves.</summary>
/// <param name="Unaligned">Segments and places that serve no goal: give them one, or leave them.</param>
public sealed record CommunityMapView(IReadOnlyList<CommunitySegment> Segments, IReadOnlyList<string> Unaligned);

/// <summary>Adds a group, hashtag, forum, gathering, influencer or ally.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddCommunityPlace(Id<Plan> Plan, PlaceSheet Sheet) : ICommand<CommunityPlaceView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, Nodes nodes) : IHandle<AddCommunityPlace, CommunityPlaceView>
    {
        public async Task<CommunityPlaceView> HandleAsync(AddCommunityPlace request, CancellationToken cancel)
        {
            var plan = await desk.PlanToChangeAsync(request.Plan, cancel);
            var place = new CommunityPlace(plan, request.Sheet);
            await Audiences.CheckAsync(db, plan.Id, place.Sheet.Audience, cancel);
            await ServedGoals.CheckAsync(nodes, plan, place.Sheet.Goals!, cancel);
            db.Add(place);
            desk.Say(place, $"added “{place.Sheet.Name}” to the community map");
            return new CommunityPlaceView(place.Id, place.Sheet, await CommunityMap.ServedAsync(nodes, place.Sheet.Goals!, cancel), place.Version);
        }
    }
}

/// <summary>Changes a place of the community: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeCommunityPlace(Id<CommunityPlace> Place, PlaceSheet Sheet, int? IfVersion = null) : ICommand<CommunityPlaceView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ResearchDesk desk, Nodes nodes) : IHandle<ChangeCommunityPlace, CommunityPlaceView>
    {
        public async Task<CommunityPlaceView> HandleAsync(ChangeCommunityPlace request, CancellationToken cancel)
        {
            var place = await desk.ToChangeAsync(request.Place, "place", request.IfVersion, cancel);
            place.Word(request.Sheet);
            await Audiences.CheckAsync(db, place.Plan, place.Sheet.Audience, cancel);
            await ServedGoals.CheckAsync(nodes, await desk.PlanAsync(place.Plan, cancel), place.Sheet.Goals!, cancel);
            desk.Say(place, $"changed “{place.Sheet.Name}” on the community map");
            return new CommunityPlaceView(place.Id, place.Sheet, await CommunityMap.ServedAsync(nodes, place.Sheet.Goals!, cancel), place.Version);
        }
    }
}

/// <summary>Removes a place from the community map.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveCommunityPlace(Id<CommunityPlace> Place) : ICommand<Done>
{
    internal sealed class Handler(ResearchDesk desk) : IHandle<RemoveCommunityPlace, Done>
    {
        public Task<Done> HandleAsync(RemoveCommunityPlace request, CancellationToken cancel) => desk.RemoveAsync(request.Place, "place", place => place.Sheet.Name, cancel);
    }
}

/// <summary>The community map: segments, gathering places and allies, and the goals each of them serves.</summary>
[Needs(Permission.Read)]
public sealed record CommunityMap(Id<Plan> Plan) : IQuery<CommunityMapView>
{
    internal static async Task<IReadOnlyList<ServedGoal>> ServedAsync(Nodes nodes, IEnumerable<string> goals, CancellationToken cancel)
    {
        var served = new List<ServedGoal>();
        foreach (var goal in goals)
        {
            if (await nodes.TryFindAsync(goal, cancel) is { } node)
            {
                served.Add(new ServedGoal(goal, node.Title));
            }
        }

        return served;
    }

    internal sealed class Handler(ResearchDesk desk, AudienceBook book, Nodes nodes) : IHandle<CommunityMap, CommunityMapView>
    {
        public async Task<CommunityMapView> HandleAsync(CommunityMap request, CancellationToken cancel)
        {
            var plan = await desk.PlanAsync(request.Plan, cancel);
            var audiences = await book.AllAsync(plan.Id, cancel);
            var shown = audiences.Select(audience => audience.Id).ToHashSet();
            var hidden = (await desk.AllAsync<Audience>(plan.Id, cancel)).Select(audience => audience.Id).Where(id => !shown.Contains(id)).ToHashSet();
            var places = new List<CommunityPlaceView>();
            foreach (var place in (await desk.AllAsync<CommunityPlace>(plan.Id, cancel)).Where(place => place.Sheet.Audience is not { } of || !hidden.Contains(of)))
            {
                places.Add(new CommunityPlaceView(place.Id, place.Sheet, await ServedAsync(nodes, place.Sheet.Goals!, cancel), place.Version));
            }

            var segments = new List<CommunitySegment>();
            foreach (var audience in audiences)
            {
                segments.Add(new CommunitySegment(audience, await ServedAsync(nodes, audience.Sheet.Goals!, cancel), [.. places.Where(place => place.Sheet.Audience == audience.Id)]));
            }

            // A place whose audience is gone is a place of nobody in particular.
            var loose = places.Where(place => place.Sheet.Audience is not { } of || !shown.Contains(of)).ToList();
            if (loose.Count > 0)
            {
                segments.Add(new CommunitySegment(null, [], loose));
            }

            return new CommunityMapView(segments, [.. segments.Where(segment => segment.Audience is not null && segment.Serves.Count == 0).Select(segment => segment.Audience!.Sheet.Name), .. places.Where(place => place.Serves.Count == 0).Select(place => place.Sheet.Name)]);
        }
    }
}
