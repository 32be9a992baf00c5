using System.Globalization;
using System.Text.Json;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Storage;

internal sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

/// <summary>Said outright, because finding out how each of the hundred kinds of id compares takes longer than all its comparisons at start.</summary>
internal sealed class IdComparer<T>() : ValueComparer<Id<T>>((left, right) => left.Value == right.Value, id => id.Value.GetHashCode());

/// <summary>Enums as the text of their names.</summary>
internal sealed class EnumConverter<T>() : ValueConverter<T, string>(value => value.ToString(), text => Enum.Parse<T>(text))
    where T : struct, Enum;

/// <summary>Said outright for the same reason as with ids.</summary>
internal sealed class EnumComparer<T>() : ValueComparer<T>((left, right) => left.Equals(right), value => value.GetHashCode())
    where T : struct, Enum;

/// <summary>Instants as ticks of 100 ns since 1970, so that they order and compare on every database.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, long>(at => at.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(
    day => LocalDatePattern.Iso.Format(day), text => LocalDatePattern.Iso.Parse(text).Value);

internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, string>(
    time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), text => LocalTimePattern.GeneralIso.Parse(text).Value);

internal sealed class LocalDateTimeConverter() : ValueConverter<LocalDateTime, string>(
    time => LocalDateTimePattern.GeneralIso.Format(time), text => LocalDateTimePattern.GeneralIso.Parse(text).Value);

/// <summary>Decimals as whole millionths: exact sums in SQL on every database, up to 9.2 × 10^12.</summary>
internal sealed class MicroConverter() : ValueConverter<decimal, long>(value => Micro.From(value), micro => Micro.To(micro));

/// <summary>Six decimals as a whole number.</summary>
public static class Micro
{
    private const decimal Scale = 1_000_000m;

    /// <summary>The largest number that can be stored, about 9.2 × 10^12.</summary>
    public const decimal Most = long.MaxValue / Scale;

    public static long From(decimal value)
    {
        Rule.Require(Math.Abs(value) <= Most, "number-too-large", $"{value} is too large. The largest number is about 9.2 million million.");
        return (long)decimal.Round(value * Scale, 0, MidpointRounding.ToEven);
    }

    public static decimal To(long micro) => micro / Scale;
}

/// <summary>Lists and records kept as JSON text in one column.</summary>
public static class JsonColumn
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        var converter = new ValueConverter<T, string>(
            value => JsonSerializer.Serialize(value, HouseJson.Options),
            text => JsonSerializer.Deserialize<T>(text, HouseJson.Options)!);
        var comparer = new ValueComparer<T>(
            (left, right) => JsonSerializer.Serialize(left, HouseJson.Options) == JsonSerializer.Serialize(right, HouseJson.Options),
            value => JsonSerializer.Serialize(value, HouseJson.Options).GetHashCode(StringComparison.Ordinal),
            value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, HouseJson.Options), HouseJson.Options)!);
        property.HasConversion(converter, comparer);
        return property;
    }
}
