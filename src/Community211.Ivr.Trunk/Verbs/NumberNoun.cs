using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's Number: whom to ring, and what they hear before the bridge.</summary>
internal sealed record NumberNoun(string Number, string? Url, string Method, Callbacks Callbacks, string? SendDigits = null)
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "url", "method", "sendDigits", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "byoc",
        "machineDetection", "machineDetectionTimeout", "machineDetectionSpeechThreshold", "machineDetectionSpeechEndThreshold",
        "machineDetectionSilenceTimeout", "amdStatusCallback", "amdStatusCallbackMethod",
    };

    public static NumberNoun Plain(string number) => new(number, null, "POST", Callbacks.None);

    public static NumberNoun Parse(VerbElement element)
    {
        element.WarnUnknown(Attributes);
        element.WarnNotSimulated("machineDetection", "byoc");
        var digits = element.Attribute("sendDigits");
        if (digits is not null && !SentDigits.AreValid(digits))
        {
            element.Warn(13222, $"<Number sendDigits=\"{digits}\">: 0-9, *, #, w (half a second) and W (a second) are allowed; nothing is sent.");
            digits = null;
        }
        return new NumberNoun(
            element.Text,
            element.Attribute("url"),
            element.Method("method", 13221),
            Callbacks.Of(
                element.Attribute("statusCallback"),
                element.Method("statusCallbackMethod"),
                element.Words("statusCallbackEvent", DocumentWarning.Schema, "initiated", "ringing", "answered", "completed")),
            digits is { Length: > 0 } ? digits : null);
    }
}
