using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Inbox;

/// <summary>Lets comments, the journal and actions point to a case. It is named by its kind and place: whose words they are stays in the case.</summary>
internal sealed class CaseNodes(Db db) : NodesOf<Case>(db, row => new PlanNode(row.Brand, row.Plan, TitleOf(row), $"/inbox?case={row.Id}"))
{
    private static string TitleOf(Case row)
    {
        var kind = row.Kind == CaseKind.OtherWay ? "Case" : row.Kind.ToString();
        return row.Network.Length == 0 ? kind : $"{kind} on {NetworkCatalogue.Of(row.Network).Name}";
    }
}
