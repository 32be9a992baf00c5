using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.People;

/// <summary>One line of the audit trail: who did what, when. Only ever added.</summary>
[ForEveryBrand("The trail speaks of every brand; AuditTrail refuses members who do not see all of them.")]
public sealed class AuditLine : Entity<AuditLine>
{
    private AuditLine()
    {
    }

    public AuditLine(Id<Member>? member, string name, string step, string request, string what, string? subject) =>
        (Member, Name, Step, Request, What, Subject) = (member, name, step, request, what, subject);

    public Id<Member>? Member { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The step's folder: “Goals”.</summary>
    public string Step { get; private set; } = "";

    /// <summary>The use case: “AddGoal”.</summary>
    public string Request { get; private set; } = "";

    public string What { get; private set; } = "";

    public string? Subject { get; private set; }
}

internal sealed class AuditLineStorage : IEntityTypeConfiguration<AuditLine>
{
    public void Configure(EntityTypeBuilder<AuditLine> builder)
    {
        builder.ToTable("audit_lines");
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Step).HasMaxLength(40);
        builder.Property(row => row.Request).HasMaxLength(80);
        builder.HasIndex(row => new { row.WorkspaceKey, row.CreatedAt });
    }
}

/// <summary>Writes the audit line with the change it is about.</summary>
internal sealed class AuditTrailWriter(Db db, ICurrent current) : IRecordHappenings
{
    public void Record(string step, string request, string summary, IReadOnlyList<Happening> happenings)
    {
        Id<Member>? member = current.MemberKey is { } key ? new Id<Member>(key) : null;
        if (happenings.Count == 0)
        {
            if (member is not null)
            {
                db.Add(new AuditLine(member, current.Name, step, request, summary, null));
            }

            return;
        }

        foreach (var happening in happenings)
        {
            db.Add(new AuditLine(member, current.Name, step, request, happening.What, happening.Subject));
        }
    }
}

/// <summary>A line of the audit trail as it is shown.</summary>
public sealed record AuditLineView(Id<AuditLine> Id, string Name, string Step, string Request, string What, string? Subject, Instant At);

/// <summary>Who did what in this workspace, the newest first. It speaks of every brand, so members limited to some get 403.</summary>
[Needs(Permission.Administer)]
public sealed record AuditTrail(string? After = null, int Take = 50) : IQuery<Page<AuditLineView>>
{
    internal sealed class Handler(Db db, ICurrent current) : IHandle<AuditTrail, Page<AuditLineView>>
    {
        public async Task<Page<AuditLineView>> HandleAsync(AuditTrail request, CancellationToken cancel)
        {
            MemberSight.RequireAll(current, "The audit trail speaks of every brand. Ask somebody who sees all of them.");
            var lines = db.Set<AuditLine>().AsNoTracking().OrderByDescending(line => line.Id);
            return await lines.PageAsync(request.After, request.Take, line => line.Id, (query, after) => query.Where(line => line.Id.CompareTo(after) < 0),
                line => new AuditLineView(line.Id, line.Name, line.Step, line.Request, line.What, line.Subject, line.CreatedAt), cancel);
        }
    }
}
