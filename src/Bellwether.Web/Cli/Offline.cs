using Bellwether.Kernel;
using Bellwether.Web.SignIn;

namespace Bellwether.Web.Cli;

/// <summary>The product without a server, for commands that work on the data folder directly.</summary>
internal sealed class Offline : IAsyncDisposable
{
    private readonly WebApplication app;

    private Offline(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    /// <summary>Opens the installation; it is brought up to date first unless <paramref name="asItIs"/>.</summary>
    public static async Task<Offline> OpenAsync(Settings settings, CancellationToken cancel, bool asItIs = false)
    {
        var opened = Host.Builder(settings, quiet: true).Build();
        if (!asItIs)
        {
            await Host.PrepareAsync(opened.Services, cancel);
        }

        return new Offline(opened);
    }

    /// <summary>Runs a use case as a member: the one with the e-mail address, else the first owner.</summary>
    public async Task<TResult> RunAsync<TResult>(IRequest<TResult> request, string? email, CancellationToken cancel)
    {
        var member = await DoCommand.MemberAsync(Services, email, cancel);
        return await Services.GetRequiredService<Runner>().RunAsync(request, Askers.As(member), cancel);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
