using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Flows;
using Community211.Ivr.Languages;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>The document being written. Characters that XML does not allow are dropped.</summary>
internal sealed class Page(XmlWriter xml, IReadOnlyDictionary<string, Language> languages, Urls urls, Func<Spoken, string?>? recorded)
{
    public IDisposable Start(string element)
    {
        xml.WriteStartElement(element);
        return new End(xml);
    }

    public void Set(string attribute, string value) => xml.WriteAttributeString(attribute, Legal(value));

    public void Set(string attribute, int value) => Set(attribute, value.ToString(CultureInfo.InvariantCulture));

    public void Set(string attribute, bool value) => Set(attribute, value ? "true" : "false");

    /// <summary>A URL that is asked with POST.</summary>
    public void Set(string attribute, Target target, string method)
    {
        Set(attribute, urls.Of(target));
        Set(method, "POST");
    }

    public void Text(string text) => xml.WriteString(Legal(text));

    public void Text(Target target) => Text(urls.Of(target));

    /// <summary>Plays or says the texts, each in its own voice. One without a voice is left out: another voice would make it gibberish.</summary>
    /// <returns>Whether anything was said.</returns>
    public bool Say(ImmutableArray<Spoken> parts)
    {
        var said = false;
        foreach (var part in parts.IsDefault ? [] : parts)
        {
            if (recorded?.Invoke(part) is { } url)
            {
                using (Start("Play"))
                    Text(url);
                said = true;
                continue;
            }
            if (!languages.TryGetValue(part.Language, out var language)
                || string.IsNullOrEmpty(language.Voice)
                || string.IsNullOrWhiteSpace(Legal(part.Text)))
                continue;
            using (Start("Say"))
            {
                Set("language", language.Tag);
                Set("voice", language.Voice);
                Text(part.Text);
            }
            said = true;
        }
        return said;
    }

    public void Pause(int seconds)
    {
        using (Start("Pause"))
            Set("length", Math.Max(1, seconds));
    }

    /// <summary>The tag of a language; null if it is not known.</summary>
    public string? Tag(string? language) => language is not null && languages.TryGetValue(language, out var known) ? known.Tag : null;

    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                legal.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                legal.Append(text[i]).Append(text[++i]);
        }
        return legal.ToString();
    }

    private sealed class End(XmlWriter xml) : IDisposable
    {
        public void Dispose() => xml.WriteEndElement();
    }
}
