using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>The server as owners see it; its password is never told.</summary>
public sealed record MailServerView(string Host, int Port, bool Encrypted, string From, string? User, bool HasPassword, Instant? WorkedAt, string? Problem);

/// <summary>How whoever asks wants to be told. Times are local to the zone.</summary>
public sealed record MailWishView(MailPace Pace, string Zone, LocalTime DigestAt, LocalTime QuietFrom, LocalTime QuietUntil);

/// <summary>A mail that did not go out.</summary>
public sealed record MailTrouble(string To, string Subject, MailState State, string? Problem, Instant At);

/// <summary>Mail as it stands for whoever asks.</summary>
/// <param name="Ready">Whether somebody set a server up.</param>
/// <param name="Address">Where the mail of whoever asks goes.</param>
/// <param name="Server">For owners alone.</param>
/// <param name="Waiting">How many mails wait; for owners alone.</param>
/// <param name="Troubles">The latest that were refused or lost; for owners alone.</param>
public sealed record MailSettingsView(bool Ready, string Address, MailWishView Wish, MailServerView? Server, int Waiting, IReadOnlyList<MailTrouble> Troubles);

/// <summary>Whether mail is sent, how whoever asks is told by it, and for owners the server and what it did not take.</summary>
[Needs(Permission.Read)]
public sealed record MailSettings : IQuery<MailSettingsView>
{
    internal sealed class Handler(Db db, MailDesk desk) : IHandle<MailSettings, MailSettingsView>
    {
        public async Task<MailSettingsView> HandleAsync(MailSettings request, CancellationToken cancel) =>
            await desk.ViewAsync(await db.Set<MailServer>().AsNoTracking().FirstOrDefaultAsync(cancel), cancel);
    }
}

/// <summary>Says how you want to be told by mail: never, in one mail a day, or of each thing as it comes but not in quiet hours.</summary>
/// <param name="Zone">IANA name of the zone the times are meant in: Europe/Berlin.</param>
/// <param name="DigestAt">From when on the mail of a day goes out.</param>
/// <param name="QuietFrom">When quiet hours begin; they may pass midnight.</param>
[Needs(Permission.Read)]
public sealed record SetMailWish(MailPace Pace, string Zone, LocalTime DigestAt, LocalTime QuietFrom, LocalTime QuietUntil) : ICommand<MailSettingsView>
{
    internal sealed class Handler(Db db, MailDesk desk) : IHandle<SetMailWish, MailSettingsView>
    {
        public async Task<MailSettingsView> HandleAsync(SetMailWish request, CancellationToken cancel)
        {
            var me = await desk.MeAsync(cancel);
            var wish = await db.Set<MailWish>().FirstOrDefaultAsync(row => row.Member == me.Id, cancel);
            if (wish is null)
            {
                db.Add(wish = new MailWish(me.Id));
            }

            wish.Become(request.Pace, request.Zone, request.DigestAt, request.QuietFrom, request.QuietUntil);
            return await desk.ViewAsync(await db.Set<MailServer>().AsNoTracking().FirstOrDefaultAsync(cancel), cancel, wish);
        }
    }
}

/// <summary>Reads mail for whoever asks.</summary>
[Scoped]
public sealed class MailDesk(Db db, ICurrent current)
{
    private const int Shown = 10;

    /// <summary>The member who asks; 403 for a token or the program, which read no mail.</summary>
    internal async Task<Member> MeAsync(CancellationToken cancel) =>
        current.MemberKey is { } key && await db.Set<Member>().AsNoTracking().FirstOrDefaultAsync(member => member.Id == new Id<Member>(key), cancel) is { } me
            ? me
            : throw Rule.Forbidden("Mail goes to people. Sign in as a member of the workspace.");

    internal async Task<MailSettingsView> ViewAsync(MailServer? server, CancellationToken cancel, MailWish? known = null)
    {
        var me = await MeAsync(cancel);
        var wish = known ?? await db.Set<MailWish>().AsNoTracking().FirstOrDefaultAsync(row => row.Member == me.Id, cancel) ?? new MailWish(me.Id);
        var view = new MailSettingsView(server is not null, me.Email, new MailWishView(wish.Pace, wish.ZoneName, wish.DigestAt, wish.QuietFrom, wish.QuietUntil), null, 0, []);
        if (server is null || !current.May(Permission.Own))
        {
            return view;
        }

        var addresses = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Email, cancel);
        var troubles = await db.Set<Mail>().AsNoTracking().Where(mail => mail.State == MailState.Refused || mail.State == MailState.Unknown).OrderByDescending(mail => mail.Id).Take(Shown).ToListAsync(cancel);
        return view with
        {
            Server = new MailServerView(server.Host, server.Port, server.Encrypted, server.From, server.User, server.Password is not null, server.WorkedAt, server.Problem),
            Waiting = await db.Set<Mail>().CountAsync(mail => mail.State == MailState.Waiting, cancel),
            Troubles = [.. troubles.Select(mail => new MailTrouble(addresses.GetValueOrDefault(mail.Member, ""), mail.Subject, mail.State, mail.Problem, mail.CreatedAt))],
        };
    }
}
