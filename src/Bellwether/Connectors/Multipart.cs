using System.Net.Http.Headers;
using System.Text;
using Bellwether.Networks;

namespace Bellwether.Connectors;

/// <summary>The body of a call that carries files (multipart/form-data, RFC 7578), with quoted names and a plain boundary as every server reads them.</summary>
internal static class Multipart
{
    /// <summary>Fields first, then the files in their order.</summary>
    public static async Task<(byte[] Body, string ContentType)> OfAsync(IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, OutgoingMedia Media)> files, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            Add(form, new StringContent(value, Encoding.UTF8), name, null);
        }

        foreach (var ((name, media), place) in files.Select((file, place) => (file, place)))
        {
            var content = new ByteArrayContent(await Answers.BytesAsync(media, cancel));
            content.Headers.TryAddWithoutValidation("Content-Type", media.ContentType);
            Add(form, content, name, FileName(media, place));
        }

        var boundary = form.Headers.ContentType!.Parameters.First(one => one.Name == "boundary");
        boundary.Value = boundary.Value!.Trim('"');
        return (await form.ReadAsByteArrayAsync(cancel), form.Headers.ContentType.ToString());
    }

    /// <summary>A name for a file that says its kind: “picture-1.jpg”.</summary>
    public static string FileName(OutgoingMedia media, int place, string stem = "picture")
    {
        var kind = media.ContentType.Split('/', ';') is [_, var sub, ..] ? sub : "bin";
        return $"{(media.IsVideo && stem == "picture" ? "video" : stem)}-{place + 1}.{(kind is "jpeg" ? "jpg" : kind is "quicktime" ? "mov" : kind)}";
    }

    private static void Add(MultipartFormDataContent form, HttpContent content, string name, string? file)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"", FileName = file is null ? null : $"\"{file}\"" };
        form.Add(content);
    }
}
