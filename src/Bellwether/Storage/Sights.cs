using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Storage;

/// <summary>
/// Builds the filter by which nobody reads more than their <see cref="Sight"/> shows. A row is seen by its own columns Brand
/// and Plan; a row with neither is seen with the row it is part of: the first id it holds of something that is so limited
/// itself. A kind that is limited by nothing has to say so with <see cref="ForEveryBrandAttribute"/>, so that none is forgotten.
/// </summary>
internal static class Sights
{
    private const string Brand = "Brand";
    private const string Plan = "Plan";
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> BrandColumns = new();

    /// <summary>The condition on top of the workspace, or null for a kind that belongs to no brand.</summary>
    public static Expression? Condition(Db db, Type entity, ParameterExpression row)
    {
        if (entity.IsDefined(typeof(ForEveryBrandAttribute)))
        {
            return null;
        }

        var self = Expression.Constant(db);
        var seen = Expression.OrElse(Expression.Property(self, nameof(Db.SeesAll)), Rows(self, entity, row) ?? throw new InvalidOperationException(
            $"{entity.Name} holds neither a brand, a plan nor the id of something that does, so members limited to a brand would see all of it. Give it one, or mark it [ForEveryBrand(\"why\")]."));
        // What hangs on something that is for employees only is seen with it.
        foreach (var column in entity.GetProperties().Where(column => IdOf(column) is { } target && target != entity && InternalColumn(target) is not null))
        {
            var shown = Owner(self, IdOf(column)!, column, row);
            var free = IsOptional(column) ? Expression.OrElse(IsNull(column, row), shown) : (Expression)shown;
            seen = Expression.AndAlso(seen, Expression.OrElse(Expression.Property(self, nameof(Db.SeesInternal)), free));
        }

        if (entity.GetCustomAttribute<SeenByPlaceAttribute>()?.Places is { } places)
        {
            seen = Expression.AndAlso(seen, Expression.OrElse(Expression.Property(self, nameof(Db.SeesInternal)), InSight(self, entity, places, row)));
        }

        // What is for employees only says so in a column of its own.
        return InternalColumn(entity) is { } own
            ? Expression.AndAlso(seen, Expression.OrElse(Expression.Property(self, nameof(Db.SeesInternal)), Expression.Not(Expression.Property(row, own))))
            : seen;
    }

    /// <summary>404 for a new row of a brand that whoever asks does not see.</summary>
    public static void Guard(Sight sight, Entity added)
    {
        if (sight.IsLimited && BrandColumns.GetOrAdd(added.GetType(), BrandColumn)?.GetValue(added) is { } brand && !sight.Covers((Guid)brand.GetType().GetProperty("Value")!.GetValue(brand)!))
        {
            throw Rule.Missing("brand");
        }
    }

    private static Expression? Rows(ConstantExpression self, Type entity, ParameterExpression row)
    {
        if (entity.Name is Brand or Plan)
        {
            var own = Seen(self, entity.Name == Brand ? nameof(Db.SeenBrands) : nameof(Db.SeenPlans), entity, Expression.Property(row, "Id"));
            return entity.Name == Brand ? own : Expression.AndAlso(Expression.OrElse(Expression.Property(self, nameof(Db.SeesEveryPlan)), own), OfBrand(self, BrandColumn(entity)!, row));
        }

        var (brand, plan) = (BrandColumn(entity), entity.GetProperty(Plan));
        if (brand is null)
        {
            return OfOwner(self, entity, row);
        }

        var of = OfBrand(self, brand, row);
        var shown = plan is null ? of : Expression.AndAlso(of, Expression.OrElse(Expression.Property(self, nameof(Db.SeesEveryPlan)), OfPlan(self, plan, row)));
        if (!IsOptional(brand))
        {
            return shown;
        }

        // What names a plan but no brand, such as a line of a journal, is seen with the plan; what names neither is everybody's.
        var others = plan is not null && IdOf(plan) is { } target
            ? Expression.AndAlso(IsNull(brand, row), IsOptional(plan) ? Expression.OrElse(IsNull(plan, row), Owner(self, target, plan, row)) : Owner(self, target, plan, row))
            : IsNull(brand, row);
        return Expression.OrElse(shown, others);
    }

