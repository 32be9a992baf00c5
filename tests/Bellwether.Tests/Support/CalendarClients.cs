using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Bellwether.Tests.Support;

/// <summary>
/// Two calendar programs people use: Radicale, which takes a whole file only when every line of it is right, and khal,
/// which shows what it understood of it.
/// </summary>
public sealed class CalendarClients : IAsyncDisposable
{
    private readonly RunningProgram radicale;
    private readonly string folder;
    private readonly HttpClient http;

    private CalendarClients(RunningProgram radicale, string folder, HttpClient http) => (this.radicale, this.folder, this.http) = (radicale, folder, http);

    public static async Task<CalendarClients> StartAsync()
    {
        if (!File.Exists("/usr/bin/radicale") || !File.Exists("/usr/bin/khal"))
            throw new InvalidOperationException("The calendar programs are not installed; type: apt-get install radicale khal");
        var folder = Directory.CreateTempSubdirectory("bellwether-radicale-").FullName;
        var port = TestServers.FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "radicale.conf"), $"""
            [server]
            hosts = 127.0.0.1:{port}
            [auth]
            type = none
            [storage]
            filesystem_folder = {folder}/store
            [logging]
            level = info
            """);
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("me:any"u8));
        // It closes each connection after its answer; one of those used again would end early.
        http.DefaultRequestHeaders.ConnectionClose = true;
        // It does not stop with its input by itself.
        var program = RunningProgram.Start("bash", ["-c", "/usr/bin/radicale -C radicale.conf & trap \"kill $!\" EXIT; read -r _"], folder);
        await program.Expect("server ready", TimeSpan.FromSeconds(60));
        return new CalendarClients(program, folder, http);
    }

    /// <summary>Offers a whole calendar file; Created when every line of it was understood.</summary>
    public async Task<HttpStatusCode> TakeAsync(string name, byte[] file)
    {
        for (var again = 2; ; again--)
        {
            try
            {
                using var content = new ByteArrayContent(file);
                content.Headers.ContentType = new MediaTypeHeaderValue("text/calendar");
                using var answer = await http.PutAsync($"me/{name}/", content);
                return answer.StatusCode;
            }
            catch (HttpRequestException problem) when (again > 0 && problem.InnerException is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded })
            {
                // On a busy machine it now and then hangs up without a word; what it thinks of the file it says when asked again.
            }
        }
    }

    /// <summary>What khal shows of a file that was taken, between two days, in a zone: start, end and title, a line each.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync(string name, string zone, string from, string to)
    {
        var settings = Path.Combine(folder, name + ".khal");
        await File.WriteAllTextAsync(settings, $"""
            [calendars]
            [[one]]
            path = {folder}/store/collection-root/me/{name}
            readonly = True
            [locale]
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            local_timezone = {zone}
            default_timezone = {zone}
            [sqlite]
            path = {folder}/{name}.db
            """);
        await using var khal = RunningProgram.Start("bash", ["-c", "/usr/bin/khal -c \"$0\" list --day-format '' --format '{start} {end} {title}' \"$1\" \"$2\"; echo DONE", settings, from, to], folder, new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["PYTHONIOENCODING"] = "utf-8" });
        await khal.Expect("DONE", TimeSpan.FromSeconds(60));
        return [.. khal.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line != "DONE")];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await radicale.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
