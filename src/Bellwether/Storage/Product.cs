using System.Reflection;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bellwether.Storage;

/// <summary>Registers the whole product: handlers, ports and helpers are found by scan.</summary>
public static class Product
{
    private static readonly Type[] Types = typeof(Product).Assembly.GetTypes();

    /// <summary>The product's classes; every scan asks for them, so they are listed once.</summary>
    internal static IReadOnlyList<Type> Classes { get; } = [.. Types.Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false })];

    /// <summary>The product's enums.</summary>
    internal static IReadOnlyList<Type> Enums { get; } = [.. Types.Where(type => type is { IsEnum: true, IsGenericTypeDefinition: false })];

    /// <summary>Adds the product on a database.</summary>
    public static IServiceCollection AddBellwether(this IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(address);
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContext<Db>(options => options.Use(address));
        services.AddScoped<ISave>(provider => provider.GetRequiredService<Db>());
        services.AddScoped<Current>();
        services.AddScoped<ICurrent>(provider => provider.GetRequiredService<Current>());
        services.AddScoped<Journal>();
        services.AddSingleton<Runner>();
        services.AddSingleton<IHandOver>(provider => provider.GetRequiredService<HandOver>());
        foreach (var type in Classes)
        {
            Register(services, type);
        }

        return services;
    }

    private static void Register(IServiceCollection services, Type type)
    {
        foreach (var contract in type.GetInterfaces())
        {
            if (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IHandle<,>))
            {
                services.AddScoped(contract, type);
            }
            else if (PortOf(contract).IsDefined(typeof(PortAttribute), false))
            {
                // A port may be fulfilled by a class that others also use as itself: one instance per scope serves both.
                services.TryAddScoped(type);
                services.AddScoped(contract, provider => provider.GetRequiredService(type));
            }
        }

        if (type.IsDefined(typeof(ScopedAttribute)))
        {
            services.TryAddScoped(type);
        }

        if (type.IsDefined(typeof(SingleAttribute)))
        {
            services.TryAddSingleton(type);
        }
    }

    private static Type PortOf(Type contract) => contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract;
}
