using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Bellwether.Web.Doors;

/// <summary>The API's document (OpenAPI 3.1) at /openapi/v1.json, browsable at /openapi.</summary>
internal static partial class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = type => IsPlain(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddSchemaTransformer((schema, context, _) =>
            {
                Plain(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(DescribeAsync);
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Bellwether", Version = "v1", Description = "Everything the screen can do. Sign in with an API token: Authorization: Bearer bw_…. Problems are application/problem+json with a stable type." };
                document.Servers = [];
                return Task.CompletedTask;
            });
        });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(browser =>
        {
            browser.RoutePrefix = "openapi";
            browser.SwaggerEndpoint("/openapi/v1.json", "Bellwether v1");
            browser.DocumentTitle = "Bellwether API";
        });
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RouteOf>().FirstOrDefault() is not { } route)
        {
            return;
        }

        operation.Summary = route.Shape.Summary;
        operation.Description = route.Shape.Needs is { } needs ? $"Needs the permission `{needs}`." : null;
        var whole = await context.GetOrCreateSchemaAsync(route.Shape.Type, null, cancel);
        var inRoute = RouteValue().Matches(route.Pattern).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var inQuery = route.Method is "GET" or "DELETE";
        operation.Parameters = [];
        var body = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal), Required = new HashSet<string>(StringComparer.Ordinal) };
        foreach (var (name, schema) in whole.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            var required = whole.Required?.Contains(name) ?? false;
            var words = Summaries.OfParameter(route.Shape.Type, char.ToUpperInvariant(name[0]) + name[1..]);
            if (inRoute.Contains(name) || inQuery)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = inRoute.Contains(name) ? ParameterLocation.Path : ParameterLocation.Query,
                    Required = inRoute.Contains(name) || required,
                    Schema = schema,
                    Description = words.Length > 0 ? words : null,
                });
            }
            else
            {
                body.Properties[name] = schema;
                if (required)
                {
                    body.Required.Add(name);
                }
            }
        }

        if (!inQuery && body.Properties.Count > 0)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = body.Required.Count > 0,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = body } },
            };
        }

        Answers(operation, route);
    }

    private static void Answers(OpenApiOperation operation, RouteOf route)
    {
        operation.Responses ??= [];
        if (route.Shape.Result == typeof(Done))
        {
            operation.Responses.Clear();
            operation.Responses["204"] = new OpenApiResponse { Description = "Done." };
        }
        else if (route.Shape.Result == typeof(FileResult))
        {
            operation.Responses.Clear();
            operation.Responses["200"] = new OpenApiResponse
            {
                Description = "A file.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } },
            };
        }
    }

    /// <summary>Values that our own converters write; the generator knows nothing of them.</summary>
    private static bool IsPlain(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Money) || (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>)) || Formats.ContainsKey(plain);
    }

    private static readonly Dictionary<Type, string> Formats = new()
    {
        [typeof(Instant)] = "date-time", [typeof(LocalDate)] = "date", [typeof(LocalTime)] = "time", [typeof(LocalDateTime)] = "local-date-time",
    };

    private static void Plain(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var orNull = plain == type ? (JsonSchemaType)0 : JsonSchemaType.Null;
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>))
        {
            schema.Type = JsonSchemaType.String | orNull;
            schema.Pattern = $"^{plain.GetProperty(nameof(Id<object>.Prefix))!.GetValue(null)}_[0-9a-hjkmnp-tv-z]{{26}}$";
        }
        else if (Formats.TryGetValue(plain, out var format))
        {
            schema.Type = JsonSchemaType.String | orNull;
            schema.Format = format;
        }
        else if (plain == typeof(Money))
        {
            schema.Type = JsonSchemaType.Object | orNull;
            schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["amount"] = new OpenApiSchema { Type = JsonSchemaType.Number },
                ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 3, MaxLength = 3 },
            };
            schema.Required = new HashSet<string>(StringComparer.Ordinal) { "amount", "currency" };
        }
        else if (RequestReader.ElementOf(plain) is { } element && IsPlain(element) && schema.Items is null)
        {
            var item = new OpenApiSchema();
            Plain(item, element);
            schema.Items = item;
        }
    }

    [GeneratedRegex(@"\{(?<name>\w+)(:[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex RouteValue();
}
