using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reminders;

/// <summary>A mail that is to be handed in now, and where.</summary>
public sealed record ClaimedMail(Id<Mail> Id, string To, string Subject, string Text, MailRoute Route);

/// <summary>How a server is reached, its password in clear; held in memory alone.</summary>
public sealed record MailRoute(string Host, int Port, bool Encrypted, string From, string? User, string? Password);

/// <summary>Takes the next mail that is due, marked before the server is spoken to; nothing when none is. One that was begun long ago is given up as unknown.</summary>
[Internal("The timetable sends it every minute.")]
[Needs(Permission.Publish)]
public sealed record ClaimMail : ICommand<IReadOnlyList<ClaimedMail>>
{
    internal sealed class Handler(Db db, TimeProvider clock, MailRoutes routes) : IHandle<ClaimMail, IReadOnlyList<ClaimedMail>>
    {
        public async Task<IReadOnlyList<ClaimedMail>> HandleAsync(ClaimMail request, CancellationToken cancel)
        {
            var now = clock.Now();
            foreach (var lost in await db.Set<Mail>().Where(mail => mail.State == MailState.Sending && mail.NextAt <= now).ToListAsync(cancel))
            {
                lost.Lose();
            }

            var next = await db.Set<Mail>().Where(mail => mail.State == MailState.Waiting && mail.NextAt <= now).OrderBy(mail => mail.NextAt).ThenBy(mail => mail.Id).FirstOrDefaultAsync(cancel);
            if (next is null || await routes.ReadAsync(cancel) is not { } route)
            {
                return [];
            }

            if (await db.Set<Member>().AsNoTracking().FirstOrDefaultAsync(member => member.Id == next.Member, cancel) is not { } member || !member.IsActive(now))
            {
                next.Refuse("Its reader has left.");
                return [];
            }

            next.Begin(now);
            return [new ClaimedMail(next.Id, member.Email, next.Subject, next.Text, route)];
        }
    }
}

/// <summary>What came of handing a mail in.</summary>
/// <param name="Problem">What the server said, in words; null when it took the mail.</param>
/// <param name="ForGood">Whether it will say so again.</param>
[Internal("Whoever handed the mail in says what came of it.")]
[Needs(Permission.Publish)]
public sealed record SettleMail(Id<Mail> Mail, string? Problem, bool ForGood) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<SettleMail, Done>
    {
        public async Task<Done> HandleAsync(SettleMail request, CancellationToken cancel)
        {
            var now = clock.Now();
            var mail = await db.FindAsync(request.Mail, "mail", cancel);
            var server = await db.Set<MailServer>().FirstOrDefaultAsync(cancel);
            if (request.Problem is not { } problem)
            {
                mail.Sent(now);
                server?.Worked(now);
                return Done.It;
            }

            if (request.ForGood)
            {
                mail.Refuse(problem);
            }
            else
            {
                mail.PutOff(problem, now);
            }

            server?.Failed(problem);
            return Done.It;
        }
    }
}

/// <summary>Reads how the server of this workspace is reached.</summary>
[Scoped]
public sealed class MailRoutes(Db db, Secrets secrets)
{
    /// <summary>Null where none is set up.</summary>
    public async Task<MailRoute?> ReadAsync(CancellationToken cancel) =>
        await db.Set<MailServer>().AsNoTracking().FirstOrDefaultAsync(cancel) is { } server
            ? new MailRoute(server.Host, server.Port, server.Encrypted, server.From, server.User, server.Password is { } stored ? secrets.Unprotect(stored) : null)
            : null;
}
