using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Architecture;

/// <summary>The folders of the product in their order, and the rules that follow from it.</summary>
internal static partial class Folders
{
    /// <summary>A folder uses only folders that stand before it.</summary>
    public static readonly IReadOnlyList<string> InOrder =
    [
        "Kernel", "Storage", "People", "Brands", "Networks", "Metrics", "Media", "Reminders", "Links",
        "Plans", "Research", "Audits", "Competitors", "Goals", "Channels", "Campaigns", "Actions", "Calendar", "Publishing",
        "Inbox", "Tracking", "Measures", "Returns", "Reviews", "Playbooks",
        "Today", "Transfer", "Connectors", "Demo",
    ];

    private static readonly string[] Foundation = ["Kernel", "Storage"];

    /// <summary>Uses of a later folder, one line for each pair of types.</summary>
    public static IReadOnlyList<string> LookingForward(IEnumerable<Use> uses) =>
    [
        .. from use in uses
           let user = Position(FolderOf(use.From, "Bellwether"))
           let used = Position(FolderOf(use.To, "Bellwether"))
           where user >= 0 && used > user
           orderby use.From, use.To
           select $"{use.From} looks forward to {use.To}",
    ];

    /// <summary>Types of the product that stand in no folder of the list.</summary>
    public static IReadOnlyList<string> Homeless(IEnumerable<string> types) =>
        [.. types.Where(type => type.StartsWith("Bellwether.", StringComparison.Ordinal) && Position(FolderOf(type, "Bellwether")) < 0).Order(StringComparer.Ordinal)];

    /// <summary>Uses of one step's folder by another's, below a common root such as "Bellwether.Web".</summary>
    public static IReadOnlyList<string> BetweenSteps(IEnumerable<Use> uses, string root) =>
    [
        .. from use in uses
           let user = FolderOf(use.From, root)
           let used = FolderOf(use.To, root)
           where user != used && IsStep(user) && IsStep(used)
           orderby use.From, use.To
           select $"{use.From} uses {use.To}",
    ];

    /// <summary>What the usings of a source file say, for constants leave no trace in a compiled assembly.</summary>
    public static IEnumerable<Use> UsingsOf(string text)
    {
        var home = Namespace().Match(text).Groups[1].Value;
        return Using().Matches(text).Select(match => new Use(home + ".(file)", match.Groups[1].Value + ".(using)"));
    }

    /// <summary>All sources below a folder of the repository, as path and text.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder, params string[] endings) =>
        // What is built or fetched is not even walked through: it is a hundred times as much.
        new FileSystemEnumerable<string>(Repository.PathOf(folder), (ref entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldRecursePredicate = (ref entry) => entry.FileName is not ("bin" or "obj" or "node_modules" or "wwwroot"),
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && endings.Contains(Path.GetExtension(entry.FileName).ToString()),
        }.Select(path => (Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path)));

    private static int Position(string folder) => InOrder.ToList().IndexOf(folder);

    private static bool IsStep(string folder) => !Foundation.Contains(folder) && InOrder.Contains(folder, StringComparer.OrdinalIgnoreCase);

    private static string FolderOf(string type, string root) =>
        type.StartsWith(root + ".", StringComparison.Ordinal) && type[(root.Length + 1)..].Split('.') is [var folder, _, ..] ? folder : "";

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 2000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?(?<name>Bellwether\.[\w.]+);", RegexOptions.Multiline, 2000)]
    private static partial Regex Using();
}
