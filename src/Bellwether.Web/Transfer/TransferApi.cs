using Bellwether.Transfer;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Transfer;

/// <summary>The routes of Transfer.</summary>
internal static class TransferApi
{
    public static void Map(Routes api)
    {
        api.Get<ExportPlan>("/plans/{plan}/file");
        api.Post<ImportPlan>("/plan-files");
        api.Get<MakeBackup>("/backup");
        api.Get<Doctor>("/doctor");
    }
}
