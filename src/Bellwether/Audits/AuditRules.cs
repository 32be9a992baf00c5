using Bellwether.Brands;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>How often a brand looks after its accounts, and the words it wants to be found by.</summary>
public sealed class AuditRules : Entity<AuditRules>
{
    private AuditRules()
    {
    }

    /// <summary>The rules that hold until somebody sets others: each quarter, chased after a week.</summary>
    public AuditRules(Id<Brand> brand) => Brand = brand;

    public Id<Brand> Brand { get; private set; }

    /// <summary>Days after which an owner confirms an account again.</summary>
    public int AttestEvery { get; private set; } = 90;

    /// <summary>Days without an answer after which a report of a fake is chased.</summary>
    public int ChaseAfter { get; private set; } = 7;

    /// <summary>Days after which the networks are searched for strangers again.</summary>
    public int SearchEvery { get; private set; } = 90;

    /// <summary>Days for which a closed audit counts as recent.</summary>
    public int AuditEvery { get; private set; } = 180;

    /// <summary>Words that people search for and that profiles should carry.</summary>
    public IReadOnlyList<string> Keywords { get; private set; } = [];

    public void Set(int attestEvery, int chaseAfter, int searchEvery, int auditEvery) =>
        (AttestEvery, ChaseAfter, SearchEvery, AuditEvery) = (attestEvery, chaseAfter, searchEvery, auditEvery);

    /// <summary>At most 20 words or phrases; the same one twice counts once.</summary>
    public void Find(IEnumerable<string> keywords)
    {
        Keywords = [.. keywords.Select(word => Rule.Text(word, "keywords", 60)).Distinct(StringComparer.OrdinalIgnoreCase)];
        Rule.Require(Keywords.Count <= 20, "many-keywords", "Twenty keywords are more than a profile can carry. Keep the best.", "keywords");
    }
}

internal sealed class AuditRulesStorage : IEntityTypeConfiguration<AuditRules>
{
    public void Configure(EntityTypeBuilder<AuditRules> builder)
    {
        builder.ToTable("audit_rules");
        builder.Property(rules => rules.Keywords).AsJson();
        builder.HasIndex(rules => rules.Brand).IsUnique();
    }
}
