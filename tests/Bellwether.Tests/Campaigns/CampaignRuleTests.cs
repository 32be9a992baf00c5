using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Campaigns;

/// <summary>What holds for a campaign by itself.</summary>
public sealed class CampaignRuleTests
{
    private static readonly LocalDate Day = new(2026, 4, 1);

    [Fact, Requirement("R004-17")]
    public void Each_kind_is_judged_by_metrics_of_its_own()
    {
        CampaignKpis.For(CampaignKind.Advertising).ShouldBe(["ad_spend", "ctr", "cpl", "roas"]);
        CampaignKpis.For(CampaignKind.Community).ShouldBe(["community_active", "conversation_rate", "first_response"]);
        foreach (var kind in Enum.GetValues<CampaignKind>())
        {
            CampaignKpis.For(kind).ShouldAllBe(key => ShippedMetrics.Find(key) != null && ShippedMetrics.Find(key)!.Enabled, kind.ToString());
        }

        Should.Throw<ProblemException>(() => CampaignKpis.For((CampaignKind)99)).Code.ShouldBe("kind-unknown");
    }

    [Fact, Requirement("R004-17")]
    public void Campaigns_overlay_where_they_share_days_and_a_goal_or_a_channel()
    {
        var plan = APlan();
        var (goal, channel) = (Id<Goal>.New(), Id<Channel>.New());
        var (lunch, boost, other, someday) = (new Campaign(plan, "Lunch", CampaignKind.Content), new Campaign(plan, "Boost", CampaignKind.Advertising), new Campaign(plan, "Other", CampaignKind.Care), new Campaign(plan, "Someday", CampaignKind.Care));
        lunch.Last(Day, Day.PlusDays(9));
        boost.Last(Day.PlusDays(7), Day.PlusDays(20));
        other.Last(Day.PlusDays(9), Day.PlusDays(9));
        lunch.Serve([goal]);
        boost.Serve([goal]);
        boost.RunOn([channel]);
        other.RunOn([channel]);
        someday.Serve([goal]);
        var overlaps = CampaignOverlaps.Of([lunch, boost, other, someday]);
        overlaps.Select(overlap => (overlap.One, overlap.Other, overlap.Days)).ShouldBe([(lunch.Id, boost.Id, 3), (boost.Id, other.Id, 1)], "lunch and other share a day and nothing else");
        overlaps[0].Goals.ShouldBe([goal]);
        overlaps[1].Channels.ShouldBe([channel]);
    }

    [Fact]
    public void A_campaign_moves_only_as_the_table_allows()
    {
        var campaign = Spring();
        Refused(() => campaign.Make(CampaignMove.End, null)).ShouldBe("campaign-move-illegal");
        Refused(() => campaign.Make(CampaignMove.Start, null)).ShouldBe("window-missing");
        campaign.Last(Day, Day);
        campaign.Make(CampaignMove.Start, null);
        Refused(() => campaign.Last(null, null)).ShouldBe("window-missing");
        Refused(() => campaign.Make(CampaignMove.Cancel, " ")).ShouldBe("reason-missing");
        campaign.Make(CampaignMove.End, "Sold out");
        (campaign.Status, campaign.Note, campaign.Counts).ShouldBe((CampaignStatus.Ended, "Sold out", true));
        campaign.Make(CampaignMove.Reopen, null);
        campaign.Make(CampaignMove.Cancel, "The van broke down");
        (campaign.Status, campaign.Counts).ShouldBe((CampaignStatus.Cancelled, false));
        foreach (var status in Enum.GetValues<CampaignStatus>())
        {
            CampaignMoves.From(status).ShouldNotBeEmpty("no status is a dead end");
        }
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var campaign = Spring();
        Refused(() => campaign.Last(Day, Day.PlusDays(-1))).ShouldBe("ends-before-start");
        Refused(() => campaign.Last(Day, null)).ShouldBe("window-half");
        Refused(() => campaign.Spend(new Money(-1, "EUR"))).ShouldBe("budget-negative");
        Refused(() => campaign.MeasureBy([new CampaignKpi("leads"), new CampaignKpi("leads", 3)])).ShouldBe("kpi-twice");
        Refused(() => campaign.Rename(" ")).ShouldBe("name-empty");
    }

    [Fact, Requirement("R000-10")]
    public void Advertising_is_paid_and_so_is_whatever_has_a_budget()
    {
        var campaign = Spring();
        campaign.IsPaid.ShouldBeFalse();
        campaign.Spend(Money.Zero("EUR"));
        campaign.IsPaid.ShouldBeFalse();
        campaign.Spend(new Money(1, "EUR"));
        campaign.IsPaid.ShouldBeTrue();
        campaign.Spend(null);
        campaign.Become(CampaignKind.Advertising);
        campaign.IsPaid.ShouldBeTrue();
    }

    [Fact]
    public void Its_tag_is_made_of_its_name_and_stays_when_it_is_renamed()
    {
        var campaign = new Campaign(APlan(), "Frühling & Sommer 2026", CampaignKind.Content);
        campaign.Tag.ShouldBe("fruhling-sommer-2026");
        campaign.Rename("Sommer");
        campaign.Tag.ShouldBe("fruhling-sommer-2026");
        new Campaign(APlan(), "★", CampaignKind.Content).Tag.ShouldBe("campaign");
    }

    private static Campaign Spring() => new(APlan(), "Spring", CampaignKind.Content);

    private static Plan APlan() => new(Id<Bellwether.Brands.Brand>.New(), "A plan");

    private static string Refused(Action what) => Should.Throw<ProblemException>(what).Code;
}
