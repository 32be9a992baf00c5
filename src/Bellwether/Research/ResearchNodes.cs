using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Research;

/// <summary>Lets comments, the journal and search point to findings; those kept to the planners only where one may edit the plan.</summary>
internal sealed class FindingNode(Db db, ICurrent current) : NodesOf<Finding>(db, row =>
    row.IsInternal && !current.May(Permission.EditPlan) ? null : new PlanNode(row.Brand, row.Plan, row.Sheet.Text, $"/research/findings?finding={row.Id}"));

/// <summary>Lets comments, the journal and search point to interviews.</summary>
internal sealed class InterviewNode(Db db) : NodesOf<StakeholderInterview>(db, row => new PlanNode(row.Brand, row.Plan, $"Interview with {row.Sheet.Name}", $"/research/people?interview={row.Id}"));

/// <summary>Lets comments, the journal and search point to surveys.</summary>
internal sealed class SurveyNode(Db db) : NodesOf<Survey>(db, row => new PlanNode(row.Brand, row.Plan, row.Sheet.Title, $"/research/surveys?survey={row.Id}"));

/// <summary>Lets comments, the journal and search point to audiences; those kept to the planners only where one may edit the plan.</summary>
internal sealed class AudienceNode(Db db, ICurrent current) : NodesOf<Audience>(db, row =>
    row.IsInternal && !current.May(Permission.EditPlan) ? null : new PlanNode(row.Brand, row.Plan, row.Sheet.Name, $"/research/audiences?audience={row.Id}"));

/// <summary>Lets comments, the journal and search point to places of the community.</summary>
internal sealed class CommunityPlaceNode(Db db) : NodesOf<CommunityPlace>(db, row => new PlanNode(row.Brand, row.Plan, row.Sheet.Name, $"/research/community?place={row.Id}"));

/// <summary>Lets comments, the journal and search point to departments.</summary>
internal sealed class DepartmentNode(Db db) : NodesOf<Department>(db, row => new PlanNode(row.Brand, row.Plan, row.Sheet.Name, $"/research/people?department={row.Id}"));
