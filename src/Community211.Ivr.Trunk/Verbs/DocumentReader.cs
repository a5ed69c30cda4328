using System.Xml;
using System.Xml.Linq;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Reads one document: errors fail it, anything merely unknown or out of range is a warning and ignored.</summary>
internal sealed class DocumentReader(string url, DocumentKind kind)
{
    private readonly List<DocumentWarning> warnings = [];
    private readonly Dictionary<IVerb, XElement> written = new(ReferenceEqualityComparer.Instance);

    public static Document Read(string twiml, string url, string method, DocumentKind kind)
    {
        var reader = new DocumentReader(url, kind);
        var verbs = reader.Verbs(reader.Root(twiml).Elements());
        return new Document(url, method, kind, verbs, reader.warnings) { Written = reader.written };
    }

    public void Warn(string warning) => Warn(DocumentWarning.Schema, warning);

    public void Warn(int code, string warning) => warnings.Add(new DocumentWarning(code, warning));

    /// <param name="elements">In document order.</param>
    /// <param name="only">What may be nested here; anything when absent.</param>
    /// <param name="code">Told about an element that may not.</param>
    public IReadOnlyList<IVerb> Verbs(IEnumerable<XElement> elements, IReadOnlySet<string>? only = null, int code = DocumentWarning.Schema)
    {
        var verbs = new List<IVerb>();
        foreach (var element in elements)
        {
            if (Verb(element, only, code) is { } verb)
                verbs.Add(verb);
        }
        return verbs;
    }

    public CarrierFailure NotSimulated(string name) => new(12400, $"not simulated: {name}", url);

    private IVerb? Verb(XElement element, IReadOnlySet<string>? only, int code)
    {
        var name = element.Name.LocalName;
        if (only?.Contains(name) == false)
        {
            Warn(code, $"Element '{name}' is not expected here: ignored.");
            return null;
        }
        if (VerbRegistry.NotSimulated.Contains(name))
            throw NotSimulated(name);
        if (VerbRegistry.Find(name) is not { } definition)
        {
            Warn($"Element '{name}' is not expected here: ignored.");
            return null;
        }
        if (!VerbRegistry.MayStand(name, kind))
            throw Misplaced(name);
        var parsed = new VerbElement(element, this);
        parsed.WarnUnknown(definition.Attributes);
        var verb = definition.Parse(parsed);
        written[verb] = element;
        return verb;
    }

    // "TwiML documents executed in this manner are not allowed to contain the <Dial> verb."
    private CarrierFailure Misplaced(string name) => kind == DocumentKind.Screen && name == "Dial"
        ? new CarrierFailure(13201, "Cannot dial out from a leg that was dialled: <Dial> in the document of a <Number>'s url.", url)
        : new CarrierFailure(13238, $"<{name}> is not allowed in a {kind.ToString().ToUpperInvariant()} document.", url);

    private XElement Root(string twiml)
    {
        if (Encodings.OfXml(twiml) is { } encoding)
            Warn(encoding);
        XElement root;
        try
        {
            using var text = new StringReader(twiml);
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XDocument.Load(xml).Root!;
        }
        catch (XmlException failure)
        {
            throw XmlVersion.IsNotOne(twiml)
                ? new CarrierFailure(12101, "Invalid XML version: only <?xml version=\"1.0\"?> is allowed.", url)
                : new CarrierFailure(12100, "Document parse failure: " + ParseWords.Of(twiml, failure), url);
        }
        return root.Name.LocalName switch
        {
            "Response" => root,
            "html" => throw new CarrierFailure(12102, "The root is <html>, not <Response>: " + ParseWords.Html, url),
            var name => throw new CarrierFailure(12102, $"The root is <{name}>, not <Response>.", url),
        };
    }
}
