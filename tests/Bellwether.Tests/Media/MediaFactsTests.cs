using System.Text;
using Bellwether.Kernel;
using Bellwether.Media;

namespace Bellwether.Tests.Media;

public sealed class MediaFactsTests
{
    public static TheoryData<string, byte[], string, int?, int?> Files => new()
    {
        { "png", Pictures.Png(1080, 1350), "image/png", 1080, 1350 },
        { "gif", Pictures.Gif(320, 65_535), "image/gif", 320, 65_535 },
        { "progressive jpeg", Pictures.Jpeg(4000, 3000), "image/jpeg", 4000, 3000 },
        { "baseline jpeg", Pictures.Jpeg(1, 2, 0xC0), "image/jpeg", 1, 2 },
        { "jpeg without a frame", [0xFF, 0xD8, 0xFF, 0xD9], "image/jpeg", null, null },
        { "extended webp", Pictures.WebP("VP8X", 70_000, 16), "image/webp", 70_000, 16 },
        { "lossless webp", Pictures.WebP("VP8L", 1234, 567), "image/webp", 1234, 567 },
        { "lossy webp", Pictures.WebP("VP8 ", 640, 480), "image/webp", 640, 480 },
        { "mp4", Pictures.Mp4(), "video/mp4", null, null },
    };

    [Theory, MemberData(nameof(Files))]
    public void What_a_file_is_and_how_large_comes_from_its_first_bytes(string name, byte[] content, string type, int? width, int? height) =>
        MediaFacts.Of(content).ShouldBe(new MediaFacts(type, width, height), name);

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("MZ\u0090")]
    [InlineData("RIFF____WAVEfmt ")]
    [InlineData("GIF8")]
    public void Whatever_else_it_calls_itself_is_refused(string content)
    {
        var problem = Should.Throw<ProblemException>(() => MediaFacts.Of(Encoding.Latin1.GetBytes(content)));
        (problem.Kind, problem.Code).ShouldBe((ProblemKind.Unsupported, "media-unsupported"));
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_an_answer_or_a_refusal_never_a_crash()
    {
        foreach (var whole in Files.Select(row => row.Data.Item2))
        {
            for (var length = 0; length < whole.Length; length++)
            {
                try
                {
                    MediaFacts.Of(whole.AsSpan(0, length)).ContentType.ShouldNotBeEmpty();
                }
                catch (ProblemException problem)
                {
                    problem.Kind.ShouldBe(ProblemKind.Unsupported);
                }
            }
        }
    }
}
