using System.Globalization;
using System.Text;
using Bellwether.Kernel;
using QRCoder;

namespace Bellwether.Research;

/// <summary>The survey's address as a square to print, in SVG: it stays sharp at every size.</summary>
/// <param name="Via">Where it will hang, to tell answers apart: “till”.</param>
[Needs(Permission.Read)]
public sealed record SurveyQr(Id<Survey> Survey, string? Via = null) : IQuery<FileResult>
{
    internal sealed class Handler(ResearchDesk desk, SurveyBook book) : IHandle<SurveyQr, FileResult>
    {
        public async Task<FileResult> HandleAsync(SurveyQr request, CancellationToken cancel)
        {
            var survey = await desk.FindAsync(request.Survey, "survey", cancel);
            var via = Rule.OptionalText(request.Via, "via", 40);
            return new FileResult($"survey-{survey.Code}.svg", "image/svg+xml", Encoding.UTF8.GetBytes(QrSquare.Svg(book.AddressOf(survey, via))));
        }
    }
}

/// <summary>Draws a text as a QR code.</summary>
public static class QrSquare
{
    /// <summary>An SVG of one path, black on white, with the quiet border that readers need.</summary>
    public static string Svg(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{rows.Count}v{rows.Count}H0z\"/><path d=\"{path}\"/></svg>";
    }
}
