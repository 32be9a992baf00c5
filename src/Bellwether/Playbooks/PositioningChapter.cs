using System.Text.Json.Nodes;
using Bellwether.Plans;

namespace Bellwether.Playbooks;

/// <summary>Who the brand is on social networks: what it stands for, how it speaks, what it may claim and how it opens conversations.</summary>
internal static class PositioningChapter
{
    public static IReadOnlyList<PlaybookBlock> Write(JsonNode? positioning)
    {
        var blocks = new List<PlaybookBlock>();
        blocks.Tell("What we stand for: ", positioning.Text("brandPosition"));
        blocks.Tell("On social networks: ", positioning.Text("socialConcept"));
        blocks.Tell("How we speak: ", positioning.Text("voice"));
        var guide = (positioning as JsonObject)?["guide"];
        blocks.Listed("We promote:", guide.Texts("promote"));
        blocks.Listed("We leave out:", guide.Texts("avoid"));
        blocks.Listed("Our friends:", [.. guide.Many("allies").Select(ally => string.Join(", ", new[] { ally.Text("name"), ally.Text("where"), ally.Text("why") }.OfType<string>()))]);
        blocks.Listed("Words we use:", positioning.Texts("wordsToUse"));
        blocks.Listed("Words we avoid:", [.. positioning.Many("wordsToAvoid").Select(word => word.Text("instead") is { } instead ? $"{word.Text("term")}; we say “{instead}”" : word.Text("term") ?? "")]);
        blocks.Listed("What we may claim, and what shows it:", [.. positioning.Many("claims").Where(claim => claim.Many("proofs").Count > 0).Select(Claim)]);
        blocks.Listed("What we do not claim until there is a proof:", [.. positioning.Many("claims").Where(claim => claim.Many("proofs").Count == 0).Select(claim => claim.Text("text") ?? "")]);
        blocks.Listed("How we open conversations:", [.. positioning.Many("starters").Select(starter => starter.Text("persona") is { } persona ? $"{starter.Text("text")} ({persona})" : starter.Text("text") ?? "")]);
        return blocks;
    }

    private static string Claim(JsonNode claim) =>
        $"{claim.Text("text")} ({string.Join("; ", claim.Many("proofs").Select(proof => proof.Text("link") is { } link ? $"{proof.Text("text")}, {link}" : proof.Text("text")))})";
}
