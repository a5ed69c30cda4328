using System.Globalization;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Names a webhook of a recording for somebody who looks for it, and finds what the caller did in it.</summary>
internal static class RecordedWords
{
    private const string Keys = "Digits";
    private const string Words = "SpeechResult";

    /// <summary>For instance <c>webhook 4 (POST /voice/step?answer=1, keys 2, at 7.4 s)</c>.</summary>
    public static string Of(Recording recording, int n)
    {
        var webhook = recording.Webhooks[n];
        var words = new[] { $"{webhook.Method} {webhook.Url}", Field("keys", Keys), Field("words", Words), Field("status", "CallStatus"), After(recording, webhook.At) };
        return $"webhook {n + 1} ({string.Join(", ", words.Where(w => w is not null))})";

        string? Field(string what, string name) =>
            webhook.Form.FirstOrDefault(f => f.Key == name).Value is { Length: > 0 } value && (name != "CallStatus" || webhook.Url.StartsWith("/voice/status", StringComparison.Ordinal))
                ? $"{what} {value}"
                : null;
    }

    /// <summary>Keys that were pressed; null if none.</summary>
    public static string? KeysOf(Func<string, string?> field) => field(Keys);

    /// <summary>Words that were recognised; null if none.</summary>
    public static string? WordsOf(Func<string, string?> field) => field(Words);

    /// <summary>For instance <c>at 7.4 s</c>.</summary>
    public static string After(Recording recording, DateTimeOffset at) =>
        $"at {(at - recording.Webhooks[0].At).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
}
