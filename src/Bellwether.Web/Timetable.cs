using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Competitors;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Publishing;
using Bellwether.Reminders;
using Bellwether.Returns.Costs;
using Bellwether.Tracking;
using Bellwether.Web.Inbox;
using Bellwether.Web.Returns;
using Bellwether.Web.Tracking;

namespace Bellwether.Web;

/// <summary>One recurring job: its name, how often, and what it does. Any node may run it; jobs claim their work.</summary>
internal sealed record Job(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Do);

/// <summary>Everything the program does by the clock, on one screen.</summary>
internal sealed class Timetable(IServiceProvider services, TimeProvider clock, ILogger<Timetable> log) : BackgroundService
{
    public static readonly IReadOnlyList<Job> Jobs =
    [
        new("hand over events that a crash left behind", TimeSpan.FromSeconds(5), (services, cancel) => services.GetRequiredService<IHandOver>().DrainAsync(cancel)),
        new("turn clicks and conversions into observations", TimeSpan.FromHours(1), TrackingJobs.RollAsync),
        new("turn the answers of the inbox into observations", TimeSpan.FromHours(1), InboxJobs.RollAsync),
        new("keep the credits of months that ended", TimeSpan.FromHours(6), CreditJobs.KeepAsync),
        new("destroy the salts of visitors", TimeSpan.FromHours(1), (services, cancel) => Send(services, new DestroySalts(), cancel)),
        new("remove raw clicks and visits that are older than they are kept", TimeSpan.FromHours(24), (services, cancel) => Send(services, new PurgeClicks(), cancel)),
        new("ask owners to confirm accounts, chase reports of fakes", TimeSpan.FromHours(6), (services, cancel) => services.GetRequiredService<AuditWork>().RunAsync(cancel)),
        new("tell owners of tools whose renewal has passed", TimeSpan.FromHours(6), (services, cancel) => services.GetRequiredService<ToolWatch>().RunAsync(cancel)),
        new("read the public figures of rivals, once a week", TimeSpan.FromHours(6), (services, cancel) => services.GetRequiredService<RivalReading>().RunAsync(cancel)),
        new("read what people did with posts that went out", TimeSpan.FromMinutes(5), (services, cancel) => services.GetRequiredService<FigureWatch>().RunAsync(cancel)),
        new("let posts expire whose slot passed without an approval", TimeSpan.FromMinutes(1), (services, cancel) => services.GetRequiredService<PostExpiry>().RunAsync(cancel)),
        new("remind those who keep a post waiting for its approval", TimeSpan.FromHours(1), (services, cancel) => services.GetRequiredService<ApprovalWatch>().RunAsync(cancel)),
        new("put what comes again into the calendar", TimeSpan.FromHours(3), (services, cancel) => services.GetRequiredService<ComingAgain>().RunAsync(cancel)),
        new("tell who is on duty for a conversation", TimeSpan.FromMinutes(15), (services, cancel) => services.GetRequiredService<ConversationWatch>().RunAsync(cancel)),
        new("judge assumptions, watch expectations and ad spend, ask for late numbers", TimeSpan.FromHours(1), (services, cancel) => services.GetRequiredService<GoalWatch>().RunAsync(cancel)),
        new("tell of budgets that are nearly or wholly spent", TimeSpan.FromHours(1), (services, cancel) => services.GetRequiredService<BudgetRound>().RunAsync(cancel)),
        new("renew sign-ins at networks, tell of those that end", TimeSpan.FromHours(6), (services, cancel) => services.GetRequiredService<SignInWatch>().RunAsync(cancel)),
        new("read feeds that are followed", TimeSpan.FromMinutes(5), (services, cancel) => services.GetRequiredService<FeedRound>().RunAsync(cancel)),
        new("tell people by mail who asked for it", TimeSpan.FromMinutes(1), (services, cancel) => services.GetRequiredService<MailWatch>().RunAsync(cancel)),
        new("publish what is due", TimeSpan.FromSeconds(1), (services, cancel) => Send(services, new PublishDue(), cancel)),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Jobs.Select(job => RepeatAsync(job, stoppingToken)));

    /// <summary>Sends an internal use case as the program itself.</summary>
    private static Task Send<TResult>(IServiceProvider services, IRequest<TResult> request, CancellationToken cancel) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.BecomeProgram(Guid.Empty), cancel);

    private async Task RepeatAsync(Job job, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(job.Every, clock);
        do
        {
            try
            {
                await job.Do(services, stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                log.LogError(failure, "The job “{Job}” failed; it will run again", job.Name);
            }
        }
        while (await TickAsync(timer, stop));
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
