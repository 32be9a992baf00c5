using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Bellwether.Tests.Research;

/// <summary>The survey and the dossier as people without a sign-in open them, over HTTP and without script.</summary>
public sealed partial class PublicPageTests
{
    [Fact]
    [Requirement("R002-44")]
    public async Task A_visitor_answers_once_and_everything_refused_is_said_in_words()
    {
        await using var site = await Site.StartAsync();
        var (survey, path) = await SurveyAsync(site);
        using var visitor = site.Client();
        using var opened = await visitor.GetAsync(path);
        var html = await opened.Content.ReadAsStringAsync();
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldNotContain("<script");
        html.ShouldContain("How was lunch? &lt;b&gt;");
        opened.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var policy = opened.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldNotContain("unsafe");
        opened.Headers.GetValues("X-Robots-Tag").Single().ShouldBe("noindex, nofollow");

        var ticket = Ticket().Match(html).Groups[1].Value;
        using var wrong = await visitor.PostAsync(path, Form(ticket, ("q1", "12"), ("q2", "<img src=x onerror=alert(1)>")));
        ((int)wrong.StatusCode).ShouldBe(422);
        var again = await wrong.Content.ReadAsStringAsync();
        again.ShouldContain("Choose a number from 0 to 10.");
        again.ShouldContain("&lt;img src=x onerror=alert(1)&gt;</textarea>");
        again.ShouldContain("<a href=\"#q1\">");

        using var sent = await visitor.PostAsync(path, Form(ticket, ("q1", "9"), ("q2", "Salsa"), ("q9", "never asked")));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sent.Content.ReadAsStringAsync()).ShouldContain("Thank you");
        using var twice = await visitor.PostAsync(path, Form(ticket, ("q1", "0")));
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await twice.Content.ReadAsStringAsync()).ShouldContain("Your first answer counts");
        var results = await site.GetAsync($"/api/v1/surveys/{survey}/results");
        (results["answers"]!.GetValue<int>(), results["questions"]![0]!["nps"]!["score"]!.GetValue<double>()).ShouldBe((1, 100));
        (await site.GetAsync($"/api/v1/surveys/{survey}/answers"))["items"]![0]!["given"]!.AsObject().Select(pair => pair.Key).ShouldBe(["q1", "q2"]);
    }

    [Fact]
    public async Task Made_up_tickets_hidden_fields_and_other_bodies_store_nothing()
    {
        await using var site = await Site.StartAsync();
        var (survey, path) = await SurveyAsync(site);
        using var visitor = site.Client();
        using var forged = await visitor.PostAsync(path, Form("made-up", ("q1", "9"), ("q2", "kept on the page")));
        ((int)forged.StatusCode).ShouldBe(422);
        (await forged.Content.ReadAsStringAsync()).ShouldContain("kept on the page");
        var ticket = Ticket().Match(await visitor.GetStringAsync(path)).Groups[1].Value;
        using var robot = await visitor.PostAsync(path, Form(ticket, ("q1", "9"), ("_website", "https://spam.example")));
        robot.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var json = await visitor.PostAsync(path, new StringContent("{}", Encoding.UTF8, "application/json"));
        json.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        using var large = await visitor.PostAsync(path, Form(ticket, ("q2", new string('x', 200_000))));
        ((int)large.StatusCode).ShouldBe(413);
        using var long_ = await visitor.PostAsync(path, Form(ticket, ("q2", new string('x', 2001))));
        ((int)long_.StatusCode).ShouldBe(422);
        using var many = await visitor.PostAsync(path, new StringContent(string.Join('&', Enumerable.Range(0, 500).Select(i => $"f{i}=1")), Encoding.UTF8, "application/x-www-form-urlencoded"));
        ((int)many.StatusCode).ShouldBe(413);
        (await site.GetAsync($"/api/v1/surveys/{survey}/results"))["answers"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_closed_a_draft_and_an_unknown_survey_say_so_and_too_many_answers_wait()
    {
        await using var site = await Site.StartAsync();
        var (survey, path) = await SurveyAsync(site);
        using var visitor = site.Client();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 13; i++)
        {
            using var answer = await visitor.PostAsync(path, Form("made-up", ("q1", "9")));
            statuses.Add(answer.StatusCode);
            if (i == 12)
            {
                (await answer.Content.ReadAsStringAsync()).ShouldContain("wait a minute and send again");
            }
        }

        statuses.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBe(1);
        await site.PostAsync($"/api/v1/surveys/{survey}/close");
        using var closed = await visitor.GetAsync(path);
        closed.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await closed.Content.ReadAsStringAsync()).ShouldContain("This survey is closed.");
        using var unknown = await visitor.GetAsync("/p/survey/nowhere");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("No survey here");
        using var endless = await visitor.GetAsync("/p/survey/" + new string('a', 300));
        endless.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("R004-13")]
    public async Task A_dossier_is_read_downloaded_and_received_through_its_link()
    {
        await using var site = await Site.StartAsync();
        var plan = (await site.PostAsync("/api/v1/plans", new { brand = site.Brand, title = "Lunch" }))["id"]!.GetValue<string>();
        await site.PostAsync($"/api/v1/plans/{plan}/findings", new { sheet = new { text = "<script>alert(1)</script> [x](javascript:alert(1))", area = "market" } });
        var dossier = (await site.PostAsync($"/api/v1/plans/{plan}/dossiers", new { title = "Spring" }))["dossier"]!["id"]!.GetValue<string>();
        var made = await site.PostAsync($"/api/v1/dossiers/{dossier}/handovers", new { to = "Mia", firm = "North" });
        var path = made["path"]!.GetValue<string>();
        using var visitor = site.Client();
        var html = await visitor.GetStringAsync(path);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("href=\"javascript:");
        html.ShouldContain("I have received it");
        using var files = await visitor.GetAsync(path + "/files");
        files.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var nameless = await visitor.PostAsync(path, Form("", ("name", " ")));
        ((int)nameless.StatusCode).ShouldBe(422);
        using var received = await visitor.PostAsync(path, Form("", ("name", "Mia <North>")));
        (await received.Content.ReadAsStringAsync()).ShouldContain("Received by Mia &lt;North&gt;");
        (await site.GetAsync($"/api/v1/plans/{plan}/dossiers"))[0]!["handovers"]![0]!["receivedBy"]!.GetValue<string>().ShouldBe("Mia <North>");
        var expired = (await site.PostAsync($"/api/v1/dossiers/{dossier}/handovers", new { to = "Ole", days = 1 }))["path"]!.GetValue<string>();
        await EndAsync(site, "Ole");
        using var late = await visitor.GetAsync(expired);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await late.Content.ReadAsStringAsync()).ShouldContain("This link has ended or was revoked. Ask whoever sent it for a new one.");
        using var lateFiles = await visitor.GetAsync(expired + "/files");
        lateFiles.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await site.PostAsync($"/api/v1/handovers/{made["handover"]!["id"]}/revoke");
        using var gone = await visitor.GetAsync(path);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var goneFiles = await visitor.GetAsync(path + "/files");
        goneFiles.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Lets a handover's last day be over.</summary>
    private static async Task EndAsync(Site site, string to)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var past = NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - NodaTime.Duration.FromMinutes(1);
        (await scope.ServiceProvider.GetRequiredService<Db>().Set<Handover>().IgnoreQueryFilters().Where(row => row.To == to)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.Until, past), TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private static async Task<(string Id, string Path)> SurveyAsync(Site site)
    {
        var plan = (await site.PostAsync("/api/v1/plans", new { brand = site.Brand, title = "Lunch" }))["id"]!.GetValue<string>();
        object[] questions = [new { text = "How likely?", kind = "nps" }, new { text = "What next?", kind = "text" }];
        var survey = (await site.PostAsync($"/api/v1/plans/{plan}/surveys", new { sheet = new { title = "How was lunch? <b>", questions } }))["id"]!.GetValue<string>();
        var address = (await site.PostAsync($"/api/v1/surveys/{survey}/open"))["address"]!.GetValue<string>();
        return (survey, new Uri(address).AbsolutePath);
    }

    private static FormUrlEncodedContent Form(string ticket, params (string Key, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)).Append(KeyValuePair.Create("_ticket", ticket)));

    [GeneratedRegex("name=\"_ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
