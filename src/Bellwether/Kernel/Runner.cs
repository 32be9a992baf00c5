using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Kernel;

/// <summary>Port: saves what a command changed, once. Storage fulfils it.</summary>
public interface ISave
{
    Task SaveAsync(CancellationToken cancel);

    /// <summary>Does work that saves more than once as one transaction: all of it is stored, or none.</summary>
    Task<TResult> AsOneAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancel);

    /// <summary>The version a thing has once it is stored, by its typed id; null for what this scope never held.</summary>
    int? VersionOf(object id);
}

/// <summary>Port: hands over the events that the last commit stored. Storage fulfils it.</summary>
public interface IHandOver
{
    /// <summary>Hands over what is due; a reaction that fails is kept and tried again later, it never fails the command.</summary>
    Task DrainAsync(CancellationToken cancel);
}

/// <summary>
/// The one way into the product. Opens a scope, checks the permission and the shape, runs the handler, saves once,
/// writes the audit line and the journal entry in the same transaction, and hands over events.
/// Two changes of one thing at the same moment are no quarrel: the later one runs anew on what the first one left.
/// </summary>
public sealed class Runner(IServiceScopeFactory scopes)
{
    /// <summary>How often a request is tried while others change the same thing at the same moment.</summary>
    public const int Tries = 4;

    /// <summary>Runs a request for whoever <paramref name="asker"/> makes of the new scope.</summary>
    public async Task<TResult> RunAsync<TResult>(IRequest<TResult> request, Action<Current> asker, CancellationToken cancel = default)
    {
        // Whoever stated the version they saw is told that it is another one now.
        var stubborn = request is ICommand<TResult> and not IExpectsVersion { IfVersion: not null };
        for (var tried = 1; ; tried++)
        {
            await using var scope = scopes.CreateAsyncScope();
            asker(scope.ServiceProvider.GetRequiredService<Current>());
            var (met, result) = await RunInAsync(scope.ServiceProvider, request, stubborn && tried < Tries, cancel);
            if (!met)
            {
                return result;
            }
        }
    }

    /// <summary>Runs a request whose type is known only at run time, as the doors do; gives its result.</summary>
    public Task<object?> RunAnyAsync(object request, Action<Current> asker, CancellationToken cancel = default)
    {
        var shape = RequestShape.Of(request.GetType());
        var call = (AnyCall)Activator.CreateInstance(typeof(AnyCall<>).MakeGenericType(shape.Result))!;
        return call.RunAsync(this, request, asker, cancel);
    }

    /// <summary>Runs a request once. Met: another change at the same moment came first, and nothing was stored.</summary>
    private static async Task<(bool Met, TResult Result)> RunInAsync<TResult>(IServiceProvider services, IRequest<TResult> request, bool again, CancellationToken cancel)
    {
        var shape = RequestShape.Of(request.GetType());
        var current = services.GetRequiredService<ICurrent>();
        if (shape.Needs is { } needed && !current.May(needed))
        {
            throw current.MemberKey is null
                ? new ProblemException(ProblemKind.SignInNeeded, "sign-in-needed", "Sign in first.")
                : Rule.Forbidden($"Your role does not allow this. It needs the permission “{IdText.KebabCase(needed.ToString()).Replace('-', ' ')}”; ask an owner of the workspace.");
        }

        RequestCheck.Check(request);
        if (request is not ICommand<TResult>)
        {
            return (false, await HandleAsync(services, shape, request, cancel));
        }

        TResult result;
        try
        {
            result = request is IStoresInBetween
                ? await services.GetRequiredService<ISave>().AsOneAsync(() => ChangeAsync(services, shape, request, cancel), cancel)
                : await ChangeAsync(services, shape, request, cancel);
        }
        catch (ProblemException met) when (again && met.MayPassAnew)
        {
            return (true, default!);
        }

        await services.GetRequiredService<IHandOver>().DrainAsync(cancel);
        return (false, result);
    }

    private static async Task<TResult> ChangeAsync<TResult>(IServiceProvider services, RequestShape shape, IRequest<TResult> request, CancellationToken cancel)
    {
        var result = await HandleAsync(services, shape, request, cancel);
        var happenings = services.GetRequiredService<Journal>().Happenings;
        foreach (var record in request is IUnremarked ? [] : services.GetServices<IRecordHappenings>())
        {
            record.Record(shape.Step, shape.Name, shape.Summary, happenings);
        }

        var save = services.GetRequiredService<ISave>();
        await save.SaveAsync(cancel);
        return StoredVersion.In(result, save);
    }

    private static Task<TResult> HandleAsync<TResult>(IServiceProvider services, RequestShape shape, IRequest<TResult> request, CancellationToken cancel) =>
        (Task<TResult>)shape.Handle.Invoke(services.GetRequiredService(shape.HandlerContract), BindingFlags.DoNotWrapExceptions, null, [request, cancel], null)!;

    private abstract class AnyCall
    {
        public abstract Task<object?> RunAsync(Runner runner, object request, Action<Current> asker, CancellationToken cancel);
    }

    private sealed class AnyCall<TResult> : AnyCall
    {
        public override async Task<object?> RunAsync(Runner runner, object request, Action<Current> asker, CancellationToken cancel) =>
            await runner.RunAsync((IRequest<TResult>)request, asker, cancel);
    }
}
