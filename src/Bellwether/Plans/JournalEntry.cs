using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Plans;

/// <summary>What the journal says about how well something works.</summary>
public enum JournalVerdict
{
    Works,
    DoesNotWork,
}

/// <summary>One line of a plan's journal: who did what, when and why. Only ever added; a correction is a new line.</summary>
public sealed class JournalEntry : Entity<JournalEntry>
{
    private JournalEntry()
    {
    }

    public JournalEntry(Happening happening, string step, Id<Member>? member, string by)
    {
        Brand = happening.Brand is { } brand ? new Id<Brand>(brand) : null;
        Plan = happening.Plan is { } plan ? new Id<Plan>(plan) : null;
        (Step, What, Why, Subject, Member, By) = (step, happening.What, happening.Why, happening.Subject, member, by);
        SearchText = Searchable();
    }

    /// <summary>A line that somebody writes.</summary>
    public JournalEntry(Plan plan, string step, string text, string? why, string? evidence, JournalVerdict? verdict, Id<JournalEntry>? about, Id<Member>? member, string by)
    {
        (Brand, Plan, Step, Verdict, About, Member, By) = (plan.Brand, plan.Id, step, verdict, about, member, by);
        What = Rule.Text(text, "text", 2000);
        Why = Rule.OptionalText(why, "why", 2000);
        Evidence = Rule.OptionalText(evidence, "evidence", 1000);
        IsWritten = true;
        SearchText = Searchable();
    }

    public Id<Brand>? Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>The step's folder: “Calendar”.</summary>
    public string Step { get; private set; } = "";

    /// <summary>A sentence without a subject; the subject is <see cref="By"/>.</summary>
    public string What { get; private set; } = "";

    public string? Why { get; private set; }

    /// <summary>An address or the id of what shows it.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The id of the thing it is about.</summary>
    public string? Subject { get; private set; }

    public JournalVerdict? Verdict { get; private set; }

    /// <summary>The earlier line that this one is about: a correction, or a word on how it went.</summary>
    public Id<JournalEntry>? About { get; private set; }

    public Id<Member>? Member { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>Whether a person wrote it; otherwise it wrote itself.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>What, why and who in capitals: databases differ in how they fold letters.</summary>
    public string SearchText { get; private set; } = "";

    private string Searchable() => $"{What} {Why} {By} {Evidence}".ToUpperInvariant();
}

internal sealed class JournalEntryStorage : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal_entries");
        builder.Property(row => row.Step).HasMaxLength(40);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Subject).HasMaxLength(120);
        builder.HasIndex(row => row.Plan);
        builder.HasIndex(row => row.Brand);
    }
}

/// <summary>Writes what a command says about a brand or a plan into the journal, in the same transaction.</summary>
internal sealed class JournalWriter(Db db, ICurrent current) : IRecordHappenings
{
    public void Record(string step, string request, string summary, IReadOnlyList<Happening> happenings)
    {
        Id<Member>? member = current.MemberKey is { } key ? new Id<Member>(key) : null;
        foreach (var happening in happenings.Where(happening => happening.Brand is not null || happening.Plan is not null))
        {
            db.Add(new JournalEntry(happening, step, member, current.Name));
        }
    }
}
