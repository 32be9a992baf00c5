using Bellwether.Plans;

namespace Bellwether.Research;

/// <summary>Asks whom the plan is for before it asks where.</summary>
internal sealed class AudienceGuide(ResearchDesk desk) : IGuide
{
    public async Task<IReadOnlyList<(int Place, GuideQuestion Question)>> AskAsync(Plan plan, CancellationToken cancel)
    {
        var audiences = await desk.AllAsync<Audience>(plan.Id, cancel);
        return [(40, new GuideQuestion("audience", audiences.Count == 0 ? null : string.Join("; ", audiences.Take(3).Select(audience => audience.Sheet.Name))))];
    }
}
