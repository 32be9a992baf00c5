using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>What kind of proof it is.</summary>
public enum ProofKind
{
    /// <summary>A number with its source.</summary>
    Figure,

    /// <summary>A customer's own words.</summary>
    Testimonial,

    /// <summary>A job that was done.</summary>
    Case,

    /// <summary>What anybody can see or try.</summary>
    Demonstration,

    /// <summary>A certificate, an award, a test by somebody else.</summary>
    Award,
}

/// <summary>What makes a claim believable.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Link">Where it can be looked at.</param>
/// <param name="On">The day it is from.</param>
public sealed record ProofItem(ProofKind Kind, string Text, string? Link = null, LocalDate? On = null)
{
    public ProofItem Checked(LocalDate today)
    {
        Rule.Require(On is null || On <= today, "proof-from-future", "The proof is dated ahead of today. Give the day it is from.", "on");
        return this with { Text = Rule.Text(Text, "proof", 600), Link = string.IsNullOrWhiteSpace(Link) ? null : TaggedAddress.Web(Link, "link").AbsoluteUri };
    }
}

/// <summary>Something the brand says of itself. Without a proof it is a dream, and is called so wherever it is shown.</summary>
public sealed class Claim : Entity<Claim>
{
    private Claim()
    {
    }

    /// <summary>A claim is a line; proofs may follow.</summary>
    public Claim(Plan plan, string text, int rank)
    {
        (Plan, Brand, Rank) = (plan.Id, plan.Brand, rank);
        Say(text);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Text { get; private set; } = "";

    public IReadOnlyList<ProofItem> Proofs { get; private set; } = [];

    /// <summary>Its place among the claims, from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>Whether nothing shows that it is true.</summary>
    public bool IsDream => Proofs.Count == 0;

    public void Say(string text) => Text = Rule.Text(text, "text", 300);

    public void Prove(IReadOnlyList<ProofItem> proofs, LocalDate today) => Proofs = [.. proofs.Select(proof => proof.Checked(today))];
}
