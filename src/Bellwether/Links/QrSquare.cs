using System.Globalization;
using System.Text;
using QRCoder;

namespace Bellwether.Links;

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

    /// <summary>A PNG for programs that take no SVG: sharp, at least as many pixels wide as asked for.</summary>
    public static byte[] Png(string text, int width)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix.Count;
        using var png = new PngByteQRCode(code);
        return png.GetGraphic((width + modules - 1) / modules);
    }
}
