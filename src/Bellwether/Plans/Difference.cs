using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>
/// The difference of two pictures of a plan in sentences. Items are matched by id, so a renamed goal is still the same goal;
/// what has no id is compared by its place.
/// </summary>
public static class Difference
{
    private const int LongestText = 80;

    // Progress and what was seen is no change of the plan; ids say nothing to a reader.
    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal) { "id", "percent", "startedAt", "doneAt", "outcomeAt", "lastPost" };

    /// <summary>What changed from one picture to the other; nothing when they say the same.</summary>
    /// <param name="metrics">What metrics are called, by their keys.</param>
    public static IReadOnlyList<string> Between(JsonObject before, JsonObject after, IReadOnlyDictionary<string, string>? metrics = null)
    {
        var names = new Dictionary<string, string>(metrics ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        Gather(after, names);
        Gather(before, names);

        var sentences = new List<string>();
        foreach (var part in after.Select(pair => pair.Key).Union(before.Select(pair => pair.Key)))
        {
            new Comparison(names, sentences).Compare(before[part], after[part], Spoken(part), "");
        }

        return sentences;
    }

    private static void Gather(JsonObject whole, Dictionary<string, string> names)
    {
        foreach (var item in PlanItems.Of(whole))
        {
            var name = PlanItems.NameOf(item) ?? "";
            names.TryAdd(PlanItems.IdOf(item)!, names.GetValueOrDefault(name, name));
        }
    }

    private static string Spoken(string key) => char.ToUpperInvariant(key[0]) + IdText.KebabCase(key[..1].ToUpperInvariant() + key[1..]).Replace('-', ' ')[1..];

    private sealed class Comparison(Dictionary<string, string> names, List<string> sentences)
    {
        public void Compare(JsonNode? before, JsonNode? after, string label, string owner)
        {
            switch (before, after)
            {
                case (JsonObject or null, JsonObject or null) when HoldsItems(before) || HoldsItems(after) || (before is not null && after is not null):
                    CompareThings(before as JsonObject ?? [], after as JsonObject ?? [], owner);
                    break;
                case (JsonArray or null, JsonArray or null) when HasItems(before) || HasItems(after):
                    CompareItems(Items(before), Items(after), label, owner);
                    break;
                default:
                    if (Said(before) is var from && Said(after) is var to && from != to)
                    {
                        Say(owner, label, from, to);
                    }

                    break;
            }
        }

        private void CompareThings(JsonObject before, JsonObject after, string owner)
        {
            foreach (var key in after.Select(pair => pair.Key).Union(before.Select(pair => pair.Key)).Where(key => !Unsaid.Contains(key)))
            {
                var label = names.TryGetValue(key, out var name) ? $"“{name}”" : Spoken(key);
                var nested = after[key] is JsonObject || before[key] is JsonObject;
                Compare(before[key], after[key], label, nested ? Joined(owner, label) : owner);
            }
        }

        private void CompareItems(List<JsonObject> before, List<JsonObject> after, string label, string owner)
        {
            var one = One(label);
            var within = owner == label ? "" : owner;
            foreach (var item in after)
            {
                var old = before.Find(candidate => KeyOf(candidate) == KeyOf(item));
                if (old is null)
                {
                    sentences.Add($"{Joined(within, Titled(one, item))}: added.");
                }
                else
                {
                    CompareThings(old, item, Joined(within, Titled(one, old)));
                }
            }

            foreach (var item in before.Where(old => !after.Exists(item => KeyOf(item) == KeyOf(old))))
            {
                sentences.Add($"{Joined(within, Titled(one, item))}: dropped.");
            }
        }

        private void Say(string owner, string label, string? from, string? to)
        {
            var subject = owner.Length == 0 || owner == label ? label : $"{owner}: {char.ToLowerInvariant(label[0])}{label[1..]}";
            sentences.Add((from, to) switch
            {
                (null, _) => $"{subject} set to {to}.",
                (_, null) => $"{subject} removed (was {from}).",
                _ => $"{subject} {from} → {to}.",
            });
        }

        private string? Said(JsonNode? node) => node switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => names.TryGetValue(text, out var name) ? $"“{name}”" : Shortened(text),
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "yes" : "no",
            JsonValue value when decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString("#,0.######", CultureInfo.InvariantCulture),
            JsonArray { Count: 0 } => null,
            JsonArray list => string.Join(", ", list.Select(Said)),
            JsonObject thing => string.Join(" ", thing.Where(pair => !Unsaid.Contains(pair.Key)).Select(pair => Said(pair.Value)).Where(text => text is not null)),
            _ => node.ToJsonString(HouseJson.Options),
        };

        private string Titled(string one, JsonObject item) => PlanItems.NameOf(item) is { } name ? $"{one} “{Shortened(names.GetValueOrDefault(name, name))}”" : one;

        private static string Joined(string owner, string label) => owner.Length == 0 ? label : $"{owner}, {char.ToLowerInvariant(label[0])}{label[1..]}";

        private static string Shortened(string text) => Excerpt.Of(text, LongestText);

        private static string One(string label) => label.EndsWith("ies", StringComparison.Ordinal) ? label[..^3] + "y" : label.EndsWith('s') ? label[..^1] : label;

        private static List<JsonObject> Items(JsonNode? node) => node is JsonArray list ? [.. list.OfType<JsonObject>().Where(item => KeyOf(item) is not null)] : [];

        /// <summary>What an item is known by: its id, or the key that accounts have instead.</summary>
        private static string? KeyOf(JsonObject item) => PlanItems.IdOf(item) ?? PlanItems.TextOf(item, "key");

        private static bool HoldsItems(JsonNode? node) => node is JsonObject && PlanItems.Of(node).Any();

        private static bool HasItems(JsonNode? node) => Items(node).Count > 0;
    }
}
