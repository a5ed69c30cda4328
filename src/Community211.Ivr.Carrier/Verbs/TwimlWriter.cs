using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier.Verbs;
using Community211.Ivr.Flows;
using Community211.Ivr.Languages;

namespace Community211.Ivr.Carrier;

/// <summary>Writes directives as the carrier's document (TwiML). Has no state; one for each revision of the flows.</summary>
/// <param name="languages">By id: tags and voices.</param>
/// <param name="urls">Where targets are.</param>
/// <param name="recorded">The URL of a text's recording; null: it is spoken. Default: everything is.</param>
public sealed class TwimlWriter(IReadOnlyDictionary<string, Language> languages, Urls urls, Func<Spoken, string?>? recorded = null)
{
    /// <summary>Largest document that the carrier reads, in bytes.</summary>
    public const int MostBytes = 65_536;

    private static readonly ImmutableDictionary<Type, Verb> Verbs = new Verb[]
    {
        new SpeakVerb(),
        new SilenceVerb(),
        new ListenVerb(),
        new GoToVerb(),
        new EnterLineVerb(),
        new LeaveLineVerb(),
        new JoinRoomVerb(),
        new DialLineVerb(),
        new HangUpVerb(),
        new NothingVerb(),
    }.ToImmutableDictionary(verb => verb.Directive);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
    };

    /// <summary>The directives that can be written.</summary>
    public static IEnumerable<Type> Directives => Verbs.Keys;

    /// <summary>The document for a reply.</summary>
    /// <exception cref="ArgumentException">No directives: an empty document hangs up. See <see cref="Nothing"/>.</exception>
    /// <exception cref="InvalidOperationException">The document has more than <see cref="MostBytes"/> bytes.</exception>
    public string Write(IReadOnlyList<Directive> directives)
    {
        if (directives.Count == 0)
            throw new ArgumentException("A reply without directives hangs up on the caller.", nameof(directives));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            var page = new Page(xml, languages, urls, recorded);
            xml.WriteStartElement("Response");
            foreach (var directive in directives)
                Verbs[directive.GetType()].Write(directive, page);
            xml.WriteEndElement();
        }
        return bytes.Length <= MostBytes
            ? Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)
            : throw new InvalidOperationException($"The document has {bytes.Length} bytes; the carrier reads {MostBytes}.");
    }
}
