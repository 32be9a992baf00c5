using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A conversion was recorded.</summary>
public sealed record ConversionRecorded(Id<Conversion> Conversion, Id<Brand> Brand) : IEvent;

/// <summary>A conversion was taken back, or no longer says whose it was.</summary>
public sealed record ConversionChanged(Id<Conversion> Conversion, Id<Brand> Brand) : IEvent;

/// <summary>Stores a conversion joined to what led to it, whoever reports it.</summary>
[Scoped]
public sealed class ConversionMaker(Db db, Matching matching, TimeProvider clock)
{
    internal async Task<Conversion> MakeAsync(Brand brand, Conversion conversion, string? clickId, string? link, string? code, CancellationToken cancel)
    {
        await MatchAsync(brand, conversion, clickId, link, code, cancel);
        db.Add(conversion);
        db.Raise(new ConversionRecorded(conversion.Id, brand.Id));
        return conversion;
    }

    /// <summary>Joins one that is there, and says something else now, to what led to it.</summary>
    internal async Task<Conversion> MakeAnewAsync(Brand brand, Conversion conversion, Conversion told, string? clickId, string? link, string? code, CancellationToken cancel)
    {
        conversion.TellAnew(told);
        await MatchAsync(brand, conversion, clickId, link, code, cancel);
        db.Raise(new ConversionChanged(conversion.Id, brand.Id));
        return conversion;
    }

    private async Task MatchAsync(Brand brand, Conversion conversion, string? clickId, string? link, string? code, CancellationToken cancel)
    {
        // Clocks of shops are a little off.
        Rule.Require(conversion.At <= clock.Now() + Duration.FromMinutes(10), "conversion-in-future", "This lies in the future. Send the moment it happened, in UTC.", "at");
        conversion.Match(await matching.FindAsync(brand, new Clues(clickId, link, code, conversion.Customer, conversion.At), cancel));
    }
}
