using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>How a handle is written on a network.</summary>
public sealed record HandleRule
{
    /// <summary>The fewest signs; null where unknown.</summary>
    public int? Min { get; init; }

    /// <summary>The most signs; null where unknown.</summary>
    public int? Max { get; init; }

    /// <summary>The signs that may stand in it, as a class of a regular expression; null where any may.</summary>
    public string? Signs { get; init; }

    /// <summary>The same in words.</summary>
    public string? Words { get; init; }

    /// <summary>What a space becomes, where what we call a handle is a name; null where a space is refused.</summary>
    public string? Spaces { get; init; }

    /// <summary>A handle in the network's own spelling, or 422 that says what is wrong and how it could be written.</summary>
    public string Check(string handle, string network)
    {
        var written = Spaces is null ? handle : string.Join(Spaces, handle.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Rule.Require(
            !written.Any(char.IsWhiteSpace), "handle-with-spaces",
            $"A handle has no spaces. Write it as in the profile's address, such as “{string.Concat(written.Where(sign => !char.IsWhiteSpace(sign)))}”.", "handle");
        if (Signs is not null && Regex.Replace(written, Signs, "", RegexOptions.CultureInvariant, Searching.Longest) is { Length: > 0 } foreign)
        {
            throw Rule.Broken("handle-signs", $"A handle on {network} has only {Words}; this has “{string.Concat(foreign.Distinct())}”. Write it as in the profile's address.", "handle");
        }

        Rule.Require(Max is null || written.Length <= Max, "handle-too-long", $"A handle on {network} has at most {Max} signs; this has {written.Length}. Write it as in the profile's address.", "handle");
        Rule.Require(Min is null || written.Length >= Min, "handle-too-short", $"A handle on {network} has at least {Min} signs; this has {written.Length}. Write it as in the profile's address.", "handle");
        return written;
    }
}
