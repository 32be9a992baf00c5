using System.Reflection;
using System.Xml.Linq;

namespace Bellwether.Kernel;

/// <summary>The summaries written in the source, read from the XML file that the compiler puts beside the assembly.</summary>
public static class Summaries
{
    private static readonly Lazy<Dictionary<string, string>> Texts = new(Read);

    /// <summary>The type's summary in one line; empty when it has none.</summary>
    public static string Of(Type type) => Texts.Value.GetValueOrDefault("T:" + type.FullName?.Replace('+', '.'), "");

    /// <summary>What a record says of one of its parameters; empty when it says nothing.</summary>
    public static string OfParameter(Type record, string parameter) =>
        Texts.Value.GetValueOrDefault($"A:{record.FullName}.{parameter}", "");

    private static Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = Path.Combine(AppContext.BaseDirectory, typeof(Summaries).Assembly.GetName().Name + ".xml");
        if (!File.Exists(path))
        {
            return texts;
        }

        foreach (var member in XDocument.Load(path).Descendants("member"))
        {
            var name = member.Attribute("name")!.Value;
            if (member.Element("summary") is { } summary)
            {
                texts[name] = OneLine(summary);
            }

            foreach (var parameter in member.Elements("param").Where(_ => name.StartsWith("T:", StringComparison.Ordinal)))
            {
                texts[$"A:{name[2..]}.{parameter.Attribute("name")!.Value}"] = OneLine(parameter);
            }
        }

        return texts;
    }

    private static string OneLine(XElement text)
    {
        foreach (var reference in text.Descendants("see").ToList())
        {
            reference.ReplaceWith(reference.Attribute("cref")?.Value.Split('.').Last() ?? reference.Value);
        }

        return string.Join(' ', text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
