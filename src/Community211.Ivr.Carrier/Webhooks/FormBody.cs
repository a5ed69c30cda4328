using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;

namespace Community211.Ivr.Carrier;

/// <summary>The carrier's parameters of a request: the form of a POST, the query of a GET without what is ours.</summary>
public sealed class FormBody
{
    /// <summary>Largest body that is read, in bytes; the carrier's own limit.</summary>
    public const int MostBytes = 65_536;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private FormBody(ImmutableArray<FormField> fields)
    {
        Fields = fields;
        foreach (var field in fields)
        {
            if (field.Value.Length > 0)
                _texts.TryAdd(field.Name, field.Value);
        }
    }

    /// <summary>All fields in the order sent, repeated and empty ones too.</summary>
    public ImmutableArray<FormField> Fields { get; }

    /// <summary>A field's first value that is not empty; null if none: the carrier sends empty text for what it does not know.</summary>
    public string? Text(string name) => _texts.GetValueOrDefault(name);

    /// <summary>Reads the parameters of a request.</summary>
    /// <exception cref="WebhookRejected">Neither GET nor POST, too large, no form, or not readable as UTF-8.</exception>
    public static FormBody Read(WebhookRequest request)
    {
        if (request.Method is not ("GET" or "POST"))
            throw new WebhookRejected(405, "Only GET and POST are answered.");
        if (request.Body.Length > MostBytes)
            throw new WebhookRejected(413, $"The body has more than {MostBytes} bytes.");
        if (request.Method == "GET")
            return new FormBody([.. Decode(Encoding.UTF8.GetBytes(request.Query)).Where(field => !Urls.IsOurs(field.Name))]);
        if (!IsForm(request.Header("Content-Type")))
            throw new WebhookRejected(415, "The content type is not application/x-www-form-urlencoded in UTF-8.");
        return new FormBody(Decode(request.Body.Span));
    }

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && "application/x-www-form-urlencoded".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<FormField> Decode(ReadOnlySpan<byte> form)
    {
        var raw = RawFields.Split(form);
        if (raw.Broken)
            throw new WebhookRejected(400, "A percent sign is not followed by two hexadecimal digits.");
        try
        {
            return [.. raw.Fields.Select(field => new FormField(Text(field.Name), Text(field.Value)))];
        }
        catch (DecoderFallbackException)
        {
            throw new WebhookRejected(400, "A field is not valid UTF-8.");
        }
    }

    private static string Text(byte[] bytes) =>
        bytes.AsSpan().Contains((byte)0) ? throw new WebhookRejected(400, "A field holds a NUL character.") : Strict.GetString(bytes);
}
