using Bellwether.Measures;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Measures;

/// <summary>The routes of importing numbers and of the grid.</summary>
internal static class ImportsApi
{
    public static void Map(Routes api)
    {
        api.Post<PreviewImport>("/imports/preview");
        api.Post<ImportNumbers>("/imports");
        api.Get<ImportList>("/imports");
        api.Post<RevertImport>("/imports/{run}/revert");
        api.Get<SubjectList>("/numbers/subjects");
        api.Get<MeasureGrid>("/numbers/grid");
        api.Post<CheckNumbers>("/numbers/check");
        api.Post<EnterNumbers>("/numbers");
        api.Get<ExportNumbers>("/numbers/export");
    }
}
