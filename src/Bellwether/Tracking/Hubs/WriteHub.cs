using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking.Hubs;

/// <summary>Makes a page of links for a profile. It is a draft until it is published.</summary>
/// <param name="Name">What stands behind /h/ in its address: 3 to 40 letters, digits or hyphens. It stays as it is while the page is public.</param>
/// <param name="Title">Its heading, such as the name of the profile.</param>
/// <param name="Channel">The channel whose profile shows it; the brand unless given.</param>
[Needs(Permission.WritePosts)]
public sealed record MakeHub(Id<Brand> Brand, string Name, string Title, Id<Channel>? Channel = null) : ICommand<HubView>, IStoresInBetween
{
    internal sealed class Handler(Db db, HubBook book, Journal journal) : IHandle<MakeHub, HubView>
    {
        public async Task<HubView> HandleAsync(MakeHub request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            await book.CheckAsync(brand.Id, [], request.Channel, cancel);
            var hub = new LinkHub(brand.Id, request.Name, request.Title, request.Channel);
            await book.RequireFreeAsync(hub, cancel);
            db.Add(hub);
            journal.Say($"made the page of links “{hub.Draft.Title}”", brand.Id.Value, subject: hub.Id);
            return await book.ViewAsync(hub, cancel);
        }
    }
}

/// <summary>Writes the draft of a page of links. The public sees it once it is published.</summary>
/// <param name="Entries">Its links, from top to bottom; at most 50.</param>
/// <param name="Colour">The colour of its links, as # and six digits.</param>
/// <param name="Name">Another address behind /h/, while the page is not public; as it is unless given.</param>
[Needs(Permission.WritePosts)]
public sealed record WriteHub(
    Id<LinkHub> Hub, string Title, [property: Required] IReadOnlyList<HubEntry> Entries, string? Intro = null, string? Colour = null, string? Name = null, int? IfVersion = null) : ICommand<HubView>, IExpectsVersion
{
    internal sealed class Handler(Db db, HubBook book, Journal journal) : IHandle<WriteHub, HubView>
    {
        public async Task<HubView> HandleAsync(WriteHub request, CancellationToken cancel)
        {
            var hub = await db.FindAsync(request.Hub, "page", cancel);
            hub.Expect(request.IfVersion);
            await book.CheckAsync(hub.Brand, request.Entries, null, cancel);
            if (request.Name is { } name)
            {
                hub.Rename(name);
                await book.RequireFreeAsync(hub, cancel);
            }

            hub.Write(new HubContent(request.Title, request.Intro, request.Colour ?? hub.Draft.Colour, request.Entries));
            journal.Say($"wrote the page of links “{hub.Draft.Title}”", hub.Brand.Value, subject: hub.Id);
            return await book.ViewAsync(hub, cancel);
        }
    }
}

/// <summary>Shows the draft of a page of links to everybody.</summary>
[Needs(Permission.WritePosts)]
public sealed record PublishHub(Id<LinkHub> Hub, int? IfVersion = null) : ICommand<HubView>, IExpectsVersion
{
    internal sealed class Handler(Db db, HubBook book, TimeProvider clock, Journal journal) : IHandle<PublishHub, HubView>
    {
        public async Task<HubView> HandleAsync(PublishHub request, CancellationToken cancel)
        {
            var hub = await db.FindAsync(request.Hub, "page", cancel);
            hub.Expect(request.IfVersion);
            hub.Publish(clock.Now());
            journal.Say($"published the page of links “{hub.Draft.Title}”", hub.Brand.Value, subject: hub.Id);
            return await book.ViewAsync(hub, cancel);
        }
    }
}

/// <summary>Takes a page of links out of sight. Its draft and its counts stay.</summary>
[Needs(Permission.WritePosts)]
public sealed record WithdrawHub(Id<LinkHub> Hub, int? IfVersion = null) : ICommand<HubView>, IExpectsVersion
{
    internal sealed class Handler(Db db, HubBook book, Journal journal) : IHandle<WithdrawHub, HubView>
    {
        public async Task<HubView> HandleAsync(WithdrawHub request, CancellationToken cancel)
        {
            var hub = await db.FindAsync(request.Hub, "page", cancel);
            hub.Expect(request.IfVersion);
            hub.Withdraw();
            journal.Say($"took the page of links “{hub.Draft.Title}” out of sight", hub.Brand.Value, subject: hub.Id);
            return await book.ViewAsync(hub, cancel);
        }
    }
}

/// <summary>Shows a page of links that was taken out of sight again, as it was seen last; its draft stays as it is. 409 when it was never public.</summary>
[Needs(Permission.WritePosts)]
public sealed record ShowHubAgain(Id<LinkHub> Hub, int? IfVersion = null) : ICommand<HubView>, IExpectsVersion
{
    internal sealed class Handler(Db db, HubBook book, TimeProvider clock, Journal journal) : IHandle<ShowHubAgain, HubView>
    {
        public async Task<HubView> HandleAsync(ShowHubAgain request, CancellationToken cancel)
        {
            var hub = await db.FindAsync(request.Hub, "page", cancel);
            hub.Expect(request.IfVersion);
            hub.ShowAgain(clock.Now());
            journal.Say($"showed the page of links “{hub.Draft.Title}” again", hub.Brand.Value, subject: hub.Id);
            return await book.ViewAsync(hub, cancel);
        }
    }
}

/// <summary>Deletes a page of links that nobody sees, with its counts of views; the links on it stay, and its address is free again. 409 while it is public.</summary>
[Needs(Permission.WritePosts)]
public sealed record DeleteHub(Id<LinkHub> Hub, int? IfVersion = null) : ICommand<Done>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<DeleteHub, Done>
    {
        public async Task<Done> HandleAsync(DeleteHub request, CancellationToken cancel)
        {
            var hub = await db.FindAsync(request.Hub, "page", cancel);
            hub.Expect(request.IfVersion);
            if (hub.PublishedAt is not null)
            {
                throw Rule.Conflict("hub-public", "The page is public. Take it out of sight first.");
            }

            db.RemoveRange(await db.Set<HubRollup>().Where(row => row.Hub == hub.Id).ToListAsync(cancel));
            db.Remove(hub);
            journal.Say($"deleted the page of links “{hub.Draft.Title}”", hub.Brand.Value, subject: hub.Id);
            return Done.It;
        }
    }
}
