using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Community211.Ivr.Host.Recordings.Import;

/// <summary>One entry of an HTTP archive.</summary>
internal static class HarEntry
{
    public static void Read(JsonElement entry, int line, ImportedCalls into)
    {
        if (Member(entry, "request") is not { ValueKind: JsonValueKind.Object } request || Text(request, "url") is not { Length: > 0 } url)
        {
            into.Problem(line, "The entry has no request with a URL.");
            return;
        }
        if (Text(request, "method") is { } method && method.ToUpperInvariant() is not ("GET" or "POST"))
        {
            into.NoWebhook();
            return;
        }
        var at = DateTimeOffset.TryParse(Text(entry, "startedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var started) ? started : (DateTimeOffset?)null;
        try
        {
            var data = Member(request, "postData");
            if (data is { } held && !IsForm(held))
                into.NoWebhook();
            else
                into.Add(new ImportedRequest(line, at, url, data is { } form ? Body(form) : ""));
        }
        catch (FormatException)
        {
            into.Problem(line, "postData says that it is base64, and is not.");
        }
    }

    /// <summary>As text, or field by field.</summary>
    public static string Body(JsonElement data)
    {
        if (Text(data, "text") is { Length: > 0 } text)
            return (Text(data, "encoding") ?? Text(data, "_encoding"))?.Equals("base64", StringComparison.OrdinalIgnoreCase) == true ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;
        return Member(data, "params") is { ValueKind: JsonValueKind.Array } fields
            ? FormText.Write(fields.EnumerateArray().Where(f => Text(f, "name") is not null).Select(f => KeyValuePair.Create(Text(f, "name")!, Text(f, "value") ?? "")))
            : "";
    }

    /// <summary>Archives often leave the type out; anything else than a form is no webhook.</summary>
    private static bool IsForm(JsonElement data) =>
        Text(data, "mimeType") is not { Length: > 0 } type || type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static JsonElement? Member(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
