using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reminders;

/// <summary>Says where mail of the workspace is handed in, by SMTP with STARTTLS.</summary>
/// <param name="Host">The server: mail.example.org.</param>
/// <param name="From">The address mail comes from.</param>
/// <param name="Encrypted">Whether the connection must be encrypted; no password is sent without.</param>
/// <param name="User">Whoever hands mail in; empty where the server asks for nobody.</param>
/// <param name="Password">Stored encrypted and never shown again; left out, the known one stays.</param>
[Needs(Permission.Own)]
public sealed record SetMailServer(
    [property: Required] string Host, [property: Required] string From, int Port = MailServer.UsualPort, bool Encrypted = true, string? User = null, [property: MaxLength(500)] string? Password = null) : ICommand<MailSettingsView>
{
    internal sealed class Handler(Db db, Secrets secrets, Journal journal, MailDesk desk) : IHandle<SetMailServer, MailSettingsView>
    {
        public async Task<MailSettingsView> HandleAsync(SetMailServer request, CancellationToken cancel)
        {
            var server = await db.Set<MailServer>().FirstOrDefaultAsync(cancel);
            if (server is null)
            {
                db.Add(server = new MailServer(request.Host, request.Port, request.Encrypted, request.From));
            }
            else
            {
                // A password belongs to the server it was given for.
                Rule.Require(server.Password is null || string.IsNullOrEmpty(request.User) || !string.IsNullOrEmpty(request.Password) || string.Equals(server.Host, request.Host.Trim(), StringComparison.OrdinalIgnoreCase),
                    "password-of-another-server", "The known password was given for another server. Type the one of this server.", "password");
                server.Become(request.Host, request.Port, request.Encrypted, request.From);
            }

            server.SignInAs(request.User, string.IsNullOrEmpty(request.Password) ? null : secrets.Protect(request.Password));
            journal.Say($"set {server.Host} up to send mail", subject: server.Id);
            return await desk.ViewAsync(server, cancel);
        }
    }
}

/// <summary>Ends mail for the workspace; what waits is not sent.</summary>
[Needs(Permission.Own)]
public sealed record RemoveMailServer : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemoveMailServer, Done>
    {
        public async Task<Done> HandleAsync(RemoveMailServer request, CancellationToken cancel)
        {
            var server = Rule.Found(await db.Set<MailServer>().FirstOrDefaultAsync(cancel), "mail server");
            db.Remove(server);
            db.RemoveRange(await db.Set<Mail>().Where(mail => mail.State == MailState.Waiting).ToListAsync(cancel));
            journal.Say($"took {server.Host} away; no mail is sent any more", subject: server.Id);
            return Done.It;
        }
    }
}

/// <summary>What came of a test.</summary>
/// <param name="To">Where the mail went.</param>
/// <param name="Problem">What was wrong, in words; null when the server took it.</param>
public sealed record TestedMail(string To, string? Problem);

/// <summary>Sends a mail to whoever asks, at once, and says in words what is missing.</summary>
[Needs(Permission.Own)]
public sealed record TestMail : ICommand<TestedMail>
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock, MailRoutes routes, PostOffice office, MailDesk desk) : IHandle<TestMail, TestedMail>
    {
        public async Task<TestedMail> HandleAsync(TestMail request, CancellationToken cancel)
        {
            var server = Rule.Found(await db.Set<MailServer>().FirstOrDefaultAsync(cancel), "mail server");
            var me = await desk.MeAsync(cancel);
            var route = (await routes.ReadAsync(cancel))!;
            var problem = await office.HandInAsync(route, me.Email, "Mail from Bellwether works", $"Hello {current.Name},\n\nthis is the mail you asked for to see whether {server.Host} takes mail.\n", Id<Mail>.New().ToString(), cancel);
            if (problem is null)
            {
                server.Worked(clock.Now());
            }
            else
            {
                server.Failed(problem.Words);
            }

            return new TestedMail(me.Email, problem?.Words);
        }
    }
}
