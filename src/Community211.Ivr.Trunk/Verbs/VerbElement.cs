using System.Globalization;
using System.Xml.Linq;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>An element while it is parsed: attributes by name, and where warnings go. A value that is not allowed is told and its default used.</summary>
internal sealed class VerbElement(XElement element, DocumentReader reader)
{
    public string Name => element.Name.LocalName;

    public IEnumerable<XElement> Elements => element.Elements();

    /// <summary>The text; where there are elements in it, with their tags.</summary>
    public string Text => Spoken.Tidy(element.HasElements
        ? string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
        : element.Value);

    public DocumentReader Reader => reader;

    public string? Attribute(string name) => element.Attribute(name)?.Value;

    public string Attribute(string name, string otherwise) => Attribute(name) ?? otherwise;

    public int Whole(string name, int otherwise, int least = 0, int most = int.MaxValue, int code = DocumentWarning.Schema)
    {
        if (Attribute(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        var range = most == int.MaxValue ? $"from {least} up" : $"from {least} to {most}";
        reader.Warn(code, $"<{Name} {name}=\"{text}\">: a whole number {range} is allowed; {(otherwise == int.MaxValue ? "no limit" : otherwise)} is used.");
        return otherwise;
    }

    public bool Flag(string name, bool otherwise, int code = DocumentWarning.Schema)
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
                reader.Warn(code, $"<{Name} {name}=\"{text}\">: true or false is allowed; {(otherwise ? "true" : "false")} is used.");
                return otherwise;
        }
    }

    /// <summary>GET or POST, in capitals; POST when absent.</summary>
    public string Method(string name, int code = DocumentWarning.Schema) => OneOf(name, "POST", code, "GET", "POST");

    public string OneOf(string name, string otherwise, int code, params ReadOnlySpan<string> allowed)
    {
        if (Attribute(name) is not { } text || text == otherwise || allowed.Contains(text))
            return Attribute(name) ?? otherwise;
        reader.Warn(code, $"<{Name} {name}=\"{text}\">: {string.Join(", ", allowed)} are allowed; {(otherwise.Length == 0 ? "none" : otherwise)} is used.");
        return otherwise;
    }

    /// <summary>Words between spaces, each one of those allowed.</summary>
    public IReadOnlyList<string> Words(string name, int code, params ReadOnlySpan<string> allowed)
    {
        var words = new List<string>();
        foreach (var word in (Attribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (allowed.Contains(word))
                words.Add(word);
            else
                reader.Warn(code, $"<{Name} {name}=\"{word}\">: {string.Join(", ", allowed)} are allowed, with spaces between them; it is ignored.");
        }
        return words;
    }

    public void Warn(int code, string warning) => reader.Warn(code, warning);

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
