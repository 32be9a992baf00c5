using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Web.Doors;
using Bellwether.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.Cli;

/// <summary><c>do</c>: every use case of the product as a command, made from its request record.</summary>
internal static class DoCommand
{
    private static readonly Option<string?> AsWhom = new("--as") { Description = "The e-mail address of the member to act for; the first owner by default.", Recursive = true };

    /// <summary>The command by itself, without the use cases.</summary>
    public static Command Make() => new("do", "Carries out any use case and prints its result as JSON, on the database of the data folder.") { AsWhom };

    /// <summary>Adds a command for every use case.</summary>
    public static void Fill(Command all, Func<ParseResult, Settings> settings)
    {
        foreach (var shape in RequestShape.All.Where(shape => shape.Internal is null))
        {
            all.Add(One(shape, settings));
        }
    }

    private static Command One(RequestShape shape, Func<ParseResult, Settings> settings)
    {
        var command = new Command(shape.Kebab, shape.Summary);
        var options = new List<(string Field, Type Type, Option<string[]> Option)>();
        foreach (var parameter in shape.Type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters())
        {
            var words = Summaries.OfParameter(shape.Type, parameter.Name!);
            var option = new Option<string[]>("--" + JsonNamingPolicy.KebabCaseLower.ConvertName(parameter.Name!))
            {
                Description = Kind(parameter.ParameterType) + (words.Length > 0 ? ": " + words : ""),
                Required = !parameter.HasDefaultValue,
                AllowMultipleArgumentsPerToken = RequestReader.ElementOf(parameter.ParameterType) is not null,
            };
            command.Add(option);
            options.Add((JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), parameter.ParameterType, option));
        }

        command.SetAction((parsed, cancel) => Commands.SayingProblemsAsync(async () =>
        {
            var fields = new JsonObject();
            foreach (var (field, type, option) in options)
            {
                if (parsed.GetValue(option) is { Length: > 0 } values)
                {
                    fields[field] = Value(shape.Type, field, type, values);
                }
            }

            return await RunAsync(settings(parsed), shape, fields, parsed.GetValue(AsWhom), cancel);
        }));
        return command;
    }

    private static JsonNode? Value(Type request, string field, Type type, string[] values)
    {
        if (type == typeof(byte[]))
        {
            return Convert.ToBase64String(File.ReadAllBytes(values[0]));
        }

        var text = values[0].TrimStart();
        if (text.StartsWith('{') || text.StartsWith('['))
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (JsonException failure)
            {
                throw Rule.Broken("malformed", $"--{field} is not valid JSON: {failure.Message}", field);
            }
        }

        return RequestReader.FromText(request, field, values);
    }

    private static string Kind(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? string.Join(" | ", Enum.GetNames(plain).Select(JsonNamingPolicy.CamelCase.ConvertName))
            : plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>) ? $"id ({plain.GetProperty("Prefix")!.GetValue(null)}_…)"
            : plain == typeof(byte[]) ? "path of a file"
            : plain == typeof(Money) ? "amount and currency such as \"12.50 EUR\""
            : RequestReader.ElementOf(plain) is { } element ? $"list of {Kind(element)}"
            : plain.Namespace == "System" || plain.Namespace == "NodaTime" ? plain.Name : "JSON";
    }

    private static async Task<int> RunAsync(Settings settings, RequestShape shape, JsonObject fields, string? email, CancellationToken cancel)
    {
        await using var here = await Offline.OpenAsync(settings, cancel);
        var member = await MemberAsync(here.Services, email, cancel);
        var result = await here.Services.GetRequiredService<Runner>().RunAnyAsync(RequestReader.Make(shape.Type, fields), Askers.As(member), cancel);
        if (result is FileResult file)
        {
            await using var output = Console.OpenStandardOutput();
            await using var content = await file.OpenAsync(cancel);
            await content.CopyToAsync(output, cancel);
        }
        else if (result is not Done)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, HouseJson.Readable));
        }

        return 0;
    }

    /// <summary>The member the command line acts for.</summary>
    public static async Task<Member> MemberAsync(IServiceProvider services, string? email, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<Db>().Set<Member>().IgnoreQueryFilters().AsNoTracking().Where(member => member.LeftAt == null);
        var found = email is null
            ? await members.Where(member => member.Role == Role.Owner).OrderBy(member => member.Id).FirstOrDefaultAsync(cancel)
            : await members.FirstOrDefaultAsync(member => member.Email == email, cancel);
        return found ?? throw Rule.Broken("nobody-to-act-for", email is null
            ? "Nothing is set up here yet. Run `bellwether setup` first, or open the program in a browser."
            : $"No active member has the e-mail address {email}.", "as");
    }
}
