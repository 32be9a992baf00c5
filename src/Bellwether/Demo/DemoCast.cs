using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;

namespace Bellwether.Demo;

/// <summary>The people of the demo. Their names say what they are, so that each line of the journal does.</summary>
internal sealed record DemoCast(DemoPerson Ana, DemoPerson Ben, DemoPerson Cleo)
{
    /// <summary>Runs the plan and approves; writes and posts; counts.</summary>
    public static async Task<DemoCast> HireAsync(DemoStage stage, Id<Brand> brand, CancellationToken cancel)
    {
        var people = new[] { ("Ana (demo)", "ana@tacoloco.example", Role.Manager), ("Ben (demo)", "ben@tacoloco.example", Role.Editor), ("Cleo (demo)", "cleo@tacoloco.example", Role.Analyst) };
        var hired = new List<DemoPerson>();
        await stage.StoreAsync(
            db =>
            {
                foreach (var (name, email, role) in people)
                {
                    var member = new Member(db.WorkspaceKey, name, email, role);
                    member.LimitTo([brand.ToString()], []);
                    db.Add(member);
                    hired.Add(new DemoPerson(member.Id, name, email, role));
                }

                return Task.CompletedTask;
            },
            cancel);
        return new DemoCast(hired[0], hired[1], hired[2]);
    }
}
