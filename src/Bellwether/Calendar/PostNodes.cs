using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Lets comments, the journal and search point to posts.</summary>
internal sealed class PostNodes(Db db) : NodesOf<Post>(db, row => new PlanNode(row.Brand, row.Plan, row.Title, $"/calendar/{row.Id}"));

/// <summary>Lets comments, the journal and search point to post templates.</summary>
internal sealed class PostTemplateNodes(Db db) : NodesOf<PostTemplate>(db, row => new PlanNode(row.Brand, row.Plan, row.Name, $"/calendar/templates/{row.Id}"));
