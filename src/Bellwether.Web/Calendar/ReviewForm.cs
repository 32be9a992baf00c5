using System.Globalization;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using static Bellwether.Web.Doors.PublicPage;

namespace Bellwether.Web.Calendar;

/// <summary>Writes the posts of a link for review, each with what was said and a form to answer.</summary>
internal sealed record ReviewForm(SharedReviewView Review, string Code)
{
    /// <summary>The post that was just answered.</summary>
    public Id<Post>? Post { get; init; }

    public string? Name { get; init; }

    public string? Words { get; init; }

    /// <summary>Why the answer was not taken.</summary>
    public string? Wrong { get; init; }

    /// <summary>What is said after an answer was taken.</summary>
    public string? Thanks { get; init; }

    /// <summary>What a reviewer is told once an answer was taken.</summary>
    public static string Said(ReviewVerdict verdict) => verdict switch
    {
        ReviewVerdict.Approve => "Thank you. Your yes is noted for this version; if a word of it changes, you are asked again.",
        ReviewVerdict.AskForChanges => "Thank you. It goes back to whoever wrote it, with your words.",
        ReviewVerdict.Hold => "It is stopped. Nothing of it goes out until the team takes it up again and asks anew.",
        _ => "Thank you. Your words were passed on.",
    };

    public string Write()
    {
        var html = new StringBuilder();
        var until = Review.Until.InUtc().Date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
        html.Append($"<p class=\"from\">{Text(Review.Brand)}</p><h1>For {Text(Review.To)} to review</h1>");
        html.Append(Review.Posts.Count switch
        {
            0 => "<p>There is nothing to review any more.</p>",
            1 => $"<p>One post, as it will read. This link works until {until}.</p>",
            var count => $"<p>{count} posts, as they will read. This link works until {until}.</p>",
        });
        foreach (var post in Review.Posts)
        {
            WritePost(html, post);
        }

        return html.ToString();
    }

    private void WritePost(StringBuilder html, SharedPost post)
    {
        html.Append($"<article class=\"post\" id=\"{post.Id}\"><h2>{Text(post.Title)}</h2><p class=\"hint\">{Text(post.When is { } when ? $"Planned for {when}" : "Without a time yet")}; it is {Text(post.Status)}{(post.Approved ? ", and has your side’s yes" : "")}.</p>");
        if (Post == post.Id && Thanks is { } thanks)
        {
            html.Append($"<p class=\"note\" role=\"status\">{Text(thanks)}</p>");
        }

        foreach (var variant in post.Variants)
        {
            WriteVariant(html, variant);
        }

        if (post.Remarks.Count > 0)
        {
            html.Append("<h3>What was said</h3><ul class=\"said\">");
            foreach (var remark in post.Remarks)
            {
                var verdict = remark.Verdict switch
                {
                    ReviewVerdict.Approve => "said yes",
                    ReviewVerdict.AskForChanges => "asked for changes",
                    ReviewVerdict.Hold => "stopped it",
                    _ => remark.Outside ? "commented" : "answered",
                };
                var older = remark.Revision == post.Revision ? "" : ", to an earlier version";
                html.Append($"<li><strong>{Text(remark.By)}</strong> {verdict}{older}, {remark.At.InUtc().Date.ToString("d MMMM", CultureInfo.InvariantCulture)}{(remark.Words.Length == 0 ? "" : $"<br>{Lines(remark.Words)}")}</li>");
            }

            html.Append("</ul>");
        }

        WriteForm(html, post);
        html.Append("</article>");
    }

    private void WriteVariant(StringBuilder html, SharedVariant variant)
    {
        html.Append($"<section class=\"says\" aria-label=\"{Text(NetworkCatalogue.Of(variant.Network).Name)}\"><p><strong>{Text(NetworkCatalogue.Of(variant.Network).Name)}</strong> <span class=\"from\">{Text(variant.Handle)}</span></p>");
        foreach (var part in variant.Parts)
        {
            html.Append($"<p>{Lines(part)}</p>");
        }

        foreach (var picture in variant.Pictures)
        {
            var address = $"/p/review/{Uri.EscapeDataString(Code)}/{picture.Asset}";
            html.Append(picture.Video ? $"<p><a href=\"{address}\">Watch the video</a></p>" : $"<img src=\"{address}\" alt=\"{Text(picture.Alt)}\" loading=\"lazy\">");
        }

        if (variant.Link is { } link)
        {
            html.Append($"<p class=\"hint\">Link: {Text(link)}</p>");
        }

        if (variant.FirstComment is { } comment)
        {
            html.Append($"<p class=\"hint\">First comment: {Lines(comment)}</p>");
        }

        html.Append("</section>");
    }

    private void WriteForm(StringBuilder html, SharedPost post)
    {
        if (!post.MayAnswer)
        {
            html.Append("<p class=\"hint\">It is out or on its way, so nothing can be said to it here any more.</p>");
            return;
        }

        var isThis = Post == post.Id;
        var (name, words) = (isThis && Name is { Length: > 0 } given ? given : Review.To, isThis ? Words : null);
        html.Append($"<form method=\"post\" action=\"#{post.Id}\"><input type=\"hidden\" name=\"post\" value=\"{post.Id}\"><input type=\"hidden\" name=\"revision\" value=\"{post.Revision}\">");
        if (isThis && Wrong is { } wrong)
        {
            html.Append($"<p class=\"wrong\" role=\"alert\" id=\"wrong\">{Text(wrong)}</p>");
        }

        html.Append($"<label for=\"words-{post.Id}\">Your words</label><textarea id=\"words-{post.Id}\" name=\"words\" rows=\"3\" maxlength=\"{ReviewRemark.Longest}\"{(isThis && Wrong is not null ? " aria-describedby=\"wrong\"" : "")}>{Text(words)}</textarea>");
        html.Append($"<label for=\"name-{post.Id}\">Your name</label><input type=\"text\" id=\"name-{post.Id}\" name=\"name\" maxlength=\"120\" autocomplete=\"name\" required value=\"{Text(name)}\">");
        html.Append("<div class=\"verbs\"><button type=\"submit\" name=\"verdict\" value=\"approve\">Approve</button><button class=\"plain\" type=\"submit\" name=\"verdict\" value=\"askForChanges\">Ask for changes</button><button class=\"plain\" type=\"submit\" name=\"verdict\" value=\"comment\">Only comment</button>");
        html.Append(post.MayHold ? "<button class=\"plain\" type=\"submit\" name=\"verdict\" value=\"hold\">Stop it</button></div></form>" : "</div></form>");
    }
}
