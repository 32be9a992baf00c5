using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Reminders;

/// <summary>What a mail server said, in words.</summary>
/// <param name="ForGood">Whether it will say so again of this mail.</param>
public sealed record MailProblem(string Words, bool ForGood);

/// <summary>Hands mail in over SMTP, to servers that the program may call. Says what went wrong in words instead of throwing.</summary>
[Single]
public sealed class PostOffice(OutgoingRules rules)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Hands a mail in; null when the server took it.</summary>
    /// <param name="key">Names the mail for ever: readers' programs show the same one once.</param>
    public async Task<MailProblem?> HandInAsync(MailRoute route, string to, string subject, string text, string key, CancellationToken cancel)
    {
        if (await BarredAsync(route, cancel) is { } barred)
        {
            return new MailProblem(barred, false);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient(route.Host, route.Port);
            client.EnableSsl = route.Encrypted;
            client.Credentials = route is { User: { } user, Password: { } password } ? new NetworkCredential(user, password) : null;
            using var message = new MailMessage(route.From, to);
            (message.Subject, message.SubjectEncoding, message.Body, message.BodyEncoding) = (subject, Encoding.UTF8, text, Encoding.UTF8);
            message.Headers.Add("Message-ID", $"<{key}@{new MailAddress(route.From).Host}>");
            message.Headers.Add("Auto-Submitted", "auto-generated");
            await client.SendMailAsync(message, limit.Token);
            return null;
        }
        catch (SmtpException refused)
        {
            return Said(refused, route);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new MailProblem($"{route.Host} did not answer within {Patience.TotalSeconds:F0} seconds. Check the name and the port.", false);
        }
    }

    private static MailProblem Said(SmtpException refused, MailRoute route)
    {
        for (Exception? cause = refused; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
            {
                return new MailProblem($"The certificate of {route.Host} is not trusted. Give the name that stands on it, or have the server get one that is.", false);
            }

            if (cause is SocketException)
            {
                return new MailProblem($"{route.Host} cannot be reached on port {route.Port}. Check the name and the port.", false);
            }
        }

        var words = refused.Message.TrimEnd('.') + ".";
        return refused switch
        {
            SmtpFailedRecipientException recipient => new MailProblem($"The server does not take mail for this address: {words}", (int)recipient.StatusCode >= 500),
            _ when route.User is not null && refused.Message.Contains("authenticat", StringComparison.OrdinalIgnoreCase) => new MailProblem($"{route.Host} does not take this user and password: {words}", false),
            _ when route.Encrypted && refused.Message.Contains("secure connection", StringComparison.OrdinalIgnoreCase) => new MailProblem($"{route.Host} offers no encryption on port {route.Port}. Use the port for handing in mail, usually 587.", false),
            _ => new MailProblem($"{route.Host} said: {words}", false),
        };
    }

    private async Task<string?> BarredAsync(MailRoute route, CancellationToken cancel)
    {
        if (rules.IsNamed(route.Host, route.Port))
        {
            return null;
        }

        try
        {
            var addresses = await Dns.GetHostAddressesAsync(route.Host, cancel);
            return addresses.Length > 0 && Array.TrueForAll(addresses, OutgoingRules.IsPublic) ? null : OutgoingRules.PrivateProblem(route.Host);
        }
        catch (SocketException)
        {
            return $"There is no server called {route.Host}. Check the name.";
        }
    }
}
