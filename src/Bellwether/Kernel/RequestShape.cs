using System.Collections.Concurrent;
using System.Reflection;

namespace Bellwether.Kernel;

/// <summary>What the doors and the <see cref="Runner"/> need to know of a request's type: read once, kept.</summary>
public sealed class RequestShape
{
    private static readonly ConcurrentDictionary<Type, RequestShape> Known = new();

    private RequestShape(Type type)
    {
        Type = type;
        Result = type.GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        HandlerContract = typeof(IHandle<,>).MakeGenericType(type, Result);
        Handle = HandlerContract.GetMethod(nameof(IHandle<IRequest<object>, object>.HandleAsync))!;
        Needs = type.GetCustomAttribute<NeedsAttribute>()?.Permission;
        Internal = type.GetCustomAttribute<InternalAttribute>()?.Why;
        IsCommand = type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));
        Step = type.Namespace!.Split('.').Last();
    }

    public Type Type { get; }

    public Type Result { get; }

    public Type HandlerContract { get; }

    /// <summary>The permission needed; null only for what runs before sign-in or for the program itself.</summary>
    public Permission? Needs { get; }

    /// <summary>Why no door offers it; null for a request that every door offers.</summary>
    public string? Internal { get; }

    public bool IsCommand { get; }

    /// <summary>The step's folder: “Goals”.</summary>
    public string Step { get; }

    public string Name => Type.Name;

    /// <summary>The name on the command line: “add-goal”.</summary>
    public string Kebab => IdText.KebabCase(Type.Name);

    /// <summary>The one-line summary from the source.</summary>
    public string Summary => Summaries.Of(Type);

    internal MethodInfo Handle { get; }

    public static RequestShape Of(Type request) => Known.GetOrAdd(request, type => new RequestShape(type));

    /// <summary>Every request of the product, by name.</summary>
    public static IReadOnlyList<RequestShape> All { get; } =
    [
        .. typeof(RequestShape).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(Of),
    ];
}
