using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Carrier;

/// <summary>
/// Whether a webhook was signed with one of our tokens. The URL is the configured public one and what came over the wire, never what
/// headers claim. All candidates (two tokens, with and without port, both ways of signing repeated fields) are tried each time and
/// compared in constant time. Never throws, whatever the bytes.
/// </summary>
public sealed class SignatureCheck(TwilioOptions options)
{
    /// <summary>Characters of a signature: 20 bytes in Base64.</summary>
    private const int Length = 28;

    private readonly PublicBase _base = new(options.PublicBaseUrl);

    private readonly byte[][] _keys = [.. Keys(options)];

    /// <summary>False when the signature is missing, empty or not the carrier's.</summary>
    public bool Valid(WebhookRequest request)
    {
        var given = Encoding.UTF8.GetBytes(request.Header("X-Twilio-Signature") ?? "");
        if (given.Length != Length)
            return false;
        var hash = BodyHash(request);
        var signed = request.Method == "GET" || hash is not null ? [[]] : SignedFields.Of(request.Body.Span);
        var valid = false;
        var message = new ArrayBufferWriter<byte>();
        foreach (var url in UrlsOf(request.Target))
        {
            foreach (var fields in signed)
            {
                message.Clear();
                message.Write(Encoding.UTF8.GetBytes(url));
                message.Write(fields);
                foreach (var key in _keys)
                    valid |= CryptographicOperations.FixedTimeEquals(Sign(key, message.WrittenSpan), given);
            }
        }
        return valid & (hash is null || IsHashOf(hash, request.Body.Span));
    }

    private static IEnumerable<byte[]> Keys(TwilioOptions options)
    {
        yield return Encoding.UTF8.GetBytes(options.AuthToken);
        if (!string.IsNullOrEmpty(options.SecondaryAuthToken))
            yield return Encoding.UTF8.GetBytes(options.SecondaryAuthToken);
    }

    /// <summary>A proxy may or may not have taken the path base off the target.</summary>
    private IEnumerable<string> UrlsOf(string target)
    {
        foreach (var origin in _base.Origins)
        {
            yield return origin + _base.Path + target;
            if (_base.Path.Length > 0 && target.StartsWith(_base.Path + "/", StringComparison.Ordinal))
                yield return origin + target;
        }
    }

    /// <summary>The body's hash that the URL announces; null if it announces none and the form itself is signed.</summary>
    private static byte[]? BodyHash(WebhookRequest request) =>
        RawFields.Split(Encoding.UTF8.GetBytes(request.Query)).Fields
            .Where(field => field.Name.AsSpan().SequenceEqual("bodySHA256"u8))
            .Select(field => field.Value)
            .FirstOrDefault();

    private static bool IsHashOf(byte[] hex, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))),
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(hex).ToLowerInvariant()));

    private static byte[] Sign(byte[] key, ReadOnlySpan<byte> message) =>
#pragma warning disable CA5350 // The carrier's algorithm; HMAC does not depend on the hash being free of collisions.
        Encoding.ASCII.GetBytes(Convert.ToBase64String(HMACSHA1.HashData(key, message)));
#pragma warning restore CA5350
}
