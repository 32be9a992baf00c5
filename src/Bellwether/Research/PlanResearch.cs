using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Research;

/// <summary>A piece of the research behind one plan.</summary>
public abstract class PlanResearch<T> : Entity<T>
    where T : PlanResearch<T>
{
    private protected PlanResearch()
    {
    }

    private protected PlanResearch(Plan plan) => (Plan, Brand) = (plan.Id, plan.Brand);

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }
}

/// <summary>Maps a piece of research: its own table, found by plan.</summary>
internal abstract class ResearchStorage<T>(string table) : IEntityTypeConfiguration<T>
    where T : PlanResearch<T>
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table);
        builder.HasIndex(row => row.Plan);
        Map(builder);
    }

    protected abstract void Map(EntityTypeBuilder<T> builder);
}
