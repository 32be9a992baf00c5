using Bellwether.Media;
using Bellwether.Networks;

namespace Bellwether.Audits;

/// <summary>What is wrong with a picture for its place on a network.</summary>
/// <param name="Use">Its place: “avatar”, “cover”.</param>
/// <param name="Message">What is wrong and the way out.</param>
public sealed record PictureFinding(string Use, string Message);

/// <summary>Compares pictures with the sizes a network asks for.</summary>
public static class PictureCheck
{
    /// <summary>Sides may differ by this share before a picture counts as cropped.</summary>
    public const decimal Tolerance = 0.05m;

    /// <summary>Findings for one picture: too small in a direction, or of another shape than its place.</summary>
    public static IEnumerable<PictureFinding> Of(Network network, string use, Asset? picture)
    {
        if (picture is not { Width: > 0 and var width, Height: > 0 and var height } || network.Images.FirstOrDefault(size => size.Use == use) is not { } size)
        {
            yield break;
        }

        if (width < size.Width || height < size.Height)
        {
            yield return new PictureFinding(use, $"“{picture.Name}” has {width} × {height} pixels; {network.Name} shows the {use} at {size.Width} × {size.Height}. Use a larger one.");
        }

        var (shape, wanted) = ((decimal)width / height, (decimal)size.Width / size.Height);
        if (Math.Abs((shape / wanted) - 1) > Tolerance)
        {
            yield return new PictureFinding(use, $"“{picture.Name}” is {width} × {height}; the {use} is {size.Width} × {size.Height}, so {network.Name} crops it. Cut it to that shape.");
        }
    }
}
