using Bellwether.Returns;
using Bellwether.Returns.Ads;
using Bellwether.Returns.Costs;
using Bellwether.Returns.Hours;
using Bellwether.Returns.Imports;
using Bellwether.Returns.Ranking;
using Bellwether.Returns.Sales;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Returns;

/// <summary>The routes of Returns.</summary>
internal static class ReturnsApi
{
    public static void Map(Routes api)
    {
        api.Get<ReturnsPage>("/plans/{plan}/returns");
        api.Get<SalesIncrease>("/plans/{plan}/sales-increase");
        api.Get<ConceptRanking>("/plans/{plan}/concepts");
        api.Post<AnswerReallocation>("/plans/{plan}/reallocations");
        api.Get<WorkChoices>("/plans/{plan}/work-choices");
        api.Get<PlanSpending>("/plans/{plan}/spending");
        api.Get<ExecutivePage>("/plans/{plan}/executive");

        api.Get<WeekOfHours>("/plans/{plan}/hours");
        api.Put<SetHours>("/plans/{plan}/hours");
        api.Post<LogTime>("/plans/{plan}/time-entries");
        api.Post<ImportTime>("/plans/{plan}/time-entries/import");
        api.Post<UndoTimeImport>("/time-imports/{import}/undo");
        api.Get<ReturnImportList>("/plans/{plan}/return-imports");
        api.Post<UndoAdsImport>("/ads-imports/{import}/undo");
        api.Patch<ChangeTime>("/time-entries/{entry}");
        api.Delete<RemoveTime>("/time-entries/{entry}");
        api.Get<MyTimer>("/timer");
        api.Post<StartTimer>("/plans/{plan}/timer");
        api.Post<StopTimer>("/timer/stop");
        api.Delete<DropTimer>("/timer");
        api.Get<HourlyRates>("/hourly-rates");
        api.Put<SetHourlyRate>("/hourly-rates/{member}");

        api.Get<CostList>("/plans/{plan}/costs");
        api.Post<AddCost>("/plans/{plan}/costs");
        api.Put<ChangeCost>("/costs/{cost}");
        api.Delete<RemoveCost>("/costs/{cost}");
        api.Get<AdList>("/plans/{plan}/ads");
        api.Post<ImportAds>("/plans/{plan}/ads/import");
        api.Get<BudgetList>("/plans/{plan}/budgets");
        api.Post<AddBudget>("/plans/{plan}/budgets");
        api.Put<ChangeBudget>("/budgets/{budget}");
        api.Delete<RemoveBudget>("/budgets/{budget}");
        api.Get<ExchangeRates>("/exchange-rates");
        api.Put<SetExchangeRate>("/exchange-rates");
        api.Post<ImportExchangeRates>("/exchange-rates/import");
        api.Get<Margins>("/brands/{brand}/margins");
        api.Put<SetMargin>("/brands/{brand}/margins");
    }
}
