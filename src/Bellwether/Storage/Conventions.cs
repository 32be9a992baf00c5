using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Bellwether.Storage;

/// <summary>How values of the domain lie in columns: the same on SQLite and PostgreSQL.</summary>
internal static class Conventions
{
    /// <summary>Marks a table that takes many rows a second: it has the indexes its mapping names and no others.</summary>
    public const string OwnIndexes = "Bellwether:OwnIndexes";

    private static readonly Type[] ByAttribute =
    [
        typeof(BackingFieldAttributeConvention), typeof(ComplexTypeAttributeConvention), typeof(ConcurrencyCheckAttributeConvention), typeof(DatabaseGeneratedAttributeConvention),
        typeof(DeleteBehaviorAttributeConvention), typeof(EntityTypeConfigurationAttributeConvention), typeof(ForeignKeyAttributeConvention), typeof(IndexAttributeConvention), typeof(InversePropertyAttributeConvention),
        typeof(KeyAttributeConvention), typeof(KeylessAttributeConvention), typeof(MaxLengthAttributeConvention), typeof(NavigationBackingFieldAttributeConvention),
        typeof(NotMappedMemberAttributeConvention), typeof(NotMappedTypeAttributeConvention), typeof(OwnedAttributeConvention), typeof(PrecisionAttributeConvention),
        typeof(RelationalColumnAttributeConvention), typeof(RelationalColumnCommentAttributeConvention),
        typeof(RelationalNavigationJsonPropertyNameAttributeConvention), typeof(RelationalPropertyJsonPropertyNameAttributeConvention),
        typeof(RelationalTableAttributeConvention), typeof(RelationalTableCommentAttributeConvention), typeof(RequiredNavigationAttributeConvention), typeof(RequiredPropertyAttributeConvention),
        typeof(StringLengthAttributeConvention), typeof(TimestampAttributeConvention), typeof(UnicodeAttributeConvention),
    ];

    public static void Configure(ModelConfigurationBuilder builder)
    {
        foreach (var entity in Product.Classes.Where(IsEntity))
        {
            builder.Properties(typeof(Id<>).MakeGenericType(entity)).HaveConversion(typeof(IdConverter<>).MakeGenericType(entity), typeof(IdComparer<>).MakeGenericType(entity));
        }

        // Mappings are written in code; looking for attributes on every property of every entity costs a tenth of the model.
        foreach (var convention in ByAttribute)
        {
            builder.Conventions.Remove(convention);
        }

        foreach (var kind in Product.Enums.Append(typeof(IsoDayOfWeek)))
        {
            builder.Properties(kind).HaveConversion(typeof(EnumConverter<>).MakeGenericType(kind), typeof(EnumComparer<>).MakeGenericType(kind)).HaveMaxLength(40);
        }

        builder.Properties<decimal>().HaveConversion<MicroConverter>();
        builder.Properties<Instant>().HaveConversion<InstantConverter>();
        builder.Properties<LocalDate>().HaveConversion<LocalDateConverter>().HaveMaxLength(10);
        builder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>().HaveMaxLength(8);
        builder.Properties<LocalDateTime>().HaveConversion<LocalDateTimeConverter>().HaveMaxLength(19);
    }

    /// <summary>Applies the mappings that lie beside their entities.</summary>
    public static void Map(ModelBuilder builder)
    {
        var apply = typeof(ModelBuilder).GetMethod(nameof(ModelBuilder.ApplyConfiguration))!;
        var mappings = Product.Classes.SelectMany(type => type.GetInterfaces(), (type, contract) => (Type: type, Contract: contract))
            .Where(pair => pair.Contract.IsGenericType && pair.Contract.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>));
        foreach (var (type, contract) in mappings.OrderBy(pair => pair.Type.FullName, StringComparer.Ordinal))
        {
            apply.MakeGenericMethod(contract.GetGenericArguments()).Invoke(builder, [Activator.CreateInstance(type)]);
        }
    }

    public static void Apply(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(type.ClrType) && type.BaseType is null)
            {
                type.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
                type.FindProperty(nameof(Entity.WorkspaceKey))!.SetColumnName("workspace");
                // Beside another index it would only mislead: SQLite cannot tell how few rows each finds, and a workspace is most of a table.
                if (type.FindAnnotation(OwnIndexes) is null && type.GetIndexes().All(index => index.IsUnique))
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

        ShareConverters(builder.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()));
    }

    /// <summary>One converter of a kind for all properties: a column's mapping is looked for once per converter, not once per property.</summary>
    private static void ShareConverters(IEnumerable<IMutableProperty> properties)
    {
        var converters = new Dictionary<Type, ValueConverter>();
        foreach (var property in properties)
        {
            // Of our own classes every instance does the same; converters made of expressions, such as those of JSON columns, differ.
            if (property.GetValueConverter() is { } own && own.GetType().Assembly == typeof(Conventions).Assembly && !converters.TryAdd(own.GetType(), own))
            {
                property.SetValueConverter(converters[own.GetType()]);
            }
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
