using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Adds something the brand says of itself, with its proofs; without one it is kept and called a dream.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddClaim(Id<Plan> Plan, string Text, IReadOnlyList<ProofItem>? Proofs = null) : ICommand<ClaimView>
{
    internal sealed class Handler(Db db, PositioningDesk desk, TimeProvider clock, Journal journal) : IHandle<AddClaim, ClaimView>
    {
        public async Task<ClaimView> HandleAsync(AddClaim request, CancellationToken cancel)
        {
            var plan = await desk.EditAsync(request.Plan, cancel);
            var brand = await db.FindAsync(plan.Brand, "brand", cancel);
            var others = await db.Set<Claim>().AsNoTracking().Where(row => row.Plan == plan.Id).Select(row => new { row.Text, row.Rank }).ToListAsync(cancel);
            var claim = new Claim(plan, request.Text, others.Select(other => other.Rank).DefaultIfEmpty(0).Max() + 1);
            if (others.Exists(other => string.Equals(other.Text, claim.Text, StringComparison.OrdinalIgnoreCase)))
            {
                throw Rule.Conflict("claim-known", $"The plan claims “{claim.Text}” already. Add the proof there.", "text");
            }

            claim.Prove(request.Proofs ?? [], clock.Today(brand.Zone));
            db.Add(claim);
            journal.Say($"claimed “{claim.Text}”{(claim.IsDream ? ", without a proof so far" : "")}", claim.Brand.Value, claim.Plan.Value, claim.Id);
            return ClaimView.Of(claim);
        }
    }
}

/// <summary>Changes a claim or its proofs; what is left out stays, given proofs replace the ones there.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeClaim(Id<Claim> Claim, string? Text = null, IReadOnlyList<ProofItem>? Proofs = null, int? IfVersion = null) : ICommand<ClaimView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PositioningDesk desk, TimeProvider clock, Journal journal) : IHandle<ChangeClaim, ClaimView>
    {
        public async Task<ClaimView> HandleAsync(ChangeClaim request, CancellationToken cancel)
        {
            var claim = await db.FindAsync(request.Claim, "claim", cancel);
            await desk.EditAsync(claim.Plan, cancel);
            claim.Expect(request.IfVersion);
            var brand = await db.FindAsync(claim.Brand, "brand", cancel);
            claim.Say(request.Text ?? claim.Text);
            claim.Prove(request.Proofs ?? claim.Proofs, clock.Today(brand.Zone));
            journal.Say($"changed the claim “{claim.Text}”{(claim.IsDream ? ", which has no proof" : "")}", claim.Brand.Value, claim.Plan.Value, claim.Id);
            return ClaimView.Of(claim);
        }
    }
}

/// <summary>Adds one proof to a claim; a dream becomes a claim.</summary>
[Needs(Permission.EditPlan)]
public sealed record ProveClaim(Id<Claim> Claim, ProofItem Proof) : ICommand<ClaimView>
{
    internal sealed class Handler(Db db, PositioningDesk desk, TimeProvider clock, Journal journal) : IHandle<ProveClaim, ClaimView>
    {
        public async Task<ClaimView> HandleAsync(ProveClaim request, CancellationToken cancel)
        {
            var claim = await db.FindAsync(request.Claim, "claim", cancel);
            await desk.EditAsync(claim.Plan, cancel);
            var brand = await db.FindAsync(claim.Brand, "brand", cancel);
            claim.Prove([.. claim.Proofs, request.Proof], clock.Today(brand.Zone));
            journal.Say($"showed a proof of “{claim.Text}”: “{claim.Proofs[^1].Text}”", claim.Brand.Value, claim.Plan.Value, claim.Id);
            return ClaimView.Of(claim);
        }
    }
}

/// <summary>Takes a claim back, with its proofs.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveClaim(Id<Claim> Claim) : ICommand<Done>
{
    internal sealed class Handler(Db db, PositioningDesk desk, Journal journal) : IHandle<RemoveClaim, Done>
    {
        public async Task<Done> HandleAsync(RemoveClaim request, CancellationToken cancel)
        {
            var claim = await db.FindAsync(request.Claim, "claim", cancel);
            await desk.EditAsync(claim.Plan, cancel);
            db.Remove(claim);
            journal.Say($"took the claim “{claim.Text}” back", claim.Brand.Value, claim.Plan.Value, claim.Id);
            return Done.It;
        }
    }
}
