using System.Globalization;
using System.Text.Json;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>Reads the carrier's JSON without insisting on types: numbers come as strings and strings as null.</summary>
internal static class Json
{
    private static readonly string[] Mail = ["ddd, d MMM yyyy HH:mm:ss zzz", "ddd, dd MMM yyyy HH:mm:ss zzz"];

    /// <summary>A member as text; null if absent, null, empty, or no plain value.</summary>
    public static string? Text(this JsonElement json, string member)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(member, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A member as time, in the form of e-mail or of ISO 8601; null if absent or neither.</summary>
    public static DateTimeOffset? Time(this JsonElement json, string member)
    {
        var text = json.Text(member);
        const DateTimeStyles Lenient = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        return DateTimeOffset.TryParseExact(text, Mail, CultureInfo.InvariantCulture, Lenient, out var time)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Lenient, out time)
                ? time
                : null;
    }

    /// <summary>The objects of a member that is a list; null if it is none.</summary>
    public static IEnumerable<JsonElement>? List(this JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : null;
}
