using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Who covers one area for a department: a member, or somebody by name.</summary>
/// <param name="Area">The area in own words: “Answers to complaints”.</param>
public sealed record AreaCover(string Area, Id<Member>? Member = null, string? Person = null);

/// <summary>A part of the organisation whose goals matter to the plan.</summary>
/// <param name="Name">“Service”.</param>
/// <param name="Contact">Whom to talk to there.</param>
/// <param name="Goals">What it wants for itself, in its own words.</param>
/// <param name="Cover">Who covers which area for it.</param>
public sealed record DepartmentSheet(string Name, string? Contact = null, string? Goals = null, IReadOnlyList<AreaCover>? Cover = null)
{
    public DepartmentSheet Checked()
    {
        var cover = (Cover ?? []).Select(each => each with { Area = Rule.Text(each.Area, "cover", 80), Person = Rule.OptionalText(each.Person, "cover", 120) }).Where(each => each.Member is not null || each.Person is not null).ToList();
        Rule.Require(cover.Select(each => each.Area).Distinct(StringComparer.OrdinalIgnoreCase).Count() == cover.Count, "area-twice", "An area stands here twice. One person covers it.", "cover");
        return new DepartmentSheet(Rule.Text(Name, "name", 120), Rule.OptionalText(Contact, "contact", 200), Rule.OptionalText(Goals, "goals", 2000), cover);
    }
}

/// <summary>A department said yes to a version of the plan.</summary>
/// <param name="Number">The plan's version it said yes to.</param>
public sealed record DepartmentSignOff(int Number, string By, Instant At, string? Note = null);

/// <summary>A department with who covers what for it, and its sign-off.</summary>
public sealed class Department : PlanResearch<Department>
{
    private Department()
    {
    }

    public Department(Plan plan, DepartmentSheet sheet)
        : base(plan) => Sheet = sheet.Checked();

    public DepartmentSheet Sheet { get; private set; } = null!;

    /// <summary>The last yes; null before the first.</summary>
    public DepartmentSignOff? SignOff { get; private set; }

    public void Word(DepartmentSheet sheet) => Sheet = sheet.Checked();

    public void Sign(int number, string by, Instant at, string? note) => SignOff = new DepartmentSignOff(number, by, at, Rule.OptionalText(note, "note", 400));
}

internal sealed class DepartmentStorage() : ResearchStorage<Department>("departments")
{
    protected override void Map(EntityTypeBuilder<Department> builder)
    {
        builder.Property(row => row.Sheet).AsJson();
        builder.Property(row => row.SignOff).AsJson();
    }
}
