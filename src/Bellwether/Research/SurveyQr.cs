using System.Text;
using Bellwether.Kernel;
using Bellwether.Links;

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
