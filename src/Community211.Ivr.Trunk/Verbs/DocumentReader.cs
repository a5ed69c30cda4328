using System.Xml;
using System.Xml.Linq;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Reads one document: errors fail it, anything merely unknown is a 12200 warning and ignored.</summary>
internal sealed class DocumentReader(string url, DocumentKind kind)
{
    private readonly List<string> warnings = [];
    private readonly Dictionary<IVerb, XElement> written = new(ReferenceEqualityComparer.Instance);

    public static Document Read(string twiml, string url, string method, DocumentKind kind)
    {
        var reader = new DocumentReader(url, kind);
        var verbs = reader.Verbs(reader.Root(twiml).Elements());
        return new Document(url, method, kind, verbs, reader.warnings) { Written = reader.written };
    }

    public void Warn(string warning) => warnings.Add(warning);

    public IReadOnlyList<IVerb> Verbs(IEnumerable<XElement> elements, IReadOnlySet<string>? only = null)
    {
        var verbs = new List<IVerb>();
        foreach (var element in elements)
        {
            if (Verb(element, only) is { } verb)
                verbs.Add(verb);
        }
        return verbs;
    }

    public CarrierFailure NotSimulated(string name) => new(12400, $"not simulated: {name}", url);

    private IVerb? Verb(XElement element, IReadOnlySet<string>? only)
    {
        var name = element.Name.LocalName;
        if (VerbRegistry.NotSimulated.Contains(name))
            throw NotSimulated(name);
        if (VerbRegistry.Find(name) is not { } definition || only?.Contains(name) == false)
        {
            Warn($"Element '{name}' is not expected here: ignored.");
            return null;
        }
        if (!VerbRegistry.MayStand(name, kind))
            throw new CarrierFailure(13238, $"<{name}> is not allowed in a {kind.ToString().ToUpperInvariant()} document.", url);
        var parsed = new VerbElement(element, this);
        parsed.WarnUnknown(definition.Attributes);
        var verb = definition.Parse(parsed);
        written[verb] = element;
        return verb;
    }

    private XElement Root(string twiml)
    {
        XElement root;
        try
        {
            using var text = new StringReader(twiml);
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XDocument.Load(xml).Root!;
        }
        catch (XmlException failure)
        {
            throw new CarrierFailure(12100, "Document parse failure: " + failure.Message, url);
        }
        return root.Name.LocalName == "Response" ? root : throw new CarrierFailure(12102, $"The root is <{root.Name.LocalName}>, not <Response>.", url);
    }
}
