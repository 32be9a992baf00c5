using Bellwether.Kernel;
using Bellwether.Returns.Attribution;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>What holds for any paths that are stored, whatever is asked of them.</summary>
[Requirement("R004-27")]
public sealed class CreditLawTests
{
    [Fact]
    public async Task Whatever_is_asked_credits_and_what_nobody_led_to_are_the_whole_to_the_cent()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var random = new Random(7);
        var rows = Enumerable.Range(0, 150).Select(number =>
        {
            var at = world.Now - Duration.FromMinutes(random.Next(60 * 24 * 60));
            var value = random.Next(4) switch { 0 => (Money?)null, 1 => Money.Of(random.Next(10_000) / 100m, "USD"), _ => Money.Of(random.Next(10_000) / 100m, "EUR") };
            var path = new TouchPath(new Conversion(world.Brand, $"{number}", "sale", value, at, null));
            path.Lead(
                [.. Enumerable.Range(0, random.Next(7)).Select(_ => new PathStep((at - Duration.FromHours(random.Next(80 * 24))).ToUnixTimeTicks(), (ChannelGroup)random.Next(6), Guid.CreateVersion7(), random.Next(5) == 0)).OrderBy(step => step.At)], at);
            return (Entity)path;
        });
        await world.AddAsync([.. rows]);
        foreach (var by in Enum.GetValues<CreditBy>())
        {
            (await world.RunAsync(new AttributionReport(world.Brand, By: by, Transform: PathTransform.Exposure, LookBackDays: 20))).ShouldAddUp();
        }

        foreach (var transform in Enum.GetValues<PathTransform>())
        {
            foreach (var days in new[] { 1, 30, 90 })
            {
                var report = await world.RunAsync(new AttributionReport(world.Brand, Transform: transform, LookBackDays: days, Order: 2));
                report.ShouldAddUp();
                (report.Conversions, report.Rows.SelectMany(row => row.Credits).Select(credit => credit.Model).Distinct().Count()).ShouldBe((150, 9));
            }
        }
    }

    [Fact]
    public void Fractions_become_whole_numbers_that_add_up_and_none_moves_by_a_whole_one() =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 20)
             from weights in Gen.Choose(-20, 100).ListOf(count)
             from whole in Gen.Choose(0, 100_000)
             select (weights.Select(weight => (double)weight).ToArray(), (long)whole)).ToArbitrary(),
            one =>
            {
                var (weights, whole) = one;
                var sum = weights.Sum();
                var fractions = sum == 0 ? [.. weights.Select(_ => (double)whole / weights.Length)] : weights.Select(weight => weight / sum * whole).ToArray();
                var parts = Parts.Of(fractions, whole);
                parts.Sum().ShouldBe(whole);
                parts.Zip(fractions).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1.000001);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_path_is_read_as_it_was_written() =>
        Prop.ForAll(
            (from count in Gen.Choose(0, 20)
             from steps in (from at in Gen.Choose(0, int.MaxValue)
                            from groupOf in Gen.Choose(0, Enum.GetValues<ChannelGroup>().Length - 1)
                            from isDeal in Gen.Elements(true, false)
                            select new PathStep(at * 1_000_003L, (ChannelGroup)groupOf, Guid.CreateVersion7(), isDeal)).ListOf(count)
             select steps.ToList()).ToArbitrary(),
            steps => PathBytes.Read(PathBytes.Of(steps)).ShouldBe(steps)).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_keep_the_numbers_they_are_stored_under()
    {
        Enum.GetNames<ChannelGroup>().ShouldBe([
            "Direct", "CrossNetwork", "PaidShopping", "PaidSearch", "PaidSocial", "PaidVideo", "Display", "PaidOther", "OrganicShopping", "OrganicSocial",
            "OrganicVideo", "OrganicSearch", "AiAssistants", "Email", "Affiliates", "Referral", "Audio", "Sms", "MobilePush", "Unassigned"]);
        Should.Throw<InvalidDataException>(() => PathBytes.Read([9, 0, 0]));
    }
}
