using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Web.Doors;
using NodaTime;

namespace Bellwether.Tests.Doors;

/// <summary>Bodies that are well formed for any use case, so that a refusal is about what they point to and not about their shape.</summary>
internal static class Bodies
{
    public static JsonObject For(RouteOf route)
    {
        var body = new JsonObject();
        foreach (var parameter in Needed(route))
        {
            body[Camel(parameter.Name!)] = Some(parameter.ParameterType);
        }

        return body;
    }

    public static string QueryFor(RouteOf route)
    {
        var parts = Needed(route).Select(parameter => $"{Camel(parameter.Name!)}={Uri.EscapeDataString(Some(parameter.ParameterType)?.ToString() ?? "")}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>
    /// The route's address with known ids in it, also in its query; null for a route with an id in its path that is not known.
    /// Optional ids are only given <paramref name="withOptional"/>.
    /// </summary>
    public static string? PathOf(RouteOf route, IReadOnlyDictionary<Type, string> rows, bool withOptional)
    {
        var path = route.Pattern;
        var query = new List<string>();
        foreach (var parameter in route.Shape.Type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters())
        {
            var name = Camel(parameter.Name!);
            var plain = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            var known = rows.GetValueOrDefault(plain);
            if (path.Contains("{" + name + "}", StringComparison.Ordinal))
            {
                if (known is null)
                {
                    return null;
                }

                path = path.Replace("{" + name + "}", known, StringComparison.Ordinal);
            }
            else if (known is not null ? !parameter.HasDefaultValue || withOptional : !parameter.HasDefaultValue)
            {
                // A text that says what it is about names something of the brand's.
                var text = known ?? (plain == typeof(string) && name is "subject" or "node" ? rows.Values.First() : Some(parameter.ParameterType)?.ToString() ?? "");
                query.Add($"{name}={Uri.EscapeDataString(text)}");
            }
        }

        return path + (query.Count == 0 || route.Method is not ("GET" or "DELETE") ? "" : "?" + string.Join('&', query));
    }

    private static IEnumerable<System.Reflection.ParameterInfo> Needed(RouteOf route) =>
        route.Shape.Type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters()
            .Where(parameter => !parameter.HasDefaultValue && !route.Pattern.Contains("{" + Camel(parameter.Name!) + "}", StringComparison.Ordinal));

    private static JsonNode? Some(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            return "Something";
        }

        if (plain == typeof(bool))
        {
            return true;
        }

        if (plain == typeof(int) || plain == typeof(long) || plain == typeof(decimal) || plain == typeof(double))
        {
            return 1;
        }

        if (plain == typeof(byte[]))
        {
            return Convert.ToBase64String("a,b\n1,2\n"u8);
        }

        if (plain == typeof(JsonNode) || plain == typeof(JsonObject) || plain == typeof(JsonElement))
        {
            return new JsonObject();
        }

        if (plain.IsEnum)
        {
            return JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(plain)[0]);
        }

        if (plain == typeof(Instant))
        {
            return "2026-11-26T09:00:00Z";
        }

        if (plain == typeof(LocalDate))
        {
            return "2026-11-26";
        }

        if (plain == typeof(LocalTime))
        {
            return "10:00:00";
        }

        if (plain == typeof(LocalDateTime))
        {
            return "2026-11-26T10:00:00";
        }

        if (plain == typeof(Money))
        {
            return new JsonObject { ["amount"] = 1, ["currency"] = "EUR" };
        }

        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>))
        {
            return Activator.CreateInstance(plain, Guid.CreateVersion7())!.ToString();
        }

        if (RequestReader.ElementOf(plain) is { } element)
        {
            return typeof(IDictionary).IsAssignableFrom(plain) || element.Name.StartsWith("KeyValuePair", StringComparison.Ordinal) ? new JsonObject() : new JsonArray(Some(element));
        }

        var record = new JsonObject();
        foreach (var parameter in plain.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters().Where(parameter => !parameter.HasDefaultValue))
        {
            record[Camel(parameter.Name!)] = Some(parameter.ParameterType);
        }

        return record;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
