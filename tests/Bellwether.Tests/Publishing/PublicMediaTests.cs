using System.Net;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Publishing;

/// <summary>Networks that fetch pictures themselves reach exactly the one they were told of, without signing in.</summary>
public sealed class PublicMediaTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_picture_is_fetched_under_its_sealed_address_and_under_no_other()
    {
        await using var site = await Site.StartAsync();
        var added = await site.PostAsync("/api/v1/media", new { brand = site.Brand, name = "dot.png", content = Dot });
        site.Services.GetRequiredService<PublicAddress>().Configure("https://bellwether.example");
        var address = await AddressAsync(site, (string)added["id"]!);
        address.ShouldStartWith("https://bellwether.example/p/media/");
        var path = new Uri(address).AbsolutePath;

        using var stranger = site.Client();
        using var answer = await stranger.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()).ShouldBe(("image/png", "nosniff"));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Convert.FromBase64String(Dot));

        (await stranger.GetAsync(path.Replace("/p/media/s1.", "/p/media/s1.A", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void An_address_ends_after_three_days_and_there_is_none_while_nobody_outside_reaches_the_program()
    {
        var (clock, address) = (new TestClock(), new PublicAddress());
        var media = new PublicMedia(new Secrets(new MasterKey(new byte[32])), address, clock);
        var asset = new Asset(Id<Brand>.New(), "dot", MediaFacts.Of(Convert.FromBase64String(Dot)), "hash", 1);
        media.AddressOf(asset).ShouldBeNull();
        address.Configure("https://bellwether.example");
        var token = media.AddressOf(asset)!.Split('/')[^2];
        media.Read(token).ShouldBe((Guid.Empty, asset.Id));
        media.Read(token[..^2]).ShouldBeNull();
        clock.Advance(TimeSpan.FromDays(3.1));
        media.Read(token).ShouldBeNull();
    }

    private static async Task<string> AddressAsync(Site site, string asset)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(Guid.Empty);
        var row = await scope.ServiceProvider.GetRequiredService<Db>().Set<Asset>().IgnoreQueryFilters().SingleAsync();
        row.Id.ToString().ShouldBe(asset);
        return scope.ServiceProvider.GetRequiredService<PublicMedia>().AddressOf(row).ShouldNotBeNull();
    }
}
