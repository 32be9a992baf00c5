using System.Net;
using System.Security.Cryptography;

namespace Bellwether.Web.SignIn;

/// <summary>
/// The first set-up works from the machine itself; from elsewhere it needs the code that the console prints,
/// so that nobody who finds a fresh installation first can take it.
/// </summary>
internal sealed class SetUpCode
{
    public string Code { get; } = RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 10);

    public static bool IsNeeded(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address);

    public bool Fits(HttpContext http, string? code) =>
        !IsNeeded(http) || CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code), System.Text.Encoding.UTF8.GetBytes(code ?? ""));
}
