using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Competitors;

/// <summary>Lets comments, the journal and search point to rivals.</summary>
internal sealed class CompetitorNodes(Db db) : NodesOf<Competitor>(db, row => new PlanNode(row.Brand, null, row.Name, $"/competitors?competitor={row.Id}"));

/// <summary>Lets comments, the journal and borrowed tactics point to practices.</summary>
internal sealed class PracticeNodes(Db db) : NodesOf<BestPractice>(db, row => new PlanNode(row.Brand, null, row.Title, $"/competitors/practices?practice={row.Id}"));

/// <summary>Lets comments, the journal and borrowed tactics point to examples.</summary>
internal sealed class InspirationNodes(Db db) : NodesOf<Inspiration>(db, row => new PlanNode(row.Brand, null, row.Title, $"/competitors/inspiration?example={row.Id}"));

/// <summary>Lets comments and the journal point to borrowed tactics.</summary>
internal sealed class BorrowedNodes(Db db) : NodesOf<BorrowedTactic>(db, row => new PlanNode(row.Brand, row.Plan, row.Title, $"/competitors/borrowed?tactic={row.Id}"));
