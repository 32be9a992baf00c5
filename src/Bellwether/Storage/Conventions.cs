using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Bellwether.Storage;

/// <summary>How values of the domain lie in columns: the same on SQLite and PostgreSQL.</summary>
internal static class Conventions
{
    /// <summary>Marks a table that takes many rows a second: it has the indexes its mapping names and no others.</summary>
    public const string OwnIndexes = "Bellwether:OwnIndexes";

    public static void Configure(ModelConfigurationBuilder builder)
    {
        foreach (var entity in typeof(Conventions).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && IsEntity(type)))
        {
            builder.Properties(typeof(Id<>).MakeGenericType(entity)).HaveConversion(typeof(IdConverter<>).MakeGenericType(entity));
        }

        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        builder.Properties<decimal>().HaveConversion<MicroConverter>();
        builder.Properties<Instant>().HaveConversion<InstantConverter>();
        builder.Properties<LocalDate>().HaveConversion<LocalDateConverter>().HaveMaxLength(10);
        builder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>().HaveMaxLength(8);
        builder.Properties<LocalDateTime>().HaveConversion<LocalDateTimeConverter>().HaveMaxLength(19);
    }

    public static void Apply(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(type.ClrType) && type.BaseType is null)
            {
                type.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
                type.FindProperty(nameof(Entity.WorkspaceKey))!.SetColumnName("workspace");
                if (type.FindAnnotation(OwnIndexes) is null)
                {
                    builder.Entity(type.ClrType).HasIndex(nameof(Entity.WorkspaceKey));
                }

                if (type.FindPrimaryKey()?.Properties is [{ Name: "Id" } id])
                {
                    id.ValueGenerated = ValueGenerated.Never;
                }
            }

            Name(type, "");
        }
    }

    private static bool IsEntity(Type type) =>
        type.BaseType is { IsGenericType: true } parent && (parent.GetGenericTypeDefinition() == typeof(Entity<>) || IsEntity(parent));

    private static void Name(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties().Where(property => property.Name != nameof(Entity.WorkspaceKey)))
        {
            property.SetColumnName(prefix + IdText.SnakeCase(property.Name));
        }

        foreach (var complex in type.GetDeclaredComplexProperties())
        {
            Name(complex.ComplexType, prefix + IdText.SnakeCase(complex.Name) + "_");
        }
    }
}
