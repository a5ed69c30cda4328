using System.Xml;
using System.Xml.Linq;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Compares documents as XML: white space between elements and the order of attributes do not count.</summary>
internal static class TwimlDifference
{
    /// <summary>What differs, readable; null when nothing does.</summary>
    public static string? Between(string recorded, string now)
    {
        var (before, after) = (Canonical(recorded), Canonical(now));
        if (before == after)
            return null;
        var (old, young) = (before.Split('\n'), after.Split('\n'));
        var at = 0;
        while (at < old.Length && at < young.Length && old[at] == young[at])
            at++;
        return $"the answer differs at its line {at + 1}\n    recorded: {old.ElementAtOrDefault(at)?.Trim() ?? "(end)"}\n    now:      {young.ElementAtOrDefault(at)?.Trim() ?? "(end)"}";
    }

    private static string Canonical(string text)
    {
        try
        {
            return Sorted(XElement.Parse(text)).ToString();
        }
        catch (XmlException)
        {
            return text;
        }
    }

    private static XElement Sorted(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(a => a.Name.ToString(), StringComparer.Ordinal),
        element.Nodes().Select(n => n is XElement e ? Sorted(e) : n));
}
