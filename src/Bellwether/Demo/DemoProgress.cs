using Bellwether.Kernel;

namespace Bellwether.Demo;

/// <summary>Tells whoever waits how far loading the demo has come.</summary>
[Single]
public sealed class DemoProgress
{
    private Action<string, double>? listener;

    /// <summary>Hears what is being done, and which share of all of it is done, 0 to 1.</summary>
    public void Listen(Action<string, double> hear) => listener += hear;

    internal void Tell(string what, double share) => listener?.Invoke(what, share);
}
