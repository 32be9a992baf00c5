using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Publishing;

/// <summary>What was typed into a network's form, as settings and as secrets.</summary>
/// <param name="Settings">What may be shown again.</param>
/// <param name="Secrets">What may not.</param>
internal sealed record GuideFields(Dictionary<string, string> Settings, Dictionary<string, string> Secrets)
{
    private const int Longest = 2000;

    /// <summary>Reads and checks it. What is missing or wrong is 422 beside its field.</summary>
    /// <param name="guide">The form.</param>
    /// <param name="typed">Its fields by their keys.</param>
    /// <param name="rules">Which addresses may be called.</param>
    /// <param name="known">Secrets that are stored already and stay when their field is left empty.</param>
    public static GuideFields Read(ConnectionGuide guide, IReadOnlyDictionary<string, string> typed, OutgoingRules rules, IReadOnlyDictionary<string, string>? known = null)
    {
        var read = new GuideFields(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var key in typed.Keys.Where(key => guide.Fields.All(field => field.Key != key)))
        {
            throw Rule.Broken("field-unknown", $"There is no field “{key}” here. The fields are: {string.Join(", ", guide.Fields.Select(field => field.Key))}.", key);
        }

        foreach (var field in guide.Fields)
        {
            var value = typed.GetValueOrDefault(field.Key)?.Trim();
            if (string.IsNullOrEmpty(value))
            {
                value = field.Secret ? known?.GetValueOrDefault(field.Key) : null;
                Rule.Require(value is not null || !field.Required, "field-missing", $"{field.Label} is missing. {field.Hint}", field.Key);
                value ??= field.Usual;
            }

            if (value is not null)
            {
                Rule.Require(value.Length <= Longest, "field-too-long", $"{field.Label} is too long.", field.Key);
                Rule.Require(field.Choices is null || field.Choices.Any(choice => choice.Value == value), "field-choice", $"{field.Label} is one of: {string.Join(", ", field.Choices?.Select(choice => choice.Value) ?? [])}.", field.Key);
                (field.Secret ? read.Secrets : read.Settings)[field.Key] = field.Key == "identifier" ? value.TrimStart('@') : value;
            }
        }

        if (read.Settings.TryGetValue("address", out var address) && rules.Problem(address) is { } problem)
        {
            throw Rule.Broken("address-refused", problem, "address");
        }

        return read;
    }
}
