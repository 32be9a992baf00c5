using System.Text.Json.Nodes;
using Bellwether.Plans;
using NodaTime.Text;

namespace Bellwether.Playbooks;

/// <summary>A day of the plan as people write it.</summary>
internal static class SpokenDay
{
    /// <summary>“22 May 2027” for 2027-05-22; what is no date stays as it is.</summary>
    public static string? Day(this JsonNode? node, string key) =>
        node.Text(key) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } read ? $"{read.Value:d MMMM uuuu}"
        : text;
}
