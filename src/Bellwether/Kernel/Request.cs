namespace Bellwether.Kernel;

/// <summary>Something a door can ask for. Records that implement it are the product's use cases.</summary>
public interface IRequest<TResult>;

/// <summary>Changes something; saved once, audited and journaled by the <see cref="Runner"/>.</summary>
public interface ICommand<TResult> : IRequest<TResult>;

/// <summary>A command whose handler stores in between, because later work looks it up; all of it is still one transaction.</summary>
public interface IStoresInBetween;

/// <summary>A command of which neither audit nor journal tell, such as keeping what is being typed: it happens every few seconds and changes nothing that others see.</summary>
public interface IUnremarked;

/// <summary>Asks something; changes nothing.</summary>
public interface IQuery<TResult> : IRequest<TResult>;

/// <summary>A command that can be told which version of the thing the caller saw (If-Match).</summary>
public interface IExpectsVersion
{
    int? IfVersion { get; }
}

/// <summary>A result that carries its version, sent as an ETag.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>Does the work of one request.</summary>
public interface IHandle<in TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    Task<TResult> HandleAsync(TRequest request, CancellationToken cancel);
}

/// <summary>Checks what attributes cannot say about the shape of a request, before its handler runs.</summary>
public interface IChecked
{
    /// <summary>The problems with the request's fields; none when it is in order.</summary>
    IEnumerable<FieldProblem> Check();
}

/// <summary>The result of a command that has nothing to tell.</summary>
public sealed record Done
{
    public static readonly Done It = new();
}

/// <summary>One page of a list; <see cref="After"/> asks for the next one and is absent on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? After);
