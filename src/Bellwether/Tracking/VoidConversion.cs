using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Tracking;

/// <summary>Takes a conversion back: a cancelled order, a test. It stays in the list and counts no more.</summary>
[Needs(Permission.EditNumbers)]
public sealed record VoidConversion(Id<Conversion> Conversion, [property: MaxLength(400)] string Why, int? IfVersion = null) : ICommand<ConversionView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<VoidConversion, ConversionView>
    {
        public async Task<ConversionView> HandleAsync(VoidConversion request, CancellationToken cancel)
        {
            var conversion = await db.FindAsync(request.Conversion, "conversion", cancel);
            conversion.Expect(request.IfVersion);
            conversion.Void(clock.Now());
            db.Raise(new ConversionChanged(conversion.Id, conversion.Brand));
            journal.Say($"took back the {conversion.Kind} {conversion.ExternalId}", conversion.Brand.Value, subject: conversion.Id, why: Rule.Text(request.Why, "why", 400));
            return ConversionView.Of(conversion);
        }
    }
}
