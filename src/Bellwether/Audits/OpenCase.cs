using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>
/// Opens a case against a profile that passes for the brand. The address of an own account is 422, one that has a case already 409.
/// </summary>
/// <param name="Url">The address of the fake.</param>
/// <param name="Copied">What of the identity was copied.</param>
[Needs(Permission.TakePart)]
public sealed record OpenCase(Id<Brand> Brand, string Network, string Url, string? Handle = null, IReadOnlyList<IdentityElement>? Copied = null, string? Notes = null) : ICommand<CaseDetailView>
{
    internal sealed class Handler(PlanFinder plans, CaseOpener opener, CaseDesk desk) : IHandle<OpenCase, CaseDetailView>
    {
        public async Task<CaseDetailView> HandleAsync(OpenCase request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var opened = await opener.OpenAsync(brand, request.Network, request.Url, request.Handle, request.Copied ?? [], request.Notes, cancel);
            return await desk.ViewAsync(opened, brand, cancel);
        }
    }
}

/// <summary>Opens cases, for whoever finds a fake.</summary>
[Scoped]
public sealed class CaseOpener(Db db, ICurrent current, TimeProvider clock, Journal journal)
{
    public async Task<ImpersonationCase> OpenAsync(Brand brand, string network, string url, string? handle, IReadOnlyList<IdentityElement> copied, string? notes, CancellationToken cancel)
    {
        var opened = new ImpersonationCase(brand.Id, network, url, handle, current.Name, clock.Now());
        opened.Describe(copied, notes);
        var own = await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(account => account.Key == opened.Key, cancel);
        Rule.Require(own is null, "this-is-ours", $"This is ours: “{own?.Handle}” stands in the inventory. Check the address of the fake.", "url");
        if (await db.Set<ImpersonationCase>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.Key == opened.Key, cancel) is { } known)
        {
            throw new ProblemException(ProblemKind.Conflict, "case-known", "There is a case against this profile already. Go on with that one.", new FieldProblem("url", "There is a case against this profile already.")) { Details = known.Id.ToString() };
        }

        db.Add(opened);
        journal.Say($"opened a case against {opened.Url}", brand.Id.Value, null, opened.Id, opened.Notes);
        return opened;
    }
}

/// <summary>Changes what was copied and what is noted of a case; what is left out stays.</summary>
[Needs(Permission.TakePart)]
public sealed record DescribeCase(Id<ImpersonationCase> Case, IReadOnlyList<IdentityElement>? Copied = null, string? Notes = null, int? IfVersion = null) : ICommand<CaseDetailView>, IExpectsVersion
{
    internal sealed class Handler(CaseDesk desk, Journal journal) : IHandle<DescribeCase, CaseDetailView>
    {
        public async Task<CaseDetailView> HandleAsync(DescribeCase request, CancellationToken cancel)
        {
            var (row, brand) = await desk.FindAsync(request.Case, cancel);
            row.Expect(request.IfVersion);
            row.Describe(request.Copied ?? row.Copied, request.Notes ?? row.Notes);
            journal.Say($"described the case against {row.Url}", brand.Id.Value, null, row.Id);
            return await desk.ViewAsync(row, brand, cancel);
        }
    }
}
