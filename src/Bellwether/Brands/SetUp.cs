using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Brands;

/// <summary>What the first set-up made.</summary>
public sealed record SetUpDone(Id<Workspace> Workspace, Id<Member> Owner, Id<Brand> Brand);

/// <summary>Creates the workspace, its owner and the first brand on an empty installation.</summary>
[Internal("Runs before anybody can sign in; the set-up page and `bellwether setup` send it once, then it refuses.")]
public sealed record SetUp(
    string OwnerName, string Email, Guid UserKey, string WorkspaceName, string BrandName, string Zone, string Currency, WorkingHours? Hours = null, IReadOnlyList<string>? OwnHosts = null) : ICommand<SetUpDone>
{
    internal sealed class Handler(Db db) : IHandle<SetUp, SetUpDone>
    {
        public async Task<SetUpDone> HandleAsync(SetUp request, CancellationToken cancel)
        {
            if (await db.Set<Workspace>().AnyAsync(cancel))
            {
                throw Rule.Conflict("set-up-already", "Bellwether is set up already. Sign in instead.");
            }

            var workspace = new Workspace(request.WorkspaceName);
            var owner = new Member(workspace.Id.Value, request.OwnerName, request.Email, Role.Owner);
            owner.Join(request.UserKey);
            var brand = new Brand(request.BrandName, request.Zone, request.Currency) { WorkspaceKey = workspace.Id.Value };
            brand.Work((request.Hours ?? WorkingHours.Usual).Checked());
            brand.Own(request.OwnHosts ?? []);
            db.AddRange(workspace, owner, brand);
            return new SetUpDone(workspace.Id, owner.Id, brand.Id);
        }
    }
}

/// <summary>Whether the installation has been set up.</summary>
[Internal("The sign-in door asks it before anybody can sign in.")]
public sealed record IsSetUp : IQuery<bool>
{
    internal sealed class Handler(Db db) : IHandle<IsSetUp, bool>
    {
        public Task<bool> HandleAsync(IsSetUp request, CancellationToken cancel) => db.Set<Workspace>().AnyAsync(cancel);
    }
}
