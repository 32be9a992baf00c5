using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Kernel;

/// <summary>The one way values are written as JSON: at every door, in stored columns and in plan files.</summary>
public static class HouseJson
{
    public static JsonSerializerOptions Options { get; } = Made(told: false);

    /// <summary>The same, indented for people.</summary>
    public static JsonSerializerOptions Readable { get; } = new(Options) { WriteIndented = true };

    /// <summary>The same for what somebody tells: money is of a currency that there is and as fine as that has it, days and moments lie within <see cref="DayRange"/>. What is stored is read as it was told then.</summary>
    public static JsonSerializerOptions Told { get; } = Made(told: true);

    /// <summary>Applies the house's rules to options that somebody else made.</summary>
    public static void Configure(JsonSerializerOptions options) => Configure(options, told: false);

    private static void Configure(JsonSerializerOptions options, bool told)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        // Only ever sent as application/json and never put into HTML by hand, so quotes and umlauts may stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new IdJsonConverter());
        options.Converters.Add(new PatternConverter<Instant>(told ? moment => moment.InUtc().Date : null, InstantPattern.ExtendedIso));
        options.Converters.Add(new PatternConverter<LocalDate>(told ? day => day : null, LocalDatePattern.Iso));
        options.Converters.Add(new PatternConverter<LocalTime>(null, LocalTimePattern.ExtendedIso, LocalTimePattern.CreateWithInvariantCulture("HH:mm")));
        options.Converters.Add(new PatternConverter<LocalDateTime>(told ? time => time.Date : null, LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm")));
        options.Converters.Add(new MoneyConverter(told));
    }

    private static JsonSerializerOptions Made(bool told)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options, told);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class PatternConverter<T>(Func<T, LocalDate>? dayOf, params IPattern<T>[] patterns) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"A text is expected here, such as “{Example}”.");
            foreach (var pattern in patterns)
            {
                if (pattern.Parse(text) is { Success: true } parsed)
                {
                    // Whoever reads the whole knows which field it is.
                    return dayOf is null || DayRange.Holds(dayOf(parsed.Value)) ? parsed.Value
                        : throw new JsonException(DayRange.Words(text), Rule.Broken(DayRange.Code, DayRange.Words(text)));
                }
            }

            throw new JsonException($"“{text}” cannot be read. Write it like “{Example}”.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(patterns[0].Format(value));

        private static string Example => typeof(T).Name switch
        {
            nameof(Instant) => "2026-11-26T09:00:00Z",
            nameof(LocalDate) => "2026-11-26",
            nameof(LocalTime) => "10:00",
            _ => "2026-11-26T10:00",
        };
    }

    private sealed class IdJsonConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

        private sealed class Of<T> : JsonConverter<Id<T>>
        {
            public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                reader.TokenType == JsonTokenType.String && Id<T>.TryParse(reader.GetString(), null, out var id)
                    ? id
                    : throw new JsonException($"This is not an id of the kind {Id<T>.Prefix}_….");

            public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.ToString());

            public override Id<T> ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                Id<T>.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException($"This is not an id of the kind {Id<T>.Prefix}_….");

            public override void WriteAsPropertyName(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
                writer.WritePropertyName(value.ToString());
        }
    }

    /// <summary>Money outside: <c>{"amount": 12.50, "currency": "EUR"}</c>.</summary>
    private sealed class MoneyConverter(bool told) : JsonConverter<Money>
    {
        private sealed record Written(decimal Amount, string? Currency = null);

        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var written = JsonSerializer.Deserialize<Written>(ref reader, options)!;
            try
            {
                Rule.Require(!string.IsNullOrWhiteSpace(written.Currency), "currency-missing", "The money has no currency. Add three letters such as EUR.", "currency");
                return told ? Money.Told(written.Amount, written.Currency) : Money.Of(written.Amount, written.Currency);
            }
            catch (ProblemException problem)
            {
                // Whoever reads the whole knows where in it this stands.
                throw new JsonException(problem.Message, problem);
            }
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Written(value.Amount, value.Currency), options);
    }
}
