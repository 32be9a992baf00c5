using Bellwether.Kernel;

namespace Bellwether.Demo;

/// <summary>Tells whoever waits how far loading the demo has come.</summary>
[Single]
public sealed class DemoProgress
{
    /// <summary>What is being done, and which share of all of it is done, 0 to 1.</summary>
    public event Action<string, double>? Told;

    internal void Tell(string what, double share) => Told?.Invoke(what, share);
}
