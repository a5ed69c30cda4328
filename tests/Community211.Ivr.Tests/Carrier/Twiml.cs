using System.Xml.Linq;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Tests.Carrier;

/// <summary>Compares documents as XML: attributes in whatever order, white space between elements ignored.</summary>
internal static class Twiml
{
    public static string Write(params Directive[] directives) => new TwimlWriter(Known.Languages, Known.Urls).Write(directives);

    /// <summary>The document is <c>Response</c> around this.</summary>
    public static void Same(string expected, params Directive[] directives) =>
        Assert.Equal(
            Canonical(XElement.Parse($"<Response>{expected}</Response>")).ToString(),
            Canonical(XElement.Parse(Write(directives))).ToString());

    public static Spoken English(string text) => new(text, "en");

    public static Spoken French(string text) => new(text, "fr");

    private static XElement Canonical(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal),
        element.Nodes().Select(node => node is XElement child ? Canonical(child) : node));
}
