using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>The plan's own way of approving, as the part “approval”. Whoever is named and no member where it is read is left out of their step.</summary>
internal sealed class ApprovalPart(Db db, MembersByEmail people) : IPlanPart
{
    private sealed record Written(ApprovalMode Mode, bool? FourEyes = null, IReadOnlyList<WrittenStep>? Steps = null, LateApproval? IfLate = null);

    private sealed record WrittenStep(string Name, IReadOnlyList<string>? Members = null, bool? All = null, bool? Outside = null);

    public string Name => "approval";

    public int Order => 1450;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        if (await db.Set<PlanApproval>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) is not { } own)
        {
            return null;
        }

        await people.LoadAsync(cancel);
        return PartJson.Write(new Written(
            own.Mode, own.FourEyes ? true : null,
            own.Steps.Select(step => new WrittenStep(step.Name, step.Members.Select(member => people.Email(member)).OfType<string>().ToList().OrNull(), step.All ? true : null, step.Outside ? true : null)).ToList().OrNull(),
            own.IfLate == LateApproval.Expire ? null : own.IfLate));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var written = PartJson.Read<Written>(Name, part);
        await people.LoadAsync(cancel);
        db.Add(PartJson.At("approval.steps", () =>
        {
            var own = new PlanApproval(plan);
            own.Become(
                written.Mode, written.FourEyes ?? false,
                [.. (written.Steps ?? []).Select(step => new ApprovalStep(step.Name, [.. (step.Members ?? []).Select(people.Find).OfType<Id<People.Member>>()], step.All ?? false, step.Outside ?? false))],
                written.IfLate ?? LateApproval.Expire);
            return own;
        }));
    }
}