    private static Expression OfBrand(ConstantExpression self, PropertyInfo column, ParameterExpression row) =>
        Seen(self, IsOptional(column) ? nameof(Db.SeenBrandsOrNull) : nameof(Db.SeenBrands), IdOf(column)!, Expression.Property(row, column));

    private static Expression OfPlan(ConstantExpression self, PropertyInfo column, ParameterExpression row) =>
        IdOf(column) is { } plan
            ? Seen(self, IsOptional(column) ? nameof(Db.SeenPlansOrNull) : nameof(Db.SeenPlans), plan, Expression.Property(row, column))
            : Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], Expression.Property(self, nameof(Db.SeenPlanTexts)), Expression.Property(row, column));

    /// <summary>Seen with the row it is part of, by the filter of that row.</summary>
    private static MethodCallExpression? OfOwner(ConstantExpression self, Type entity, ParameterExpression row) =>
        OwnerColumn(entity, []) is { } column ? Owner(self, IdOf(column)!, column, row) : null;

    private static MethodCallExpression Owner(ConstantExpression self, Type owner, PropertyInfo column, ParameterExpression row)
    {
        var other = Expression.Parameter(owner, "owner");
        Expression id = Expression.Property(other, "Id");
        if (IsOptional(column))
        {
            id = Expression.Convert(id, column.PropertyType);
        }

        var rows = Expression.Call(self, SetOf(owner));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Any), [owner], rows, Expression.Quote(Expression.Lambda(Expression.Equal(id, Expression.Property(row, column)), other)));
    }

    /// <summary>It goes nowhere yet, or to a place that is seen.</summary>
    private static BinaryExpression InSight(ConstantExpression self, Type entity, Type places, ParameterExpression row)
    {
        var (thing, place) = (places.GetProperties().First(column => IdOf(column) == entity), places.GetProperties().First(column => IdOf(column) is { } target && InternalColumn(target) is not null));
        var other = Expression.Parameter(places, "place");
        var here = Expression.Equal(Expression.Property(other, thing), Expression.Property(row, "Id"));
        MethodCallExpression Any(Expression condition) => Expression.Call(
            typeof(Queryable), nameof(Queryable.Any), [places], Expression.Call(self, SetOf(places)), Expression.Quote(Expression.Lambda(condition, other)));
        return Expression.OrElse(Expression.Not(Any(here)), Any(Expression.AndAlso(here, Owner(self, IdOf(place)!, place, other))));
    }

    private static MethodInfo SetOf(Type entity) => typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(entity);

    private static PropertyInfo? OwnerColumn(Type entity, HashSet<Type> asked) =>
        !asked.Add(entity) || entity.IsDefined(typeof(ForEveryBrandAttribute)) || entity.IsDefined(typeof(SharedByAllAttribute))
            ? null
            : entity.GetProperties().Where(column => column.Name != "Id" && !IsOptional(column) && IdOf(column) is not null)
                .OrderBy(column => column.Name == Plan ? 0 : 1)
                .FirstOrDefault(column => IdOf(column) is { } target && (target.Name is Brand or Plan || BrandColumn(target) is not null || OwnerColumn(target, asked) is not null));

    private static MethodCallExpression Seen(ConstantExpression self, string list, Type of, Expression id) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [id.Type], Expression.Call(self, list, [of]), id);

    private static BinaryExpression IsNull(PropertyInfo column, ParameterExpression row) =>
        Expression.Equal(Expression.Property(row, column), Expression.Constant(null, column.PropertyType));

    private static PropertyInfo? InternalColumn(Type entity) => entity.GetProperty(nameof(Sight.Internal)) is { } column && column.PropertyType == typeof(bool) ? column : null;

    private static PropertyInfo? BrandColumn(Type entity) => entity.GetProperty(Brand) is { } column && IdOf(column) is not null ? column : null;

    private static bool IsOptional(PropertyInfo column) => Nullable.GetUnderlyingType(column.PropertyType) is not null;

    private static Type? IdOf(PropertyInfo column) =>
        (Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType) is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Id<>) ? type.GetGenericArguments()[0] : null;
}
