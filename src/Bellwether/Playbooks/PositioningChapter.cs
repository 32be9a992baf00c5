using System.Text.Json.Nodes;
using Bellwether.Plans;

namespace Bellwether.Playbooks;

/// <summary>Who the brand is on social networks: what it stands for, how it speaks, what it may claim and how it opens conversations.</summary>
internal static class PositioningChapter
{
    public static IReadOnlyList<PlaybookBlock> Write(JsonNode? positioning)
    {
        var blocks = new List<PlaybookBlock>();
        Tell(blocks, "What we stand for: ", positioning.Text("brandPosition"));
        Tell(blocks, "On social networks: ", positioning.Text("socialConcept"));
        Tell(blocks, "How we speak: ", positioning.Text("voice"));
        var guide = (positioning as JsonObject)?["guide"];
        Listed(blocks, "We promote:", guide.Texts("promote"));
        Listed(blocks, "We leave out:", guide.Texts("avoid"));
        Listed(blocks, "Our friends:", [.. guide.Many("allies").Select(ally => string.Join(", ", new[] { ally.Text("name"), ally.Text("where"), ally.Text("why") }.OfType<string>()))]);
        Listed(blocks, "Words we use:", positioning.Texts("wordsToUse"));
        Listed(blocks, "Words we avoid:", [.. positioning.Many("wordsToAvoid").Select(word => word.Text("instead") is { } instead ? $"{word.Text("term")}; we say “{instead}”" : word.Text("term") ?? "")]);
        Listed(blocks, "What we may claim, and what shows it:", [.. positioning.Many("claims").Where(claim => claim.Many("proofs").Count > 0).Select(Claim)]);
        Listed(blocks, "What we do not claim until there is a proof:", [.. positioning.Many("claims").Where(claim => claim.Many("proofs").Count == 0).Select(claim => claim.Text("text") ?? "")]);
        Listed(blocks, "How we open conversations:", [.. positioning.Many("starters").Select(starter => starter.Text("persona") is { } persona ? $"{starter.Text("text")} ({persona})" : starter.Text("text") ?? "")]);
        return blocks;
    }

    private static string Claim(JsonNode claim) =>
        $"{claim.Text("text")} ({string.Join("; ", claim.Many("proofs").Select(proof => proof.Text("link") is { } link ? $"{proof.Text("text")}, {link}" : proof.Text("text")))})";

    private static void Tell(List<PlaybookBlock> blocks, string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            blocks.Add(PlaybookBlock.Paragraph(label + text));
        }
    }

    private static void Listed(List<PlaybookBlock> blocks, string label, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            blocks.Add(PlaybookBlock.Paragraph(label));
            blocks.Add(PlaybookBlock.List(items));
        }
    }
}
