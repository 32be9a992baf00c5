using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.Doors;

/// <summary>
/// Honours Idempotency-Key on every POST: the first request is carried out, a repeat gets the same answer without
/// being carried out again, another request under the same key is refused, two at once wait for neither.
/// </summary>
internal sealed class Idempotency(RequestDelegate next, TimeProvider clock)
{
    private const string Header = "Idempotency-Key";
    private const long Day = 24 * 60 * 60 * 1000;

    public async Task InvokeAsync(HttpContext http, SignInDb db)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments("/api") || http.Request.Headers[Header] is not [{ Length: > 0 } given])
        {
            await next(http);
            return;
        }

        Rule.Require(given.Length <= 200, "idempotency-key-too-long", "An Idempotency-Key has at most 200 characters.");
        var key = $"{http.User.FindFirstValue(Askers.MemberClaim) ?? http.User.FindFirstValue(ClaimTypes.NameIdentifier)}:{given}";
        var request = await FingerprintAsync(http);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await db.Answers.Where(answer => answer.At < now - Day).ExecuteDeleteAsync(http.RequestAborted);
        if (await RememberedAsync(db, key, request, http) is { } known)
        {
            await ReplayAsync(http, known);
            return;
        }

        var row = new StoredAnswer { Key = key, Request = request, At = now };
        db.Answers.Add(row);
        try
        {
            await db.SaveChangesAsync(http.RequestAborted);
        }
        catch (DbUpdateException failure) when (Bellwether.Storage.Providers.IsUniqueViolation(failure))
        {
            throw InProgress();
        }

        await CarryOutAsync(http, db, row);
    }

    private static async Task<StoredAnswer?> RememberedAsync(SignInDb db, string key, string request, HttpContext http)
    {
        var known = await db.Answers.AsNoTracking().FirstOrDefaultAsync(answer => answer.Key == key, http.RequestAborted);
        if (known is null)
        {
            return null;
        }

        Rule.Require(known.Request == request, "idempotency-key-reused", "This Idempotency-Key was used for another request. Use a fresh one.");
        return known.Status is null ? throw InProgress() : known;
    }

    private async Task CarryOutAsync(HttpContext http, SignInDb db, StoredAnswer row)
    {
        var real = http.Response.Body;
        await using var body = new MemoryStream();
        http.Response.Body = body;
        try
        {
            await next(http);
        }
        catch
        {
            // Nothing was carried out (the use case saves once, at its end): the key is free again.
            http.Response.Body = real;
            await db.Answers.Where(answer => answer.Key == row.Key).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }

        http.Response.Body = real;
        (row.Status, row.ContentType, row.Body) = (http.Response.StatusCode, http.Response.ContentType, body.ToArray());
        await db.SaveChangesAsync(CancellationToken.None);
        await real.WriteAsync(row.Body, http.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext http, StoredAnswer known)
    {
        http.Response.StatusCode = known.Status!.Value;
        http.Response.ContentType = known.ContentType;
        http.Response.Headers["Idempotent-Replayed"] = "true";
        await http.Response.Body.WriteAsync(known.Body ?? [], http.RequestAborted);
    }

    private static async Task<string> FingerprintAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(http.Request.Path + http.Request.QueryString + "\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        http.Request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ProblemException InProgress() =>
        Rule.Conflict("in-progress", "The same request is being carried out right now. Ask again in a moment.");
}
