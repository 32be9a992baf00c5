using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Brands;

/// <summary>Adds a brand with its time zone and reporting currency; members limited to some brands cannot (403).</summary>
[Needs(Permission.Administer)]
public sealed record AddBrand(string Name, string Zone, string Currency, WorkingHours? Hours = null, IReadOnlyList<string>? OwnHosts = null) : ICommand<BrandView>
{
    internal sealed class Handler(Db db, ICurrent current, Journal journal) : IHandle<AddBrand, BrandView>
    {
        public Task<BrandView> HandleAsync(AddBrand request, CancellationToken cancel)
        {
            MemberSight.RequireAll(current, "You see only some brands, so a new one would be out of your sight. Ask somebody who sees all of them.");
            var brand = new Brand(request.Name, request.Zone, request.Currency);
            brand.Work((request.Hours ?? WorkingHours.Usual).Checked());
            brand.Own(request.OwnHosts ?? []);
            db.Add(brand);
            journal.Say($"added the brand “{brand.Name}”", brand.Id.Value, subject: brand.Id);
            return Task.FromResult(BrandView.Of(brand));
        }
    }
}

/// <summary>
/// Changes a brand; what is not given stays. Future slots keep their local time when the zone changes. Links that were made before get or
/// lose their campaign tags with the own hosts; their clicks so far stay as they were counted.
/// </summary>
[Needs(Permission.Administer)]
public sealed record ChangeBrand(
    Id<Brand> Brand, string? Name = null, string? Zone = null, string? Currency = null, IsoDayOfWeek? WeekStart = null,
    WorkingHours? Hours = null, IReadOnlyList<string>? OwnHosts = null, int? IfVersion = null) : ICommand<BrandView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ChangeBrand, BrandView>
    {
        public async Task<BrandView> HandleAsync(ChangeBrand request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            brand.Expect(request.IfVersion);
            brand.Rename(request.Name ?? brand.Name);
            brand.ReportIn(request.Currency ?? brand.Currency);
            brand.StartWeeksOn(request.WeekStart ?? brand.WeekStart);
            brand.Work((request.Hours ?? brand.Hours).Checked());
            if (request.OwnHosts is { } hosts)
            {
                brand.Own(hosts);
                db.Raise(new OwnHostsNamed(brand.Id));
            }

            if (request.Zone is { } zone && zone != brand.ZoneName)
            {
                brand.MoveTo(zone);
                db.Raise(new BrandMoved(brand.Id, brand.ZoneName));
            }

            journal.Say($"changed the brand “{brand.Name}”", brand.Id.Value, subject: brand.Id);
            return BrandView.Of(brand);
        }
    }
}

/// <summary>A brand's time zone changed: whoever stores local times resolves the future ones anew.</summary>
public sealed record BrandMoved(Id<Brand> Brand, string Zone) : IEvent;

/// <summary>It was said which sites are the brand's own: whoever stores what follows from that looks again.</summary>
public sealed record OwnHostsNamed(Id<Brand> Brand) : IEvent;
