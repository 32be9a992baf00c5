using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Tracking;

/// <summary>Lets a conversion that was taken back count again. 422 when it counts.</summary>
[Needs(Permission.EditNumbers)]
public sealed record RestoreConversion(Id<Conversion> Conversion, int? IfVersion = null) : ICommand<ConversionView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RestoreConversion, ConversionView>
    {
        public async Task<ConversionView> HandleAsync(RestoreConversion request, CancellationToken cancel)
        {
            var conversion = await db.FindAsync(request.Conversion, "conversion", cancel);
            conversion.Expect(request.IfVersion);
            conversion.Restore();
            db.Raise(new ConversionChanged(conversion.Id, conversion.Brand));
            journal.Say($"counted the {conversion.Kind} {conversion.ExternalId} again", conversion.Brand.Value, subject: conversion.Id);
            return ConversionView.Of(conversion);
        }
    }
}
