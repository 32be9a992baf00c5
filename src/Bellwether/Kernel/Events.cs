namespace Bellwether.Kernel;

/// <summary>Something that happened, told to later steps. Stored in the outbox with the change that caused it.</summary>
public interface IEvent;

/// <summary>Reacts to an event, in a transaction of its own. It may be called twice for one event and must not mind.</summary>
[Port]
public interface IReact<in TEvent>
    where TEvent : IEvent
{
    Task ReactAsync(TEvent happened, CancellationToken cancel);
}
