using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.People;

/// <summary>How far members are limited, and that nobody widens a sight beyond their own.</summary>
[Requirement("R000-24")]
public sealed class SightLimitTests
{
    [Theory, BothDatabases]
    public async Task A_limit_is_given_changed_and_lifted(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var brand = world.Brand.ToString();
        var ben = (await world.RunAsync(new InviteMember("Ben", "ben@example.org", Role.Editor, [brand]))).Member;
        ben.OnlyBrands.ShouldBe([brand]);
        (await world.RunAsync(new ChangeMember(ben.Id, Name: "Benjamin"))).OnlyBrands.ShouldBe([brand]);
        (await world.RunAsync(new ChangeMember(ben.Id, OnlyBrands: []))).OnlyBrands.ShouldBeEmpty();
        (await world.RefusedAsync(new ChangeMember(ben.Id, OnlyBrands: [Id<Brand>.New().ToString()]))).Code.ShouldBe("brand-unknown");
        (await world.RefusedAsync(new ChangeMember(world.Owner, OnlyBrands: [brand]))).Code.ShouldBe("owner-unlimited");
    }

    [Theory, BothDatabases]
    public async Task A_last_day_is_given_and_taken_away_again(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var last = new LocalDate(2026, 4, 1);
        (await world.RunAsync(new ChangeMember(ben, Until: last))).Until.ShouldBe(last);
        (await world.RunAsync(new ChangeMember(ben, Name: "Benjamin"))).Until.ShouldBe(last);
        (await world.RunAsync(new ChangeMember(ben, NoEnd: true))).Until.ShouldBeNull();
        (await world.RefusedAsync(new ChangeMember(ben, Until: last, NoEnd: true))).Fields.ShouldHaveSingleItem().Field.ShouldBe("until");
    }

    [Theory, BothDatabases]
    public async Task A_guest_of_a_plan_sees_its_brand_only(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new AddBrand("Second", "Europe/Berlin", "EUR"));
        var plan = (await world.PlanAsync()).ToString();
        var guest = (await world.RunAsync(new InviteMember("Gil", "gil@example.org", Role.Guest, OnlyPlans: [plan]))).Member;
        guest.OnlyBrands.ShouldBe([world.Brand.ToString()]);
        guest.OnlyPlans.ShouldBe([plan]);
        (await world.RefusedAsync(new ChangeMember(guest.Id, Role: Role.Editor))).Code.ShouldBe("plans-for-guests");
        (await world.RunAsync(new ChangeMember(guest.Id, Role: Role.Editor, OnlyPlans: []))).OnlyPlans.ShouldBeEmpty();
        var other = (await world.RunAsync(new AddBrand("Third", "Europe/Berlin", "EUR"))).Id;
        (await world.RefusedAsync(new InviteMember("Eve", "eve@example.org", Role.Guest, [other.ToString()], [plan]))).Code.ShouldBe("plan-of-other-brand");
    }

    [Theory, BothDatabases]
    public async Task A_manager_of_one_brand_widens_nobodys_sight(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var other = (await world.RunAsync(new AddBrand("Second", "Europe/Berlin", "EUR"))).Id;
        var mia = (await world.RunAsync(new InviteMember("Mia", "mia@example.org", Role.Manager, [world.Brand.ToString()]))).Member.Id;
        var stranger = (await world.RunAsync(new InviteMember("Otto", "otto@example.org", Role.Editor, [other.ToString()]))).Member.Id;
        var both = (await world.RunAsync(new InviteMember("Bo", "bo@example.org", Role.Editor, [world.Brand.ToString(), other.ToString()]))).Member.Id;

        (await AsMiaAsync(new ChangeMember(mia, OnlyBrands: []))).Code.ShouldBe("sight-too-wide");
        (await AsMiaAsync(new ChangeMember(mia, OnlyBrands: [other.ToString()]))).Code.ShouldBe("brand-unknown");
        (await AsMiaAsync(new InviteMember("Al", "al@example.org", Role.Editor))).Code.ShouldBe("sight-too-wide");
        (await AsMiaAsync(new ChangeMember(stranger, Name: "Found"))).Kind.ShouldBe(ProblemKind.NotFound);
        (await AsMiaAsync(new ChangeMember(both, Name: "Bob"))).Kind.ShouldBe(ProblemKind.Forbidden);
        (await AsMiaAsync(new AddBrand("Mine", "Europe/Berlin", "EUR"))).Kind.ShouldBe(ProblemKind.Forbidden);
        (await AsMiaAsync(new AuditTrail())).Kind.ShouldBe(ProblemKind.Forbidden);

        var listed = await RunAsync(new MemberList());
        listed.Select(member => member.Name).ShouldBe(["Ana", "Bo", "Mia"]);
        listed.Single(member => member.Id == both).OnlyBrands.ShouldBe([world.Brand.ToString()]);

        Task<TResult> RunAsync<TResult>(IRequest<TResult> request) => world.Services.GetRequiredService<Runner>().RunAsync(
            request, current => current.Become(world.Workspace.Value, mia.Value, "Mia", permission => Role.Manager.May(permission), new Sight([world.Brand.Value], null)), TestContext.Current.CancellationToken);
        Task<ProblemException> AsMiaAsync<TResult>(IRequest<TResult> request) => Should.ThrowAsync<ProblemException>(() => RunAsync(request));
    }

    [Fact]
    public async Task Nothing_is_stored_for_a_brand_that_is_not_seen()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().Become(world.Workspace.Value, world.Owner.Value, "Mia", _ => true, new Sight([Guid.CreateVersion7()], null));
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(new Plan(world.Brand, "Slipped in"));
        (await Should.ThrowAsync<ProblemException>(() => db.SaveAsync(TestContext.Current.CancellationToken))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task Every_kind_of_thing_is_limited_or_says_why_not()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var free = await world.SeeAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsDefined(typeof(ForEveryBrandAttribute), false)).Select(type => type.Name).Order().ToList()));
        free.ShouldBe(["ApiToken", "AuditLine", "CustomMetric", "ExchangeRate", "HourlyRate", "Mail", "MailServer", "MailWish", "Member", "PlanTemplate", "TrackingRetention"]);
    }
}
