using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Who the brand is, as a part of the plan: position, concept, voice, words, claims with proofs, conversation starters.</summary>
internal sealed class PositioningPart(Db db, PositioningDesk desk, TimeProvider clock) : IPlanPart
{
    public string Name => "positioning";

    public int Order => 1090;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var position = await desk.ReadAsync(plan, cancel);
        var brand = await db.FindAsync(plan.Brand, "brand", cancel);
        var written = new WrittenPositioning(
            position.BrandPosition, position.SocialConcept, position.Voice, WrittenGuide.Of(position.Guide), position.Rivals.OrNull(),
            brand.Words.Use.OrNull(), brand.Words.Avoid.OrNull(),
            (await desk.ClaimsAsync(plan.Id, cancel)).Select(claim => new WrittenClaim(claim.Id, claim.Text, claim.Proofs.OrNull())).ToList().OrNull(),
            (await desk.StartersAsync(plan.Id, cancel)).Select(starter => new WrittenStarter(starter.Id, starter.Text, starter.Kind, starter.Persona)).ToList().OrNull());
        return written == WrittenPositioning.Empty ? null : PartJson.Write(written);
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var written = PartJson.Read<WrittenPositioning>(Name, part);
        var brand = await db.FindAsync(plan.Brand, "brand", cancel);
        var today = clock.Today(brand.Zone);
        if (written.HasPosition)
        {
            var position = new Positioning(plan);
            position.Stand(written.BrandPosition, written.SocialConcept, written.Voice);
            position.Follow(written.Guide?.Make() ?? ContentGuide.Empty);
            position.CompareWith(written.Rivals ?? [], today);
            db.Add(position);
        }

        // The words are the brand's: those it has already are not overwritten by a file.
        if (brand.Words.Use.Count == 0 && brand.Words.Avoid.Count == 0)
        {
            brand.Speak(new BrandWords(written.WordsToUse ?? [], written.WordsToAvoid ?? []));
        }

        foreach (var (each, index) in (written.Claims ?? []).Select((each, index) => (each, index)))
        {
            var claim = new Claim(plan, each.Text, index + 1) { Id = each.Id };
            claim.Prove(each.Proofs ?? [], today);
            db.Add(claim);
        }

        foreach (var (each, index) in (written.Starters ?? []).Select((each, index) => (each, index)))
        {
            db.Add(new ConversationStarter(plan, each.Text, each.Kind, each.Persona, index + 1) { Id = each.Id });
        }
    }
}

/// <summary>A content guide in a plan file.</summary>
internal sealed record WrittenGuide(IReadOnlyList<string>? Promote = null, IReadOnlyList<string>? Avoid = null, IReadOnlyList<Ally>? Allies = null)
{
    public static WrittenGuide? Of(ContentGuide guide) => (guide.Promote?.OrNull(), guide.Avoid?.OrNull(), guide.Allies?.OrNull()) is var (promote, avoid, allies) && (promote ?? avoid ?? (object?)allies) is not null
        ? new WrittenGuide(promote, avoid, allies)
        : null;

    public ContentGuide Make() => new(Promote, Avoid, Allies);
}

/// <summary>A claim in a plan file.</summary>
internal sealed record WrittenClaim(Id<Claim> Id, string Text, IReadOnlyList<ProofItem>? Proofs = null);

/// <summary>A conversation starter in a plan file.</summary>
internal sealed record WrittenStarter(Id<ConversationStarter> Id, string Text, StarterKind Kind, string? Persona = null);

/// <summary>The positioning in a plan file.</summary>
internal sealed record WrittenPositioning(
    string? BrandPosition = null, string? SocialConcept = null, string? Voice = null, WrittenGuide? Guide = null, IReadOnlyList<RivalPosition>? Rivals = null,
    IReadOnlyList<string>? WordsToUse = null, IReadOnlyList<AvoidedWord>? WordsToAvoid = null, IReadOnlyList<WrittenClaim>? Claims = null, IReadOnlyList<WrittenStarter>? Starters = null)
{
    public static WrittenPositioning Empty { get; } = new();

    public bool HasPosition => BrandPosition is not null || SocialConcept is not null || Voice is not null || Guide is not null || Rivals is not null;
}
