using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Web.Doors;

/// <summary>Reads a request record from route values, query string, If-Match and JSON body; says which field is wrong.</summary>
internal static partial class RequestReader
{
    public static async Task<object> ReadAsync(HttpContext http, Type type, CancellationToken cancel)
    {
        var fields = await BodyAsync(http, cancel);
        foreach (var (name, values) in http.Request.Query)
        {
            fields[name] = FromText(type, name, [.. values.OfType<string>()]);
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            fields[name] = FromText(type, name, [Convert.ToString(value, CultureInfo.InvariantCulture)!]);
        }

        if (typeof(IExpectsVersion).IsAssignableFrom(type) && http.Request.Headers.IfMatch is [{ } match, ..])
        {
            fields["ifVersion"] = int.TryParse(match.Trim('"'), CultureInfo.InvariantCulture, out var version)
                ? version
                : throw Malformed("ifMatch", "If-Match must be the ETag you got, such as \"3\".");
        }

        return Make(type, fields);
    }

    /// <summary>A request record from its fields; problems name the field.</summary>
    public static object Make(Type type, JsonObject fields)
    {
        try
        {
            return fields.Deserialize(type, HouseJson.Told)!;
        }
        catch (JsonException failure)
        {
            var field = failure.Path?.TrimStart('$', '.') ?? "";
            if (failure.InnerException is ProblemException told)
            {
                throw Rule.Broken(told.Code, told.Message, told.Fields is [{ Field: var part }, ..] ? $"{field}.{part}".TrimStart('.') : field);
            }

            throw Missing(failure, field) ?? UnknownWord(type, field) ?? WrongKind(failure, type, field) ?? Malformed(field.Length == 0 ? "body" : field, Words(failure));
        }
        catch (FormatException failure)
        {
            throw Malformed("body", failure.Message);
        }
    }

    /// <summary>A value typed as text (query string, route, command line) as the JSON its property expects.</summary>
    public static JsonNode? FromText(Type type, string name, string[] values)
    {
        var property = type.GetProperties().FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
        if (property is null || values.Length == 0)
        {
            return values.FirstOrDefault();
        }

        if (ElementOf(property) is { } element)
        {
            return new JsonArray([.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(value => Single(element, value))]);
        }

        return Single(property, values[^1]);
    }

    /// <summary>What a list property holds; null for what is no list.</summary>
    public static Type? ElementOf(Type property) =>
        property == typeof(string) || property == typeof(byte[]) ? null
        : property.IsArray ? property.GetElementType()
        : property.GetInterfaces().Append(property).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static JsonNode? Single(Type type, string value)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(bool) && bool.TryParse(value, out var truth))
        {
            return truth;
        }

        if ((plain == typeof(int) || plain == typeof(long) || plain == typeof(decimal) || plain == typeof(double))
            && decimal.TryParse(value, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (plain == typeof(Money) && MoneyOf(value) is { } money)
        {
            return money;
        }

        if (plain.IsEnum)
        {
            return JsonNamingPolicy.CamelCase.ConvertName(value);
        }

        var isRecord = plain is { IsPrimitive: false, Namespace: { } space } && space.StartsWith("Bellwether", StringComparison.Ordinal) && !plain.IsValueType;
        return isRecord && value.TrimStart().StartsWith('{') ? JsonNode.Parse(value) : value;
    }

    /// <summary>“5000 EUR” as money outside is written; without a currency it is told like any other money without one.</summary>
    private static JsonObject? MoneyOf(string value) =>
        value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var amount, .. var rest] && rest.Length <= 1
        && decimal.TryParse(amount, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? new JsonObject { ["amount"] = number, ["currency"] = rest.FirstOrDefault() }
            : null;

    /// <summary>The body as a JSON object; an empty one when there is none.</summary>
    public static async Task<JsonObject> BodyAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.Request.ContentLength is null or 0 && !http.Request.Headers.TransferEncoding.Any())
        {
            return [];
        }

        if (!http.Request.HasJsonContentType())
        {
            throw new ProblemException(ProblemKind.Unsupported, "json-expected", "Send the body as application/json.");
        }

        try
        {
            var node = await JsonNode.ParseAsync(http.Request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false }, cancellationToken: cancel);
            return node as JsonObject ?? throw Malformed("body", "The body must be a JSON object.");
        }
        catch (JsonException failure)
        {
            var what = failure.Message.Split(" LineNumber: ", 2)[0].Replace(" Change the reader options.", "", StringComparison.Ordinal);
            throw Malformed("body", $"The body is not valid JSON: {what} It is in line {(failure.LineNumber ?? 0) + 1}, at byte {(failure.BytePositionInLine ?? 0) + 1}.");
        }
    }

    /// <summary>A word that is none of a closed list is well written but not allowed: 422, with the words there are.</summary>
    private static ProblemException? UnknownWord(Type type, string field) =>
        TypeAt(type, field) is { IsEnum: true } list
            ? Rule.Broken("word-unknown", $"“{field}” is one of: {string.Join(", ", Enum.GetNames(list).Select(JsonNamingPolicy.CamelCase.ConvertName))}.", field)
            : null;

    /// <summary>The type that a path such as “sheet.parts[0].kind” leads to.</summary>
    private static Type? TypeAt(Type? type, string path)
    {
        foreach (var step in path.Split('.'))
        {
            var name = step.Split('[')[0];
            type = type?.GetProperties().FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
            type = type is null ? null : Nullable.GetUnderlyingType(type) ?? (step.Contains('[', StringComparison.Ordinal) ? ElementOf(type) : type);
        }

        return type;
    }

    /// <summary>A value that its field cannot hold: 400, with what it holds.</summary>
    private static ProblemException? WrongKind(JsonException failure, Type type, string field)
    {
        if (field.Length == 0 || !failure.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return null;
        }

        var holds = TypeAt(type, field) switch
        {
            { } kind when kind == typeof(int) => "Write a whole number, at most 2,147,483,647.",
            { } kind when kind == typeof(long) => "Write a whole number.",
            { } kind when kind == typeof(decimal) || kind == typeof(double) => "Write a number that is not as large.",
            { } kind when kind == typeof(bool) => "Write true or false.",
            { } kind when kind == typeof(byte[]) => "Write the file in base 64.",
            { } kind when kind == typeof(LocalDate) => "Write a date, such as 2026-11-26.",
            _ => "Look the field up in /openapi/v1.json.",
        };
        return new(ProblemKind.Malformed, "malformed", $"“{field}” is of the wrong kind. {holds}", new FieldProblem(field, holds));
    }

    /// <summary>Fields that were left out, each by its name.</summary>
    private static ProblemException? Missing(JsonException failure, string within)
    {
        var message = failure.Message.Split(" Path: ", 2)[0];
        if (!message.Contains("missing required properties", StringComparison.Ordinal))
        {
            return null;
        }

        var names = Quoted().Matches(message[message.IndexOf("including:", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value).ToList();
        var fields = names.Select(name => new FieldProblem(within.Length == 0 ? name : $"{within}.{name}", "This is missing. Write something.")).ToArray();
        return new(ProblemKind.Malformed, "malformed", $"Something is missing: {string.Join(", ", names.Select(name => $"“{name}”"))}.", fields.Length == 0 ? [new FieldProblem("body", message)] : fields);
    }

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    // Where in the text it is stands at the end, in words for programmers.
    private static string Words(JsonException failure) => failure.Message.Split(" Path: ", 2)[0];

    private static ProblemException Malformed(string field, string message) =>
        new(ProblemKind.Malformed, "malformed", message, new FieldProblem(field, message));
}
