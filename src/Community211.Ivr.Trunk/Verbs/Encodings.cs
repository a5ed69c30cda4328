using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Documents are read as UTF-8; one that says that it is something else is told so.</summary>
internal static partial class Encodings
{
    private static readonly string[] Same = ["utf-8", "utf8", "us-ascii", "ascii"];

    /// <param name="contentType">Such as "text/xml; charset=ISO-8859-1".</param>
    public static string? OfType(string? contentType) => Problem(Charset().Match(contentType ?? ""), "charset");

    /// <param name="xml">A document, with its declaration or without.</param>
    public static string? OfXml(string xml) => Problem(Declared().Match(xml), "encoding");

    private static string? Problem(Match match, string name) =>
        match.Groups["name"] is { Success: true, Value: var value } && !Same.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? $"not simulated: {name}=\"{value}\". Documents are read as UTF-8."
            : null;

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[^"';\s]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["'](?<name>[^"']*)["']""")]
    private static partial Regex Declared();
}
