using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Plans;

/// <summary>What a notice tells everybody.</summary>
public enum PlanNoticeKind
{
    /// <summary>The problem and the goal, said out loud.</summary>
    Statement,

    /// <summary>A version came into force.</summary>
    NewVersion,
}

/// <summary>Something the whole team is told about a plan, and is asked to have seen.</summary>
public sealed class PlanNotice : Entity<PlanNotice>
{
    private PlanNotice()
    {
    }

    public PlanNotice(Plan plan, PlanNoticeKind kind, IReadOnlyList<string> lines, string by) =>
        (Plan, Kind, Number, Lines, By) = (plan.Id, kind, plan.Number, lines, by);

    public Id<Plan> Plan { get; private set; }

    public PlanNoticeKind Kind { get; private set; }

    /// <summary>The plan's version it was told in.</summary>
    public int Number { get; private set; }

    /// <summary>What was told, sentence by sentence, as it was then.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    public string By { get; private set; } = "";
}

/// <summary>One member has seen a notice; once each.</summary>
public sealed class NoticeSeen : Entity<NoticeSeen>
{
    private NoticeSeen()
    {
    }

    public NoticeSeen(Id<PlanNotice> notice, Id<Member> member) => (Notice, Member) = (notice, member);

    public Id<PlanNotice> Notice { get; private set; }

    public Id<Member> Member { get; private set; }
}

internal sealed class PlanNoticeStorage : IEntityTypeConfiguration<PlanNotice>
{
    public void Configure(EntityTypeBuilder<PlanNotice> builder)
    {
        builder.ToTable("plan_notices");
        builder.Property(row => row.Lines).AsJson();
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class NoticeSeenStorage : IEntityTypeConfiguration<NoticeSeen>
{
    public void Configure(EntityTypeBuilder<NoticeSeen> builder)
    {
        builder.ToTable("plan_notices_seen");
        builder.HasIndex(row => new { row.Notice, row.Member }).IsUnique();
    }
}
