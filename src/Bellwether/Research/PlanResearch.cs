using System.Buffers.Binary;
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

    private protected PlanResearch(Plan plan) => (Plan, Brand, Place) = (plan.Id, plan.Brand, Places.Next(Id.Value));

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Its place among its kind: what was made later stands later, also within one millisecond.</summary>
    public long Place { get; private set; }
}

/// <summary>Places in the order of making; ids keep that order only to the millisecond.</summary>
internal static class Places
{
    private static long last;

    /// <summary>A place after every one given before, near the time that a fresh id carries.</summary>
    public static long Next(Guid fresh)
    {
        Span<byte> bytes = stackalloc byte[16];
        fresh.TryWriteBytes(bytes, bigEndian: true, out _);
        var now = (((long)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[4..])) * 1000;
        long before, next;
        do
        {
            before = Interlocked.Read(ref last);
            next = Math.Max(before + 1, now);
        }
        while (Interlocked.CompareExchange(ref last, next, before) != before);

        return next;
    }
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
