using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Says what of a webhook is signed, and why a signature is not right. For operators: nothing is accepted by it.</summary>
/// <param name="options">Without findings of <see cref="TwilioOptionsCheck"/>.</param>
/// <param name="listen">Where the service listens; null if not known.</param>
public sealed class SignatureExplainer(TwilioOptions options, Uri? listen = null)
{
    /// <summary>Differences that another public address mends.</summary>
    private static readonly ImmutableHashSet<string> OfAddress = ["scheme", "host", "port", "path-base-missing", "path-base-stripped"];

    private readonly PublicBase _base = new(options.PublicBaseUrl);

    /// <summary>Looks at a request; takes a few seconds at most.</summary>
    public SignatureExplanation Explain(CapturedRequest request)
    {
        var claims = new Claims(request);
        var shapes = ShapeVariants.Of(request, claims);
        var valid = new SignatureCheck(options).Valid(request.AsSeen());
        var search = new SignatureSearch(HeaderVariants.Of(request), TokenVariants.Of(options), OriginVariants.Of(new Uri(options.PublicBaseUrl), claims, listen));
        var signed = search.Find([.. shapes.Select(s => (s, WrittenOf(s.Value, claims)))], least: valid ? 0 : 1);
        var account = SignatureHints.OtherAccount(request, options);
        var (url, fields) = Ours(request, shapes[0].Value);
        byte[] message = [.. Encoding.UTF8.GetBytes(url), .. fields];
        return new SignatureExplanation
        {
            Method = request.Method,
            Url = url,
            Message = Encoding.UTF8.GetString(message),
            Expected = Sign(options.AuthToken, message),
            Given = request.Header(CapturedRequest.SignatureHeader),
            Accepted = valid && account is null,
            Match = signed,
            PublicBaseUrl = signed is not null && signed.Differences.Any(d => OfAddress.Contains(d.Code)) ? BaseOf(signed.Url) : null,
            AddressAlone = signed is { Differences.IsEmpty: false } && signed.Differences.All(d => OfAddress.Contains(d.Code)),
            Hints = signed is null ? [.. SignatureHints.Of(request, options)] : account is null ? [] : [account],
        };
    }

    /// <summary>What the carrier signs when it is told a URL, and its signature with <c>Twilio:AuthToken</c>.</summary>
    /// <param name="url">Absolute; neither fragment nor user is signed.</param>
    /// <param name="form">The form; empty where none is signed.</param>
    public (string Url, string Message, string Signature) SignatureOf(Uri url, ReadOnlySpan<byte> form)
    {
        var signed = url.OriginalString.Split('#', 2)[0];
        if (url.UserInfo.Length > 0)
            signed = signed.Replace($"//{url.UserInfo}@", "//", StringComparison.Ordinal);
        byte[] message = [.. Encoding.UTF8.GetBytes(signed), .. SignedFields.Of(form)[0]];
        return (signed, Encoding.UTF8.GetString(message), Sign(options.AuthToken, message));
    }

    private Written WrittenOf(Shape shape, Claims claims) =>
        new(PathVariants.Of(shape.Path, _base.Path, claims), QueryVariants.Of(shape.Query), FieldVariants.Of(shape.Fields, options.AccountSid));

    private (string Url, byte[] Fields) Ours(CapturedRequest request, Shape shape)
    {
        var contained = _base.Path.Length > 0 && request.Path.StartsWith(_base.Path + "/", StringComparison.Ordinal);
        return (_base.Origin + (contained ? "" : _base.Path) + request.Target, SignedFields.Of(shape.Fields)[0]);
    }

    /// <summary>The public address that leads to this URL.</summary>
    private static string BaseOf(string url)
    {
        var path = url.Split('?', 2)[0];
        return path.IndexOf("/voice/", StringComparison.OrdinalIgnoreCase) is > 0 and var at ? path[..at].TrimEnd('/') : new Uri(path).GetLeftPart(UriPartial.Authority);
    }

    private static string Sign(string token, byte[] message) =>
#pragma warning disable CA5350 // The carrier's algorithm.
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), message));
#pragma warning restore CA5350
}
