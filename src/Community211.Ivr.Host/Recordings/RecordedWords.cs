using System.Globalization;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Names a webhook of a recording for somebody who looks for it.</summary>
internal static class RecordedWords
{
    /// <summary>For instance <c>webhook 4 (POST /voice/step?answer=1, keys 2, at 7.4 s)</c>.</summary>
    public static string Of(Recording recording, int n)
    {
        var webhook = recording.Webhooks[n];
        var words = new[] { $"{webhook.Method} {webhook.Url}", Field("keys", "Digits"), Field("words", "SpeechResult"), Field("status", "CallStatus"), After(recording, webhook.At) };
        return $"webhook {n + 1} ({string.Join(", ", words.Where(w => w is not null))})";

        string? Field(string what, string name) =>
            webhook.Form.FirstOrDefault(f => f.Key == name).Value is { Length: > 0 } value && (name != "CallStatus" || webhook.Url.StartsWith("/voice/status", StringComparison.Ordinal))
                ? $"{what} {value}"
                : null;
    }

    /// <summary>For instance <c>at 7.4 s</c>.</summary>
    public static string After(Recording recording, DateTimeOffset at) =>
        $"at {(at - recording.Webhooks[0].At).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
}
