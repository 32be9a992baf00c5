using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Makes a template of a plan: its words, goals, channels and work, without people, accounts, past numbers and what was found out.</summary>
[Scoped]
public sealed class TemplateMaker(PlanSnapshots snapshots, TemplateBook book)
{
    private static readonly string[] Parts = ["plan", "goals", "channels", "actions"];

    // Who does it, where it is done, where it was measured and how it came about belong to this plan alone.
    private static readonly HashSet<string> Own =
    [
        "owner", "collector", "accountable", "responder", "member", "by", "account", "subject", "relevance", "decisionReason", "lookAgainOn", "origin", "work", "overrideReason", "cadences", "rules", "rest",
    ];

    /// <summary>The template, under a key that nothing else has.</summary>
    public async Task<TemplateContent> MakeAsync(Plan plan, string title, string says, string intent, string business, string size, CancellationToken cancel)
    {
        var whole = await snapshots.WriteAsync(plan, nextCycle: true, cancel);
        var kept = new JsonObject(Parts.Where(name => whole[name] is not null).Select(name => KeyValuePair.Create(name, whole[name]?.DeepClone())));
        (kept["plan"] as JsonObject)?.Remove("title");
        var named = IdRemap.Named((JsonObject)Bare(kept)!);
        var known = PlanItems.Of(named).Select(item => PlanItems.IdOf(item)!).ToHashSet(StringComparer.Ordinal);
        return new TemplateContent(
            await KeyAsync(title, cancel), Rule.Text(title, "title", 120), Rule.Text(intent, "intent", 40), Rule.Text(business, "business", 40), Rule.Text(size, "size", 40), Rule.Text(says, "says", 300),
            (JsonObject)WithoutLoose(named, known)!);
    }

    /// <summary>Small letters, digits and hyphens of the title; numbered where another has them already.</summary>
    private async Task<string> KeyAsync(string title, CancellationToken cancel)
    {
        var words = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            words.Append(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : char.IsLetter(letter) || char.IsWhiteSpace(letter) || letter == '-' ? '-' : "");
        }

        var stem = string.Join('-', words.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        stem = stem.Length == 0 ? "own" : stem[..Math.Min(stem.Length, 60)].Trim('-');
        var taken = (await book.AllAsync(cancel)).Select(template => template.Content.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? stem : $"{stem}-{number}").First(key => !taken.Contains(key));
    }

    private static JsonNode? Bare(JsonNode? node) => node switch
    {
        JsonObject thing => new JsonObject(thing.Where(pair => !Own.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, Bare(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Bare)]),
        _ => node?.DeepClone(),
    };

    /// <summary>References to what did not come along lead nowhere.</summary>
    private static JsonNode? WithoutLoose(JsonNode? node, HashSet<string> known)
    {
        bool Stays(JsonNode? value) => value is not JsonValue text || !text.TryGetValue<string>(out var id) || !PlanItems.IsId(id) || known.Contains(id);
        return node switch
        {
            JsonObject thing => new JsonObject(thing.Where(pair => Stays(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, WithoutLoose(pair.Value, known)))),
            JsonArray list => new JsonArray([.. list.Where(Stays).Select(one => WithoutLoose(one, known))]),
            _ => node?.DeepClone(),
        };
    }
}
