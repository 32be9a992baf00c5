using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>An example worth learning from.</summary>
/// <param name="Picture">Where its picture is, for who is signed in; null when there is none.</param>
/// <param name="MayReuse">Whether it is ours, or its author allowed it.</param>
public sealed record InspirationView(
    Id<Inspiration> Id, string Title, string? Url, string? Network, string? Author, AuthorType AuthorType, string? Learn, string? Voice, string? Quoted, IReadOnlyList<string> Tags,
    string? Permission, LocalDate? PermittedOn, string? Picture, bool MayReuse, Instant? ArchivedAt, int Version) : IVersioned
{
    public static InspirationView Of(Inspiration row) => new(
        row.Id, row.Title, row.Url, row.Network, row.Author, row.AuthorType, row.Learn, row.Voice, row.Quoted, row.Tags, row.Permission, row.PermittedOn,
        row.PictureHash is null ? null : $"/api/v1/inspirations/{row.Id}/picture", row.MayReuse, row.ArchivedAt, row.Version);
}

/// <summary>The examples a brand collected, the newest first.</summary>
/// <param name="Tag">Only those with this tag.</param>
[Needs(Permission.Read)]
public sealed record InspirationLibrary(Id<Brand> Brand, string? Tag = null, AuthorType? AuthorType = null) : IQuery<IReadOnlyList<InspirationView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<InspirationLibrary, IReadOnlyList<InspirationView>>
    {
        public async Task<IReadOnlyList<InspirationView>> HandleAsync(InspirationLibrary request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<Inspiration>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null && (request.AuthorType == null || row.AuthorType == request.AuthorType)).OrderByDescending(row => row.Id).ToListAsync(cancel);
            return [.. rows.Where(row => request.Tag is null || row.Tags.Contains(request.Tag, StringComparer.OrdinalIgnoreCase)).Select(InspirationView.Of)];
        }
    }
}

/// <summary>Keeps an example worth learning from.</summary>
/// <param name="Learn">What to learn from it.</param>
/// <param name="Voice">How its writer speaks.</param>
/// <param name="Quoted">Its words.</param>
[Needs(Permission.TakePart)]
public sealed record CollectInspiration(
    Id<Brand> Brand, string Title, string? Url = null, string? Network = null, string? Author = null, AuthorType AuthorType = AuthorType.Leader, string? Learn = null, string? Voice = null, string? Quoted = null,
    IReadOnlyList<string>? Tags = null) : ICommand<InspirationView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<CollectInspiration, InspirationView>
    {
        public async Task<InspirationView> HandleAsync(CollectInspiration request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var row = new Inspiration(brand.Id, request.Title);
            row.Write(request.Title, request.Url, request.Network, request.Author, request.AuthorType);
            row.Teach(request.Learn, request.Voice, request.Quoted, request.Tags ?? []);
            db.Add(row);
            journal.Say($"kept “{row.Title}” as an example", brand.Id.Value, null, row.Id);
            return InspirationView.Of(row);
        }
    }
}

/// <summary>Changes an example; what is left out stays, an empty permission takes it back.</summary>
/// <param name="AllowedBy">Who allowed to use it again, and how.</param>
[Needs(Permission.TakePart)]
public sealed record ChangeInspiration(
    Id<Inspiration> Inspiration, string? Title = null, string? Url = null, string? Network = null, string? Author = null, AuthorType? AuthorType = null, string? Learn = null, string? Voice = null, string? Quoted = null,
    IReadOnlyList<string>? Tags = null, string? AllowedBy = null, bool? Archived = null, int? IfVersion = null) : ICommand<InspirationView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock, Journal journal) : IHandle<ChangeInspiration, InspirationView>
    {
        public async Task<InspirationView> HandleAsync(ChangeInspiration request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Inspiration, "example", cancel);
            var brand = await plans.BrandAsync(row.Brand, cancel);
            row.Expect(request.IfVersion);
            row.Write(request.Title ?? row.Title, request.Url ?? row.Url, request.Network ?? row.Network, request.Author ?? row.Author, request.AuthorType ?? row.AuthorType);
            row.Teach(request.Learn ?? row.Learn, request.Voice ?? row.Voice, request.Quoted ?? row.Quoted, request.Tags ?? row.Tags);
            if (request.AllowedBy is { } permission)
            {
                row.Permit(permission, clock.Today(brand.Zone));
            }

            if (request.Archived is { } archived)
            {
                if (archived)
                {
                    row.Archive(clock.Now());
                }
                else
                {
                    row.Restore();
                }
            }

            journal.Say($"changed the example “{row.Title}”", row.Brand.Value, null, row.Id, request.AllowedBy);
            return InspirationView.Of(row);
        }
    }
}
