using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Research;

/// <summary>Lets comments, the journal and search point to a piece of research.</summary>
internal abstract class ResearchNode<T>(Db db) : INodeSource
    where T : PlanResearch<T>
{
    public string Prefix => Id<T>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<T>.TryParse(id, null, out var key) && await db.Set<T>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } piece && MaySee(piece)
            ? new PlanNode(piece.Brand, piece.Plan, Title(piece), Path(piece))
            : null;

    protected virtual bool MaySee(T piece) => true;

    protected abstract string Title(T piece);

    protected abstract string Path(T piece);
}

internal sealed class FindingNode(Db db, ICurrent current) : ResearchNode<Finding>(db)
{
    protected override bool MaySee(Finding piece) => !piece.IsInternal || current.May(Permission.EditPlan);

    protected override string Title(Finding piece) => piece.Sheet.Text;

    protected override string Path(Finding piece) => $"/research/findings?finding={piece.Id}";
}

internal sealed class InterviewNode(Db db) : ResearchNode<StakeholderInterview>(db)
{
    protected override string Title(StakeholderInterview piece) => $"Interview with {piece.Sheet.Name}";

    protected override string Path(StakeholderInterview piece) => $"/research/people?interview={piece.Id}";
}

internal sealed class SurveyNode(Db db) : ResearchNode<Survey>(db)
{
    protected override string Title(Survey piece) => piece.Sheet.Title;

    protected override string Path(Survey piece) => $"/research/surveys?survey={piece.Id}";
}

internal sealed class AudienceNode(Db db) : ResearchNode<Audience>(db)
{
    protected override string Title(Audience piece) => piece.Sheet.Name;

    protected override string Path(Audience piece) => $"/research/audiences?audience={piece.Id}";
}

internal sealed class CommunityPlaceNode(Db db) : ResearchNode<CommunityPlace>(db)
{
    protected override string Title(CommunityPlace piece) => piece.Sheet.Name;

    protected override string Path(CommunityPlace piece) => $"/research/community?place={piece.Id}";
}

internal sealed class DepartmentNode(Db db) : ResearchNode<Department>(db)
{
    protected override string Title(Department piece) => piece.Sheet.Name;

    protected override string Path(Department piece) => $"/research/people?department={piece.Id}";
}
