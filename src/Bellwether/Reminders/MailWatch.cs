using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reminders;

/// <summary>Writes the mails that are due in every workspace with a mail server, and hands in those that wait.</summary>
[Single]
public sealed class MailWatch(Rounds rounds, Runner runner, PostOffice office)
{
    private const int Most = 200;

    /// <summary>Gives how many mails a server took.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await rounds.SendAsync(WithServer, new WriteMails(), written => written.Count, cancel);
        return await rounds.CallAsync(WithServer, "Handing in mail", workspace => HandInAsync(workspace, cancel), cancel);
    }

    private async Task<int> HandInAsync(Guid workspace, CancellationToken cancel)
    {
        var sent = 0;
        for (var turn = 0; turn < Most; turn++)
        {
            var claimed = await runner.RunAsync(new ClaimMail(), current => current.BecomeProgram(workspace), cancel);
            if (claimed is not [var mail])
            {
                break;
            }

            var problem = await office.HandInAsync(mail.Route, mail.To, mail.Subject, mail.Text, mail.Id.ToString(), cancel);
            await runner.RunAsync(new SettleMail(mail.Id, problem?.Words, problem?.ForGood ?? false), current => current.BecomeProgram(workspace), CancellationToken.None);
            if (problem is { ForGood: false })
            {
                // What holds for the server holds for the next mail too.
                break;
            }

            sent += problem is null ? 1 : 0;
        }

        return sent;
    }

    private static IQueryable<Guid> WithServer(Db db) => db.Set<MailServer>().IgnoreQueryFilters().Select(server => server.WorkspaceKey);
}
