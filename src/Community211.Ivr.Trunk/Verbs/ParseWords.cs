using System.Text.RegularExpressions;
using System.Xml;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Why a document could not be parsed, for who wrote it.</summary>
internal static partial class ParseWords
{
    public const string Html = "this is HTML, not TwiML. Is it an error page of the application?";

    public static string Of(string twiml, XmlException failure) =>
        Page().IsMatch(twiml) ? Html
        : DocumentType().IsMatch(twiml) && failure.Message.Contains("DTD", StringComparison.Ordinal) ? "<!DOCTYPE> is not allowed in TwiML: leave it out."
        : failure.Message;

    [GeneratedRegex(@"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype\s+html\b|<html\b)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Page();

    [GeneratedRegex("<!DOCTYPE", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentType();
}
