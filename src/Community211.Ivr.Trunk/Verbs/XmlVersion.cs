using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>A document that says it is of another version than XML 1.0 has an error code of its own.</summary>
internal static partial class XmlVersion
{
    public static bool IsNotOne(string xml) => Declared().Match(xml) is { Success: true } match && match.Groups[1].Value != "1.0";

    [GeneratedRegex("""^\s*<\?xml\s+version\s*=\s*["']([^"']*)["']""")]
    private static partial Regex Declared();
}
