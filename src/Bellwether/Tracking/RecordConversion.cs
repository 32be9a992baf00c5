using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Records a sale, lead or sign-up that the shop's server (or a person) reports, and joins it to the click, link, deal or
/// customer that led to it. The same external id twice is counted once; what cannot be joined is stored as unmatched.
/// </summary>
/// <param name="ExternalId">The teller's own id: an order number.</param>
/// <param name="Type">sale (also order, purchase), lead, signup, or a word of your own.</param>
/// <param name="Value">What it was worth: amount and currency.</param>
/// <param name="At">When it happened; now unless given.</param>
/// <param name="ClickId">The bwc parameter that the short link passed on.</param>
/// <param name="Code">The promo code that was used.</param>
/// <param name="Link">The code or address of a short link.</param>
/// <param name="Customer">Your own id of the customer, or a hash of the e-mail address; an address in clear is hashed before it is stored.</param>
/// <param name="Brand">Needed only where the workspace has several brands beside the demo, and neither click, link nor code says which.</param>
[Needs(Permission.Collect)]
public sealed record RecordConversion(
    string ExternalId,
    string Type,
    Money? Value = null,
    Instant? At = null,
    [property: MaxLength(80)] string? ClickId = null,
    [property: MaxLength(80)] string? Code = null,
    [property: MaxLength(2000)] string? Link = null,
    [property: MaxLength(254)] string? Customer = null,
    Id<Brand>? Brand = null) : ICommand<ConversionView>
{
    internal sealed class Handler(Db db, ToldBrand brands, ConversionMaker maker, TimeProvider clock, Journal journal) : IHandle<RecordConversion, ConversionView>
    {
        public async Task<ConversionView> HandleAsync(RecordConversion request, CancellationToken cancel)
        {
            var brand = await brands.OfAsync(request.Brand, request.ClickId, request.Link, request.Code, cancel);
            var externalId = Rule.Text(request.ExternalId, "externalId", 120, "the id that the shop or the form gave it");
            if (await db.Set<Conversion>().FirstOrDefaultAsync(one => one.Brand == brand.Id && one.ExternalId == externalId, cancel) is { } known)
            {
                return ConversionView.Of(known);
            }

            var at = request.At ?? clock.Now();
            var conversion = await maker.MakeAsync(brand, new Conversion(brand.Id, externalId, request.Type, request.Value, at, Customers.KeyOf(request.Customer)), request.ClickId, request.Link, request.Code, cancel);
            journal.Say($"recorded the {conversion.Kind} {externalId}", brand.Id.Value, subject: conversion.Id);
            return ConversionView.Of(conversion);
        }
    }
}
