using System.ComponentModel.DataAnnotations;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>The form of a picture to print.</summary>
public enum QrForm
{
    /// <summary>Lines that stay sharp at every size.</summary>
    Svg,

    /// <summary>Pixels, for programs that take no SVG.</summary>
    Png,
}

/// <summary>A link's address as a square to print. It holds a marked address (/q/…), so that a scan is told from a click.</summary>
/// <param name="Width">The width of a PNG in pixels, 100 to 4000; it may be a little more, so that every dot is whole.</param>
[Needs(Permission.Read)]
public sealed record LinkQr(Id<TrackedLink> Link, QrForm Form = QrForm.Svg, [property: Range(100, 4000)] int Width = 1000) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, PublicAddress address) : IHandle<LinkQr, FileResult>
    {
        public async Task<FileResult> HandleAsync(LinkQr request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            var text = address.Scan(link.Code, link.Host);
            return request.Form == QrForm.Svg
                ? new FileResult($"{link.Code}.svg", "image/svg+xml", Encoding.UTF8.GetBytes(QrSquare.Svg(text)))
                : new FileResult($"{link.Code}.png", "image/png", QrSquare.Png(text, request.Width));
        }
    }
}
