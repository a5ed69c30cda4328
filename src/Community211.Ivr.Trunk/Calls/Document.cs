using System.Xml.Linq;
using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A parsed document and where it came from.</summary>
internal sealed record Document(string Url, string Method, DocumentKind Kind, IReadOnlyList<IVerb> Verbs, IReadOnlyList<DocumentWarning> Warnings)
{
    /// <summary>Each verb as it was written, for the story.</summary>
    public IReadOnlyDictionary<IVerb, XElement> Written { get; init; } = new Dictionary<IVerb, XElement>(ReferenceEqualityComparer.Instance);

    /// <summary>Relative URLs resolve against the current document; a blank one is the document itself.</summary>
    public string Resolve(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return Url;
        url = url.Trim();
        if (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return url;
        if (Uri.TryCreate(Url, UriKind.Absolute, out var here) && Uri.TryCreate(here, url, out var full))
            return full.AbsoluteUri;
        throw new CarrierFailure(15004, $"'{url}' is relative, and the document came with the request: give an absolute URL.", url);
    }
}
