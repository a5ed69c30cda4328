using System.Globalization;
using System.Xml.Linq;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>An element while it is parsed: attributes by name, and where warnings go.</summary>
internal sealed class VerbElement(XElement element, DocumentReader reader)
{
    public string Name => element.Name.LocalName;

    public IEnumerable<XElement> Elements => element.Elements();

    /// <summary>The text; where there is SSML in it, with its tags.</summary>
    public string Text => Spoken.Tidy(element.HasElements
        ? string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
        : element.Value);

    public DocumentReader Reader => reader;

    public string? Attribute(string name) => element.Attribute(name)?.Value;

    public string Attribute(string name, string otherwise) => Attribute(name) ?? otherwise;

    public int Whole(string name, int otherwise, int least = 0, int most = int.MaxValue)
    {
        if (Attribute(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        reader.Warn($"<{Name} {name}=\"{text}\">: a whole number from {least} to {most} is allowed; {otherwise} is used.");
        return otherwise;
    }

    public bool Flag(string name, bool otherwise)
    {
        switch (Attribute(name))
        {
            case null:
                return otherwise;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                reader.Warn($"<{Name} {name}=\"{text}\">: true or false is allowed; {(otherwise ? "true" : "false")} is used.");
                return otherwise;
        }
    }

    /// <summary>Attributes that the carrier knows and the trunk does nothing for: said, never silently dropped.</summary>
    public void WarnNotSimulated(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Attribute(name) is { Length: > 0 } value and not ("false" or "do-not-record"))
                reader.Warn($"not simulated: {name}=\"{value}\" of <{Name}>.");
        }
    }

    public void WarnUnknown(IReadOnlySet<string> known)
    {
        foreach (var attribute in element.Attributes().Where(one => !one.IsNamespaceDeclaration && !known.Contains(one.Name.LocalName)))
            reader.Warn($"Attribute '{attribute.Name.LocalName}' is not allowed to appear in element '{Name}': ignored.");
    }
}
