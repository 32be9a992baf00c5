using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>Every network the program knows, with its limits, sizes, set-up steps and where the facts come from.</summary>
[Needs(Permission.Read)]
public sealed record NetworkList : IQuery<IReadOnlyList<Network>>
{
    internal sealed class Handler : IHandle<NetworkList, IReadOnlyList<Network>>
    {
        public Task<IReadOnlyList<Network>> HandleAsync(NetworkList request, CancellationToken cancel) => Task.FromResult(NetworkCatalogue.All);
    }
}

/// <summary>One network; an unknown key gives the general checklist, never an error.</summary>
[Needs(Permission.Read)]
public sealed record NetworkDetail(string Network) : IQuery<Network>
{
    internal sealed class Handler : IHandle<NetworkDetail, Network>
    {
        public Task<Network> HandleAsync(NetworkDetail request, CancellationToken cancel) => Task.FromResult(NetworkCatalogue.Of(request.Network));
    }
}
