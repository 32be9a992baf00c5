using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>One official account, as the public sees it.</summary>
public sealed record DirectoryEntry(string Network, string NetworkName, string Handle, string Url, string? Purpose, string? Branch);

/// <summary>An account that the directory leaves out, and why.</summary>
public sealed record LeftOutAccount(Id<SocialAccount> Account, string Network, string Handle, string Why);

/// <summary>A brand's directory as it stands, published or not.</summary>
/// <param name="Path">Its address on this server.</param>
/// <param name="Entries">The accounts it names: kept, in use, with an address.</param>
/// <param name="LeftOut">The others, each with the reason.</param>
public sealed record DirectoryView(string Slug, string Path, bool Published, string? Intro, string? Site, IReadOnlyList<DirectoryEntry> Entries, IReadOnlyList<LeftOutAccount> LeftOut);

/// <summary>A directory as everybody sees it.</summary>
public sealed record PublicDirectoryPage(string Brand, string? Intro, string? Site, IReadOnlyList<DirectoryEntry> Entries);

/// <summary>A brand's directory of official accounts, with what it leaves out and why.</summary>
[Needs(Permission.Read)]
public sealed record DirectoryDetail(Id<Brand> Brand) : IQuery<DirectoryView>
{
    internal sealed class Handler(PlanFinder plans, DirectoryDesk desk) : IHandle<DirectoryDetail, DirectoryView>
    {
        public async Task<DirectoryView> HandleAsync(DirectoryDetail request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            return await desk.ViewAsync(brand, await desk.FindAsync(brand, cancel), cancel);
        }
    }
}

/// <summary>Sets the address and words of a brand's directory, and publishes or withdraws it; what is left out stays. An address that is taken is 409.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Intro">A sentence above the list.</param>
/// <param name="Site">The brand's own site.</param>
[Needs(Permission.RunPlan)]
public sealed record SetDirectory(Id<Brand> Brand, string? Slug = null, string? Intro = null, string? Site = null, bool? Published = null) : ICommand<DirectoryView>
{
    internal sealed class Handler(Db db, PlanFinder plans, DirectoryDesk desk, Journal journal) : IHandle<SetDirectory, DirectoryView>
    {
        public async Task<DirectoryView> HandleAsync(SetDirectory request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var directory = await db.Set<AccountDirectory>().FirstOrDefaultAsync(row => row.Brand == brand.Id, cancel);
            if (directory is null)
            {
                db.Add(directory = await desk.FindAsync(brand, cancel));
            }

            directory.Move(request.Slug ?? directory.Slug);
            if (await db.Set<AccountDirectory>().IgnoreQueryFilters().AsNoTracking().AnyAsync(row => row.Slug == directory.Slug && row.Id != directory.Id, cancel))
            {
                throw Rule.Conflict("slug-taken", $"“{directory.Slug}” is taken. Choose another address.", "slug");
            }

            directory.Say(request.Intro ?? directory.Intro, request.Site ?? directory.Site);
            directory.Publish(request.Published ?? directory.Published);
            journal.Say(directory.Published ? $"published the directory of official accounts at /p/accounts/{directory.Slug}" : "changed the directory of official accounts; it is not published", brand.Id.Value);
            return await desk.ViewAsync(brand, directory, cancel);
        }
    }
}

/// <summary>The directory at a public address, or 404 while it is not published.</summary>
[Internal("Read by everybody, through the public page; a signed-in member asks for the directory itself.")]
public sealed record PublicDirectory(string Slug) : IQuery<PublicDirectoryPage>
{
    internal sealed class Handler(Db db, Runner runner) : IHandle<PublicDirectory, PublicDirectoryPage>
    {
        public async Task<PublicDirectoryPage> HandleAsync(PublicDirectory request, CancellationToken cancel)
        {
            var slug = request.Slug.ToLowerInvariant();
            var found = Rule.Found(await db.Set<AccountDirectory>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug && row.Published, cancel), "directory");
            var name = (await db.Set<Brand>().IgnoreQueryFilters().AsNoTracking().FirstAsync(brand => brand.Id == found.Brand, cancel)).Name;
            var view = await runner.RunAsync(new DirectoryDetail(found.Brand), current => current.BecomeProgram(found.WorkspaceKey), cancel);
            return new PublicDirectoryPage(name, view.Intro, view.Site, view.Entries);
        }
    }
}

/// <summary>Decides which accounts a directory names.</summary>
[Scoped]
public sealed class DirectoryDesk(Db db)
{
    /// <summary>The brand's directory, or one that nobody has set up yet.</summary>
    public async Task<AccountDirectory> FindAsync(Brand brand, CancellationToken cancel)
    {
        if (await db.Set<AccountDirectory>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand.Id, cancel) is { } known)
        {
            return known;
        }

        var slug = AccountDirectory.SlugOf(brand.Name);
        var taken = await db.Set<AccountDirectory>().IgnoreQueryFilters().AsNoTracking().AnyAsync(row => row.Slug == slug, cancel);
        return new AccountDirectory(brand.Id, taken ? $"{slug}-{brand.Id.ToString()[^6..]}" : slug);
    }

    internal async Task<DirectoryView> ViewAsync(Brand brand, AccountDirectory directory, CancellationToken cancel)
    {
        var accounts = (await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand.Id && account.ArchivedAt == null).ToListAsync(cancel))
            .OrderBy(account => account.Branch, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Network, StringComparer.Ordinal).ThenBy(account => account.Handle, StringComparer.OrdinalIgnoreCase).ToList();
        return new DirectoryView(
            directory.Slug, $"/p/accounts/{directory.Slug}", directory.Published, directory.Intro, directory.Site,
            [.. accounts.Where(account => WhyNot(account) is null).Select(account => new DirectoryEntry(account.Network, NetworkCatalogue.Of(account.Network).Name, account.Handle, account.Url!, account.Purpose, account.Branch))],
            [.. accounts.Where(account => WhyNot(account) is not null).Select(account => new LeftOutAccount(account.Id, account.Network, account.Handle, WhyNot(account)!))]);
    }

    private static string? WhyNot(SocialAccount account) => account switch
    {
        { Disposition: Disposition.Undecided } => "Nobody has decided to keep it.",
        { Disposition: not Disposition.Keep } => $"It is decided to {account.Disposition.ToString().ToLowerInvariant()} it.",
        { Status: AccountStatus.Planned } => "It is only planned.",
        { Status: AccountStatus.Closed } => "It is closed.",
        { Status: AccountStatus.Unexplained } => "Nobody says what it is for.",
        { Internal: true } => "It is for employees only.",
        { Url: null } => "It has no address.",
        _ => null,
    };
}
